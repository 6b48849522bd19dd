"""What a run's summary says of the origin of its largest story."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from etl.link.link import link_pending
from etl.report.findings import find_findings
from tests.link.newsroom import Copy, Newsroom

FLOOD = (
    "The dam above Korsvik broke on Tuesday night and flooded the lower half of the town. Rescuers searched the houses "
    "along the river until the morning and found eleven people on the roof of the old cannery in Vallby. "
    "The county engineer had asked for a new spillway in March and again in September, and was refused both times."
)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((None, None), "Both tell it in the same words; who had them first is not known."),
        (("2024-05-01", "2024-05-03"), "Both of them trace to Daily North, which is among the files."),
    ],
    ids=["no dates", "dates"],
)
def test_copies_without_a_date_trace_to_none_of_them(
    database: Connection, days: tuple[str | None, str | None], told: str
) -> None:
    newsroom = Newsroom(database)
    for outlet, day in zip(("Daily North", "Evening South"), days, strict=True):
        newsroom.put(Copy(FLOOD, outlet=outlet, published=day, headline="Dam breaks"))
    link_pending(database)
    (run,) = newsroom.rows("select run_id from raw.runs")[0]
    sentences = [finding.sentence for finding in find_findings(database, run)]
    assert sentences == ["2 of 2 articles tell one story: Dam breaks", told]
