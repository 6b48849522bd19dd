""" "Police said" here, "the NYPD said" there: how many sources that makes, counted by hand."""

from __future__ import annotations

import pytest

from etl.link.link import link_pending
from etl.records import AnonymousSource, AttributionType, SourceKind
from tests.link.newsroom import Claim, Copy, Credit, Name, Newsroom, Said

SHOT = "Two men were shot dead outside a social club in the harbour quarter of Vallby on Friday night"
OTHER = "Outside a social club in the harbour quarter of Vallby two men were shot dead on Friday night"
SOURCES = "select source_kind, source, occurrences from news.claim_sources order by occurrences desc, source"


def copy(outlet: str, frame: str, source: str, *names: Name, kind: SourceKind = SourceKind.ORGANIZATION) -> Copy:
    """One paper's report; ``frame`` has the claim and the source put in, ``source`` speaks by name if it is one."""
    claim = SHOT if outlet < "M" else OTHER
    speaker = next((name.name for name in names if name.name in source and kind is SourceKind.ORGANIZATION), None)
    anonymous = AnonymousSource(1, "spokesman", "Vallby PD") if kind is SourceKind.ANONYMOUS else None
    return Copy(
        frame.format(claim, source),
        outlet=outlet,
        names=names,
        said=[Said(claim, source, kind, speaker, anonymous=anonymous, type=AttributionType.INDIRECT)],
        claims=[Claim(claim, said=1, subject="two men", predicate="be shot")],
    )


DEPARTMENT = Name("Vallby Police Department", "ORG")
NAMED = copy("Daily North", "{}, the {} said.", "Vallby Police Department", DEPARTMENT)


@pytest.mark.parametrize("word", ["police", "Police", "the police", "cops"])
@pytest.mark.parametrize("is_first", [True, False])
def test_police_are_the_force_that_the_story_names(newsroom: Newsroom, word: str, is_first: bool) -> None:
    kind = SourceKind.GROUP if word == "cops" else SourceKind.ORGANIZATION
    bare = copy("Southern Star", "According to {1}, “{0}”. Nobody was held.", word, kind=kind)
    for each in (bare, NAMED) if is_first else (NAMED, bare):
        newsroom.put(each)
        link_pending(newsroom.connection)
    assert newsroom.rows(SOURCES) == [("organization", "Vallby Police Department", 2)]


def test_police_are_nobody_known_where_two_forces_speak(newsroom: Newsroom) -> None:
    newsroom.put(
        NAMED,
        copy("Eastern Mail", "{} said the {}: nobody is held.", "Harbour Police", Name("Harbour Police", "ORG")),
        copy("Southern Star", "According to {1}, “{0}”. Nobody was held.", "police"),
    )
    link_pending(newsroom.connection)
    named = newsroom.rows("select source, named_mention_id from news.claim_origins order by article_id")
    assert named == [("Vallby Police Department", None), ("Harbour Police", None), ("police", None)]


def test_a_union_of_police_is_not_the_police(newsroom: Newsroom) -> None:
    newsroom.put(
        copy("Daily North", "{}, the {} said.", "Vallby Police Federation", Name("Vallby Police Federation", "ORG")),
        copy("Southern Star", "According to {1}, “{0}”. Nobody was held.", "police"),
    )
    link_pending(newsroom.connection)
    assert {source for _, source, _ in newsroom.rows(SOURCES)} == {"Vallby Police Federation", "police"}


def test_who_speaks_for_a_body_is_that_body(newsroom: Newsroom) -> None:
    initials = Name("Vallby PD", "ORG")
    newsroom.put(
        copy("Daily North", "{}, {} for the Vallby PD said.", "a spokesman", initials, kind=SourceKind.ANONYMOUS),
        copy("Southern Star", "According to the {1}, “{0}”. Nobody was held.", "Vallby PD", initials),
    )
    link_pending(newsroom.connection)
    assert newsroom.rows(SOURCES) == [("organization", "Vallby PD", 2)]


@pytest.mark.parametrize(
    ("words", "name", "source"),
    [
        ("the department", "Department for Transport", "Department for Transport"),
        ("the force", "Vallby Police", "Vallby Police"),
        ("the company", "Lumen Home", "Lumen Home"),
        ("the company", "Safety Commission", "company"),
        ("the union", "European Union", "union"),
        ("his office", "Office of Fair Trade", "his office"),
    ],
)
def test_the_body_is_the_one_that_the_article_names(newsroom: Newsroom, words: str, name: str, source: str) -> None:
    """The European Union is no union of miners, and a commission is no company."""
    newsroom.put(copy("Daily North", f"Nobody had asked the {name}. {{}}, {{}} said.", words, Name(name, "ORG")))
    link_pending(newsroom.connection)
    assert newsroom.rows("select source from news.claim_sources") == [(source,)]


def test_the_authority_is_the_one_that_the_article_describes(newsroom: Newsroom) -> None:
    fire = "Flames broke out in the engine room of the ferry shortly after nine in the evening"
    text = f"The ferry sank, Korland's port authority said. {fire}, the authority said."
    again = "Shortly after nine in the evening flames broke out in the engine room of the ferry"
    newsroom.put(
        Copy(
            text,
            outlet="Daily North",
            said=[
                Said("The ferry sank", "Korland's port authority", SourceKind.ORGANIZATION),
                Said(fire, "the authority", SourceKind.ORGANIZATION),
            ],
            claims=[Claim(fire, said=2, subject="Flames", predicate="break")],
        ),
        Copy(
            f"According to Korland's port authority, “{again}”. The minister came.",
            outlet="Southern Star",
            said=[Said(again, "Korland's port authority", SourceKind.ORGANIZATION)],
            claims=[Claim(again, said=1, subject="Flames", predicate="break")],
        ),
    )
    link_pending(newsroom.connection)
    assert newsroom.rows(SOURCES) == [("organization", "Korland's port authority", 2)]


def test_a_memo_that_a_paper_saw_is_a_document_that_came_through_it(newsroom: Newsroom) -> None:
    """The paper that had it is the origin, not the source; nobody knows who warned the ministers but the memo."""
    warned = "half of the helicopters of the coast could be grounded by the winter"
    memo = "a memo seen by the Valley Echo"
    text = f"Ministers were warned that {warned}, according to {memo}."
    newsroom.put(
        Copy(
            text,
            outlet="Daily North",
            said=[
                Said(f"Ministers were warned that {warned}", memo, SourceKind.DOCUMENT, type=AttributionType.INDIRECT),
                Said(warned, None, SourceKind.UNKNOWN, relayed_by=1, type=AttributionType.INDIRECT),
            ],
            claims=[Claim(warned, said=2, subject="half of the helicopters", predicate="be grounded")],
            credits=[Credit("Valley Echo", "Valley Echo")],
        )
    )
    link_pending(newsroom.connection)
    query = "select source_kind, source, through from report.claim_sources"
    assert newsroom.rows(query) == [("document", memo, "Valley Echo")]


CLOSED = "Cascade Timber will close its sawmill in Millrun and lay off 340 workers"


@pytest.mark.parametrize(
    ("letters", "sources"),
    [
        (("a letter that the company sent to its staff", "a letter obtained by the paper"), 1),
        (("a letter from Warren Tate", "a letter from Gail Lund"), 2),
        (("a report", "a report by the union"), 2),
    ],
    ids=["one letter", "letters of two", "reports"],
)
def test_a_letter_is_one_document_unless_two_wrote_one(
    newsroom: Newsroom, letters: tuple[str, str], sources: int
) -> None:
    for outlet, letter, frame in zip(
        ("Daily North", "Southern Star"),
        letters,
        ("{}, says {}.", "Millrun wept. {}: so said {} on Monday."),
        strict=True,
    ):
        newsroom.put(
            Copy(
                frame.format(CLOSED, letter),
                outlet=outlet,
                said=[Said(CLOSED, letter, SourceKind.DOCUMENT, type=AttributionType.INDIRECT)],
                claims=[Claim(CLOSED, said=1, subject="Cascade Timber", predicate="close")],
            )
        )
    link_pending(newsroom.connection)
    assert newsroom.rows("select distinct independent_sources from news.claims") == [(sources,)]
