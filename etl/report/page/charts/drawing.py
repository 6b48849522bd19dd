"""What the charts share: a drawing for each width, from a Vega-Lite specification to SVG.

The SVG stands in the page itself: no script, no network. Colours are CSS variables, so that one drawing serves light
and dark. Vega writes what each mark means into ``aria-label``; every chart has a table beside it all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import vl_convert
from markupsafe import Markup

from etl.report.story import Card
from etl.report.words import in_brief

INK, RULE, ACCENT = "var(--ink)", "var(--rule)", "var(--accent)"
_FONT = "system-ui, sans-serif"
#: Characters for which a wide chart has room beside it.
_WIDE_CHARS = 34


class Width(StrEnum):
    """A chart is drawn twice; the style sheet shows the one that fits."""

    WIDE = "wide"
    NARROW = "narrow"

    @property
    def pixels(self) -> int:
        return 700 if self is Width.WIDE else 320

    @property
    def label(self) -> int:
        """Pixels for a label beside the chart."""
        return 250 if self is Width.WIDE else 105


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing for each width."""

    wide: Markup
    narrow: Markup


def draw_both(draw: Callable[[Width], Mapping[str, Any]]) -> Chart:
    """The chart whose specification ``draw`` gives for each width."""
    return Chart(*(_render(draw(width)) for width in (Width.WIDE, Width.NARROW)))


def _render(spec: Mapping[str, Any]) -> Markup:
    svg = vl_convert.vegalite_to_svg({**_BASE, **spec, "config": _CONFIG}, vl_version="5.20")
    return Markup(svg)  # escaped by Vega's own writer; tests feed it hostile names


_BASE: Mapping[str, Any] = {
    "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
    "background": "transparent",
    "autosize": {"type": "fit-x", "contains": "padding"},
}
_CONFIG: Mapping[str, Any] = {
    "font": _FONT,
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK,
        "labelFontSize": 13,
        "domainColor": RULE,
        "tickColor": RULE,
        "gridColor": RULE,
        "title": None,
    },
    "text": {"color": INK, "fontSize": 13},
}


def short(name: str, most: int) -> str:
    """A name in ``most`` characters; its number stays, for long names begin alike."""
    words, bracket, number = name.rpartition(" [")
    return f"{in_brief(words, most - len(number) - 2)}{bracket}{number}" if words else in_brief(name, most)


def label(card: Card, width: Width) -> str:
    """How an article is called beside a chart."""
    if width is Width.WIDE:
        return short(card.name, _WIDE_CHARS)
    known = card.outlet if card.outlet != "unknown" else card.headline
    return f"{in_brief(known, 11)} [{card.article_id}]"


def axis_of_names(width: Width) -> dict[str, Any]:
    """An axis with a row for each article."""
    return {
        "type": "nominal",
        "field": "name",
        "sort": None,
        "axis": {
            "labelLimit": width.label,
            "minExtent": width.label + 10,  # the reader's fonts are wider than the drawer's
            "maxExtent": width.label + 10,
            "ticks": False,
            "domain": False,
        },
    }
