"""Who took it from whom, as a graph."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import networkx as nx

from etl.report.page.charts.drawing import ACCENT, Chart, Width, draw_both, short
from etl.report.story import Story
from etl.report.telling import describe_step


def draw_lineage(story: Story) -> Chart | None:
    """Who took it from whom: sources to the left and above, who took it to the right and below."""
    graph = lineage_graph(story)
    return draw_both(lambda width: _lineage(story, graph, width)) if graph.number_of_edges() else None


def lineage_graph(story: Story) -> nx.DiGraph[str]:
    """From source to article; nodes are names, edges hold the step that they are."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for step in story.told_steps:
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


def _lineage(story: Story, graph: nx.DiGraph[str], width: Width) -> dict[str, Any]:
    places = _place(graph, [card.name for card in story.cards])
    step = 34 if width is Width.WIDE else 20
    nodes = [
        {
            "name": short(name, 60 if width is Width.WIDE else 38),
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
                "mark": {"type": "rule", "color": ACCENT, "strokeWidth": 1.6, "opacity": 0.8},
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
                    "stroke": {"value": ACCENT},
                    "fill": {"condition": {"test": "datum.loaded", "value": ACCENT}, "value": "var(--paper)"},
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
