"""A story's title."""

from __future__ import annotations

from etl.link.story.title import choose_title


def test_the_title_is_the_headline_that_says_what_the_others_say() -> None:
    headlines = [
        "What a week it was in the region",
        "US sharing military base with Iran-backed militia in Iraq",
        "Report: American, Iranian soldiers sharing base in Iraq",
        "Concerns raised over Iranian-backed militias at base in Iraq",
    ]
    assert choose_title(headlines) in (1, 2)


def test_of_equal_headlines_the_earliest_is_taken() -> None:
    assert choose_title(["Dock strike begins", "Dock strike begins"]) == 0


def test_only_what_is_eligible_can_be_the_title() -> None:
    """Else a dam burst is called by the minister whom it cost his office two days later."""
    headlines = [
        "Dam bursts above Kalanga, nine dead",
        "President fires minister after Kalanga dam collapse",
        "Minister fired after dam collapse in Kalanga",
    ]
    assert choose_title(headlines) in (1, 2)
    assert choose_title(headlines, {0}) == 0
