"""Whose words each article's words are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from etl.report.page.charts.drawing import Chart, Width, axis_of_names, draw_both, label
from etl.report.story import Card, Story

#: Kinds of words, with their colours, in the order in which they are stacked.
WORD_KINDS = (
    ("own_words", "its own", "var(--own)"),
    ("attributed_words", "attributed, in its own phrasing", "var(--attributed)"),
    ("quoted_words", "quoted", "var(--quoted)"),
    ("reused_words", "shared with another article that may have had them first", "var(--reused)"),
)


def draw_words(story: Story) -> Chart | None:
    """Whose words each article's words are."""
    cards = [card for card in story.cards if card.words]
    return draw_both(lambda width: _words(cards, width)) if cards else None


def _words(cards: Sequence[Card], width: Width) -> dict[str, Any]:
    values = [
        {
            "name": label(card, width),
            "kind": meaning,
            "share": getattr(card, kind) / card.words,
            "place": place,
            "meaning": f"{card.name}: {getattr(card, kind):,} of {card.words:,} words {meaning}",
        }
        for card in cards
        for place, (kind, meaning, _colour) in enumerate(WORD_KINDS)
        if getattr(card, kind)
    ]
    return {
        "width": width.pixels,
        "height": {"step": 30},
        "data": {"values": values},
        "mark": {"type": "bar", "height": 16},
        "encoding": {
            "y": axis_of_names(width),
            "x": {
                "field": "share",
                "type": "quantitative",
                "stack": "zero",
                "scale": {"domain": [0, 1]},
                "axis": {"format": ".0%", "tickCount": 4, "orient": "top", "labelFlush": True},
            },
            "color": {
                "field": "kind",
                "type": "nominal",
                "legend": None,
                "scale": {
                    "domain": [meaning for _kind, meaning, _colour in WORD_KINDS],
                    "range": [colour for _kind, _meaning, colour in WORD_KINDS],
                },
            },
            "order": {"field": "place"},
            "description": {"field": "meaning"},
        },
    }
