"""An article annotated anew must leave nothing of its old self in quotes, claims, entities or origins."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from etl.link.link import link_pending
from tests.link.newsroom import Claim, Copy, Name, Newsroom, Said

OLD = "“The harbour was closed for nine years and the fishermen paid for it,” Ada Lindqvist said. Lindqvist won."
COPY = Copy(
    OLD,
    outlet="The Harbour Post",
    names=[Name("Ada Lindqvist"), Name("Lindqvist", same_as="Ada Lindqvist")],
    said=[Said(OLD[: OLD.index(" Ada")], "Ada Lindqvist", speaker="Ada Lindqvist")],
    claims=[Claim("The harbour was closed for nine years", said=1, subject="The harbour", predicate="be closed")],
)
TABLES = (
    "entities",
    "entity_names",
    "quotes",
    "quote_occurrences",
    "quote_forms",
    "claims",
    "claim_forms",
    "claim_senses",
    "claim_sources",
    "claim_origins",
    "derivations",
    "story_origins",
    "stories",
    "passages",
)


def snapshot(newsroom: Newsroom) -> dict[str, list[tuple[object, ...]]]:
    return {table: sorted(newsroom.rows(f"select t::text from news.{table} as t")) for table in TABLES}


@pytest.mark.parametrize(
    ("version", "cause"),
    [("annotated anew", "articles were annotated anew"), ("1", "the rules for linking have changed")],
)
def test_linking_anew_gives_what_linking_once_gives_and_says_why(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture, version: str, cause: str
) -> None:
    newsroom.put(COPY)
    link_pending(newsroom.connection)
    once = snapshot(newsroom)
    assert not caplog.messages
    newsroom.connection.execute(text("update news.articles set linked_version = :version"), {"version": version})
    link_pending(newsroom.connection)
    assert snapshot(newsroom) == once
    (told,) = caplog.messages
    assert told.startswith(f"{cause}: all articles are linked again")
    assert once["quotes"]
    assert once["claim_sources"]
