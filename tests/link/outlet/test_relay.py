"""“The report said that the minister wrote …”: whose report it is, an article often says only once."""

from __future__ import annotations

from etl.link.link import link_pending
from etl.records import AttributionType, CitationKind, SourceKind
from tests.link.newsroom import Copy, Credit, Name, Newsroom, Said

TEXT = (
    "The dam is unsafe, Valley Echo reported. "
    "The report said Ida Brask had warned “nobody has climbed the wall since May”. They fear a flood."
)
WARNING = "“nobody has climbed the wall since May”"
COPY = Copy(
    TEXT,
    outlet="Daily North",
    names=[Name("Valley Echo", "ORG"), Name("Ida Brask")],
    said=[
        Said("The dam is unsafe", "Valley Echo", SourceKind.OUTLET, "Valley Echo", type=AttributionType.INDIRECT),
        Said(f"Ida Brask had warned {WARNING}", "The report", SourceKind.DOCUMENT, type=AttributionType.MIXED),
        Said(WARNING, "Ida Brask", speaker="Ida Brask", relay="report", relayed_by=2),
        Said("a flood", "They", SourceKind.GROUP, type=AttributionType.INDIRECT),
    ],
    credits=[
        Credit("Valley Echo", "Valley Echo"),
        Credit("The report", "Valley Echo", CitationKind.REFERENCE),
    ],
)


def test_the_report_that_relays_a_quote_is_the_outlet_that_it_goes_back_to(newsroom: Newsroom) -> None:
    newsroom.put(COPY)
    link_pending(newsroom.connection)
    rows = newsroom.rows("select speaker, relayed_via from report.quote_provenance where speaker is not null")
    assert rows == [("Ida Brask", "Valley Echo")]


def test_the_network_has_the_outlet_for_its_report_and_nobody_for_they(newsroom: Newsroom) -> None:
    newsroom.put(COPY)
    link_pending(newsroom.connection)
    rows = newsroom.rows(
        "select source, target, weight from report.story_network where relation = 'statement' order by source"
    )
    assert rows == [("Ida Brask", "Valley Echo", 1), ("Valley Echo", "Daily North", 2)]
