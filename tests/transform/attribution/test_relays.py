"""Through whom and through what words came: if one of these fails, a scoop is counted to the wrong house."""

from __future__ import annotations

import pytest

from etl.records import Medium
from tests.transform.reading import read


@pytest.mark.parametrize(
    ("text", "outlet", "source"),
    [
        ("Reuters, citing two officials, said the minister would resign.", "Reuters", "two officials"),
        ("Citing two officials, Reuters reported that the minister would resign.", "Reuters", "two officials"),
        (
            "The strike killed six people, the official SANA news agency reported, citing a military source.",
            "the official SANA news agency",
            "a military source",
        ),
    ],
)
def test_who_is_cited_stands_behind_what_is_said(text: str, outlet: str, source: str) -> None:
    outer, inner = read(text).attributions
    assert (outer.source_as_written, inner.source_as_written) == (outlet, source)
    assert (inner.relayed_by, inner.relay) == (1, outlet.removeprefix("the "))


def test_nothing_but_a_speaker_is_cited_as_one() -> None:
    found = read("The minister resigned, the paper said, citing security concerns.").attributions
    assert [each.source_as_written for each in found if each.rule == "cited"] == []


@pytest.mark.parametrize(
    ("text", "source", "relay"),
    [
        (
            "“We will not leave,” he said in comments carried by the state news agency IRNA.",
            "he",
            "state news agency IRNA",
        ),
        (
            "The general was quoted as saying by the Tasnim news agency that the drill was over.",
            "The general",
            "Tasnim news agency",
        ),
        (
            "“The drill is over,” the general was quoted as saying by state television.",
            "the general",
            "state television",
        ),
    ],
)
def test_who_carries_it(text: str, source: str, relay: str) -> None:
    (found,) = read(text).attributions
    assert (found.source_as_written, found.relay) == (source, relay)


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("“The bridge is open,” the minister wrote on X.", Medium.SOCIAL_MEDIA),
        ("In a post on X, the minister wrote that the bridge was open again.", Medium.SOCIAL_MEDIA),
        ("“The bridge is open,” the minister posted on Facebook.", Medium.SOCIAL_MEDIA),
        ("“The bridge is open,” the ministry said in a message on Telegram.", Medium.SOCIAL_MEDIA),
        ("Northwind said in an emailed statement that flights would resume.", Medium.STATEMENT),
        (
            "Addressing a press conference here, Rao alleged that the State government had misled the people.",
            Medium.PRESS_CONFERENCE,
        ),
    ],
)
def test_medium(text: str, medium: Medium) -> None:
    (found,) = read(text).attributions
    assert found.medium is medium


@pytest.mark.parametrize(
    ("text", "addressee", "content"),
    [
        ("Commuters were advised to expect delays until noon.", "Commuters", "to expect delays until noon"),
        ("Residents were told to leave their homes at once.", "Residents", "to leave their homes at once"),
    ],
)
def test_who_is_told_what_to_do_by_nobody_named(text: str, addressee: str, content: str) -> None:
    (found,) = read(text).attributions
    assert (found.source_as_written, found.addressee) == (None, addressee)
    assert [span.span.text for span in found.spans if span.role == "content"] == [content]


def test_a_tag_is_not_looked_for_in_an_aside() -> None:
    text = "“We will not negotiate,” a senior diplomat, who asked not to be named, told Politico."
    (found,) = read(text).attributions
    assert (found.source_as_written, found.cue_lemma, found.addressee) == ("a senior diplomat", "tell", "Politico")
