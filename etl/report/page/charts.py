"""The page's charts, as Vega-Lite specifications that become SVG.

The SVG stands in the page itself: no script, no network. Colours are CSS variables, so that one drawing serves light
and dark. Vega writes what each mark means into ``aria-label``; every chart has a table beside it all the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from typing import Any

import networkx as nx
import vl_convert
from markupsafe import Markup

from etl.report.story import Card, Story
from etl.report.telling import describe_step
from etl.report.words import in_brief, moment

_INK, _RULE, _ACCENT = "var(--ink)", "var(--rule)", "var(--accent)"
_FONT = "system-ui, sans-serif"

#: Kinds of words, with their colours, in the order in which they are stacked.
WORD_KINDS = (
    ("own_words", "its own", "var(--own)"),
    ("attributed_words", "attributed, in its own phrasing", "var(--attributed)"),
    ("quoted_words", "quoted", "var(--quoted)"),
    ("reused_words", "shared with another article that may have had them first", "var(--reused)"),
)


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


def draw_timeline(story: Story) -> Chart | None:
    """When each dated article came out: a dot, or a bar where only the day, month or year is known."""
    dated = [card for card in story.cards if card.published_at is not None]
    return _both(lambda width: _timeline(dated, width)) if dated else None


def draw_lineage(story: Story) -> Chart | None:
    """Who took it from whom: sources to the left and above, who took it to the right and below."""
    graph = lineage_graph(story)
    return _both(lambda width: _lineage(story, graph, width)) if graph.number_of_edges() else None


def draw_words(story: Story) -> Chart | None:
    """Whose words each article's words are."""
    cards = [card for card in story.cards if card.words]
    return _both(lambda width: _words(cards, width)) if cards else None


def lineage_graph(story: Story) -> nx.DiGraph[str]:
    """From source to article; nodes are names, edges hold the step that they are."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for step in story.steps:
        loaded = step.derived_from_article_id
        source = story.name(loaded) if loaded else step.derived_from_outlet or "an unknown source"
        target = story.name(step.article_id)
        graph.add_node(source, is_loaded=loaded is not None)
        graph.add_node(target, is_loaded=True)
        if not nx.has_path(
            graph, target, source
        ):  # a cycle is a fault in the data; the drawing leaves its last step out
            graph.add_edge(source, target, step=step)
    return graph


def _both(draw: Any) -> Chart:
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
        "labelColor": _INK,
        "labelFontSize": 13,
        "domainColor": _RULE,
        "tickColor": _RULE,
        "gridColor": _RULE,
        "title": None,
    },
    "text": {"color": _INK, "fontSize": 13},
}


def _label(card: Card, width: Width) -> str:
    if width is Width.WIDE:
        return card.name
    known = card.outlet if card.outlet != "unknown" else card.headline
    return f"{in_brief(known, 11)} [{card.article_id}]"


def _axis_of_names(width: Width) -> dict[str, Any]:
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


def _timeline(cards: Sequence[Card], width: Width) -> dict[str, Any]:
    values = [
        {
            "name": _label(card, width),
            "from": at.isoformat(),
            "to": _end(at, card.published_precision).isoformat(),
            "meaning": f"{card.name}: {moment(at, card.published_precision)}",
            "rough": card.published_precision in ("day", "month", "year"),
        }
        for card in cards
        if (at := card.published_at and card.published_at.astimezone(UTC))
    ]
    shared = {
        "y": _axis_of_names(width),
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
                "mark": {"type": "bar", "height": 8, "cornerRadius": 4, "color": _ACCENT, "opacity": 0.55},
                "encoding": {"x2": {"field": "to"}},
            },
            {
                "transform": [{"filter": "!datum.rough"}],
                "mark": {"type": "point", "filled": True, "size": 130, "color": _ACCENT, "opacity": 1},
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


def _words(cards: Sequence[Card], width: Width) -> dict[str, Any]:
    values = [
        {
            "name": _label(card, width),
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
            "y": _axis_of_names(width),
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


def _lineage(story: Story, graph: nx.DiGraph[str], width: Width) -> dict[str, Any]:
    places = _place(graph, [card.name for card in story.cards])
    step = 34 if width is Width.WIDE else 20
    nodes = [
        {
            "name": in_brief(name, 60 if width is Width.WIDE else 38),
            "x": places[name][0],
            "y": places[name][1],
            "loaded": bool(graph.nodes[name]["is_loaded"]),
            "meaning": name if graph.nodes[name]["is_loaded"] else f"{name}, not among the loaded articles",
        }
        for name in places
    ]
    edges = [
        {
            "x": places[source][0],
            "y": places[source][1],
            "x2": places[target][0],
            "y2": places[target][1],
            "kind": data["step"].prov_type,
            "meaning": describe_step(story, data["step"]),
        }
        for source, target, data in graph.edges(data=True)
    ]
    deepest = max(x for x, _y in places.values())
    columns = (width.pixels - 20) / step
    across = {
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": [-0.4, max(columns, deepest + 1)], "nice": False},
    }
    down = {"type": "quantitative", "axis": None, "scale": {"domain": [len(places) - 0.5, -0.5], "nice": False}}
    return {
        "width": width.pixels,
        "height": 34 * len(places),
        "layer": [
            {
                "data": {"values": edges},
                "mark": {"type": "rule", "color": _ACCENT, "strokeWidth": 1.6, "opacity": 0.8},
                "encoding": {
                    "x": {"field": "x", **across},
                    "x2": {"field": "x2"},
                    "y": {"field": "y", **down},
                    "y2": {"field": "y2"},
                    "strokeDash": {
                        "field": "kind",
                        "type": "nominal",
                        "legend": None,
                        "scale": {
                            "domain": ["wasQuotedFrom", "hadPrimarySource", "wasRevisionOf", "wasDerivedFrom"],
                            "range": [[1, 0], [1, 0], [8, 3], [3, 3]],
                        },
                    },
                    "description": {"field": "meaning"},
                },
            },
            {
                "data": {"values": nodes},
                "mark": {"type": "point", "size": 130, "opacity": 1, "strokeWidth": 2},
                "encoding": {
                    "x": {"field": "x", **across},
                    "y": {"field": "y", **down},
                    "stroke": {"value": _ACCENT},
                    "fill": {"condition": {"test": "datum.loaded", "value": _ACCENT}, "value": "var(--paper)"},
                    "description": {"field": "meaning"},
                },
            },
            {
                "data": {"values": nodes},
                "mark": {"type": "text", "align": "left", "dx": 12, "baseline": "middle", "aria": False},
                "encoding": {
                    "x": {"field": "x", **across},
                    "y": {"field": "y", **down},
                    "text": {"field": "name"},
                },
            },
        ],
    }


def _place(graph: nx.DiGraph[str], order: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Column and row of each node: the column is its longest way from a root, the row follows its first source."""
    column = {name: depth for depth, names in enumerate(nx.topological_generations(graph)) for name in names}
    roots = sorted(
        (name for name in graph if graph.in_degree(name) == 0), key=lambda name: (-graph.out_degree(name), name)
    )
    by_order = partial(sorted, key=lambda name: order.index(name) if name in order else len(order))
    rows: dict[str, int] = {}
    for root in roots:
        for name in nx.dfs_preorder_nodes(graph, root, sort_neighbors=by_order):
            rows.setdefault(name, len(rows))
    return {name: (column[name], row) for name, row in rows.items()}
