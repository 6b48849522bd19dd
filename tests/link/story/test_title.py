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
