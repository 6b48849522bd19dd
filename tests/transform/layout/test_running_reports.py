"""Agency copy with points under its headline, and running reports with the hour over each entry: misread, a point is
the headline, a place is a speaker, and an hour is a number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Lay = Callable[..., Any]

POINTS = """\
Harbor Foods shares slump 14% as chocolate maker cuts outlook for second time

* Now sees organic sales flat to down 2%

* Analysts say guidance cut of chocolate maker bigger than feared

* Rivals accuse ministry of ignoring report

(Adds details on sales, background)

By Carla Nkemba

STRELSAU, March 14 (Meridian News) - Harbor Foods cut its guidance for sales on Wednesday for the second time in three
months, and analysts said that the cut was bigger than they had feared.
""".replace("three\nmonths", "three months")


def test_points_under_a_headline_are_not_it(lay: Lay) -> None:
    page = lay(POINTS)
    assert page.layout.headline.text.startswith("Harbor Foods shares slump")
    assert page.layout.dateline.place.text == "STRELSAU"


RUNNING = """\
Hartfield council vote: leader survives by two votes

By Sanjay Pell

22.17 GMT

The leader has been speaking outside the town hall, and she says that she has heard the message.

9.58pm

The motion falls, and there are cheers from the benches on the left of the chamber.

21:40

The leader of the group is winding up, and he says that the council has spent too much on consultants.
"""


def test_the_hour_over_an_entry_is_no_body(lay: Lay) -> None:
    roles = lay(RUNNING).roles()
    assert [role for role, words in roles if words[:1].isdigit()] != ["body"] * 3
    assert sum(role == "body" for role, _ in roles) == 3
