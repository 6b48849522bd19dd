"""A saved view asked for its rows: filtered, most telling first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, text

from etl.errors import UsageError
from etl.load.tables import REPORT
from etl.load.view_files import View


class Filter(StrEnum):
    """What rows can be narrowed down to; the value is the column that holds its key."""

    STORY = "story_id"
    ARTICLE = "article_id"
    QUOTE = "quote_id"
    CLAIM = "claim_id"

    @property
    def noun(self) -> str:
        return self.name.lower()


#: For a view without the filter's own column: another column, and what finds its keys.
_THROUGH: Mapping[Filter, Sequence[tuple[str, str]]] = {
    Filter.STORY: (
        ("quote_id", "select distinct quote_id from report.quote_provenance where story_id = :key"),
        ("claim_id", "select claim_id from report.claim_support where story_id = :key"),
    ),
    Filter.ARTICLE: (
        ("quote_id", "select distinct quote_id from report.quote_provenance where article_id = :key"),
        ("claim_id", "select distinct claim_id from report.claim_provenance where article_id = :key"),
        ("story_id", "select story_id from report.articles where article_id = :key"),
    ),
    Filter.QUOTE: (),
    Filter.CLAIM: (),
}

#: A second column in which a key may stand.
_ALSO = {"article_id": "other_article_id"}


@dataclass(frozen=True, slots=True)
class Rows:
    """A view's answer; ``rows`` can be read once, while the connection lives."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


def filters_of(view: View) -> tuple[Filter, ...]:
    """What the view's rows can be narrowed down to."""
    return tuple(each for each in Filter if _path(view, each) is not None)


def ask_view(
    connection: Connection,
    view: View,
    narrowed: Mapping[Filter, int],
    limit: int | None = None,
    columns: Sequence[str] = (),
) -> Rows:
    """The view's rows, most telling first, narrowed down to the given story, article, quote and claim.

    Of ``columns`` (all by default) alone the server has to find the values: a text behind each of a million rows that
    nobody sees takes minutes.

    Raises :class:`~etl.errors.UsageError` where the view cannot be narrowed down so, or where there is no such key.
    """
    conditions, parameters = ["true"], dict[str, Any]()
    for each, key in narrowed.items():
        condition, keys = _narrow(connection, view, each, key)
        conditions.append(condition)
        parameters[each.noun] = keys
    asked = ", ".join(columns or view.columns)
    statement = f"select {asked} from {REPORT}.{view.name} where {' and '.join(conditions)}"
    if view.order:
        statement += f" order by {view.order}"
    if limit is not None:
        statement += " limit :limit"
        parameters["limit"] = limit
    result = connection.execute(text(statement), parameters, execution_options={"yield_per": 1000})
    return Rows(tuple(result.keys()), (tuple(row) for row in result))


def _path(view: View, narrowing: Filter) -> tuple[str, str | None] | None:
    if narrowing in view.columns:
        return narrowing, None
    return next(((column, lookup) for column, lookup in _THROUGH[narrowing] if column in view.columns), None)


def _narrow(connection: Connection, view: View, narrowing: Filter, key: int) -> tuple[str, int | list[int]]:
    path = _path(view, narrowing)
    if path is None:
        known = ", ".join(f"--{each.noun}" for each in filters_of(view)) or "no filter"
        raise UsageError(f"{view.name} has no {narrowing.noun} to filter by. It takes {known}.")
    _require(connection, narrowing, key)
    column, lookup = path
    if lookup is None:
        condition = f"{column} = :{narrowing.noun}"
        if _ALSO.get(column) in view.columns:
            condition = f"({condition} or {_ALSO[column]} = :{narrowing.noun})"
        return condition, key
    # keys first, then the view: a list of constants reaches the tables under it, a subselect would not
    keys = list(connection.execute(text(lookup), {"key": key}).scalars())
    if len(keys) == 1:  # an equality reaches further still
        return f"{column} = :{narrowing.noun}", keys[0]
    return f"{column} = any(:{narrowing.noun})", keys


_EXISTS = {
    Filter.STORY: "select 1 from report.story_coverage where story_id = :key",
    Filter.ARTICLE: "select 1 from report.articles where article_id = :key",
    Filter.QUOTE: "select 1 from report.quote_provenance where quote_id = :key limit 1",
    Filter.CLAIM: "select 1 from report.claim_support where claim_id = :key limit 1",
}
_LISTS = {
    Filter.STORY: "story_coverage",
    Filter.ARTICLE: "articles",
    Filter.QUOTE: "quote_provenance",
    Filter.CLAIM: "claim_support",
}


def _require(connection: Connection, narrowing: Filter, key: int) -> None:
    if connection.execute(text(_EXISTS[narrowing]), {"key": key}).first() is None:
        raise UsageError(
            f"there is no {narrowing.noun} {key}. `newstrace report {_LISTS[narrowing]}` lists those that there are."
        )
