"""When each article came out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from etl.report.page.charts.drawing import ACCENT, Chart, Width, axis_of_names, draw_both, label
from etl.report.story import Card, Story
from etl.report.words import moment


def draw_timeline(story: Story) -> Chart | None:
    """When each dated article came out: a dot, or a bar where only the day, month or year is known."""
    dated = [card for card in story.cards if card.published_at is not None]
    return draw_both(lambda width: _timeline(dated, width)) if dated else None


def _timeline(cards: Sequence[Card], width: Width) -> dict[str, Any]:
    values = [
        {
            "name": label(card, width),
            "from": at.isoformat(),
            "to": _end(at, card.published_precision).isoformat(),
            "meaning": f"{card.name}: {moment(at, card.published_precision)}",
            "rough": card.published_precision in ("day", "month", "year"),
        }
        for card in cards
        if (at := card.published_at and card.published_at.astimezone(UTC))
    ]
    shared = {
        "y": axis_of_names(width),
        "x": {
            "field": "from",
            "type": "temporal",
            "scale": {"type": "utc", "nice": False, "padding": 14},
            "axis": {
                "labelOverlap": "greedy",
                "tickCount": 5 if width is Width.WIDE else 2,
                "orient": "top",
                "format": _tick_format(cards, width),
            },
        },
        "description": {"field": "meaning"},
    }
    return {
        "width": width.pixels,
        "height": {"step": 30},
        "data": {"values": values},
        "encoding": shared,
        "layer": [
            {
                "transform": [{"filter": "datum.rough"}],
                "mark": {"type": "bar", "height": 8, "cornerRadius": 4, "color": ACCENT, "opacity": 0.55},
                "encoding": {"x2": {"field": "to"}},
            },
            {
                "transform": [{"filter": "!datum.rough"}],
                "mark": {"type": "point", "filled": True, "size": 130, "color": ACCENT, "opacity": 1},
            },
        ],
    }


def _tick_format(cards: Sequence[Card], width: Width) -> str:
    times = [card.published_at for card in cards if card.published_at]
    days = (max(times) - min(times)).days
    if width is Width.NARROW and 0 < days < 300:
        return "%-d %b"
    return "%-d %b %H:%M" if days < 4 else "%-d %b" if days < 300 else "%b %Y"


def _end(at: datetime, precision: str | None) -> datetime:
    match precision:
        case "day":
            return at.replace(hour=23, minute=59)
        case "month":
            return at.replace(day=28, hour=23, minute=59)
        case "year":
            return at.replace(month=12, day=31, hour=23, minute=59)
    return at
