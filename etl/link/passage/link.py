"""Passages that new articles share with those in the database, and versions of one article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, text

from etl.link.article import LinkedArticle
from etl.link.passage.alignment import Passage, align
from etl.link.passage.candidates import Pair, find_pairs
from etl.link.passage.direction import judge
from etl.link.passage.fingerprint import select
from etl.link.passage.quotation import Part, part
from etl.link.passage.revision import is_later, is_same_article
from etl.link.passage.shelf import Copy, Shelf
from etl.link.rows import hash_key, set_column
from etl.load.copy import copy_numbers, copy_rows
from etl.load.tables import articles, fingerprints, passages

#: Pairs compared before their rows are written.
CHUNK = 256

_LOSE = text("""
    delete from news.passages as p
    using unnest(cast(:ones as bigint[]), cast(:others as bigint[])) as lost(one, other)
    where p.article_id = lost.one and p.other_article_id = lost.other
""")

_REVISED = text("""
    select article_id, revision_of_article_id
    from news.articles
    where article_id = any(cast(:ids as bigint[])) and revision_of_article_id is not null
""")


def link_passages(connection: Connection, article_ids: Sequence[int], shelf: Shelf | None = None) -> set[int]:
    """Find what the new articles share with all others; the articles whose passages changed.

    ``shelf`` keeps articles from one call to the next.
    """
    shelf = shelf or Shelf(connection)
    new = shelf.fetch(article_ids)
    rows = (row for copy in new.values() for row in _fingerprint_rows(copy))
    copy_numbers(connection, fingerprints, ("fingerprint", "priority", "article_id"), rows)
    pairs = find_pairs(connection, [each for each, copy in new.items() if copy.article.is_annotated])
    affected = {article for pair in pairs.lost for article in pair}
    if pairs.lost:
        connection.execute(
            _LOSE, {"ones": [one for one, _ in pairs.lost], "others": [other for _, other in pairs.lost]}
        )
    return affected | compare_pairs(connection, pairs.found, shelf)


def compare_pairs(connection: Connection, pairs: Collection[Pair], shelf: Shelf) -> set[int]:
    """Write what these pairs share, which have no passages yet; the articles that share something."""
    affected: set[int] = set()
    earlier: dict[int, list[LinkedArticle]] = defaultdict(list)
    for found in _compare_all(pairs, shelf, earlier):
        copy_rows(connection, passages, found)
        affected.update(row[side] for row in found for side in ("article_id", "other_article_id"))
    _set_revisions(connection, earlier, shelf)
    return affected


def find_revisions(connection: Connection, article_ids: Collection[int], pairs: Collection[Pair], shelf: Shelf) -> None:
    """Point these articles anew to the versions before them, which are among ``pairs``."""
    earlier: dict[int, list[LinkedArticle]] = defaultdict(list)
    for _ in _compare_all(pairs, shelf, earlier):
        pass
    set_column(connection, articles.c.article_id, articles.c.revision_of_article_id, dict.fromkeys(article_ids))
    _set_revisions(connection, {each: earlier[each] for each in article_ids if each in earlier}, shelf)


def _compare_all(
    pairs: Collection[Pair], shelf: Shelf, earlier: dict[int, list[LinkedArticle]]
) -> Iterator[list[dict[str, Any]]]:
    ordered = sorted(pairs, key=lambda pair: (pair[1], pair[0]))
    for start in range(0, len(ordered), CHUNK):
        chunk = ordered[start : start + CHUNK]
        copies = shelf.fetch(article for pair in chunk for article in pair)
        yield [row for pair in chunk for row in _compare(pair, copies, earlier)]


def _fingerprint_rows(copy: Copy) -> Iterator[tuple[int, int, int]]:
    if copy.article.is_annotated:
        for fingerprint in select(copy.text.words).tolist():
            yield fingerprint, copy.article.priority, copy.article.article_id


def _compare(
    pair: Pair, copies: Mapping[int, Copy], earlier: dict[int, list[LinkedArticle]]
) -> Iterator[dict[str, Any]]:
    """The rows of what two articles share; enters earlier versions of an article into ``earlier``."""
    # In an order that does not depend on the keys, which follow the order of loading.
    one, other = sorted(
        (copies[each] for each in pair), key=lambda copy: (copy.article.priority, copy.article.article_id)
    )
    shared = align(one.text, other.text)
    if not shared:
        return
    if is_same_article(one.article, other.article, shared, len(one.text.words), len(other.text.words)):
        later = is_later(one.article, other.article)
        if later is not None:
            new, old = (one, other) if later else (other, one)
            earlier[new.article.article_id].append(old.article)
    for passage in shared:
        for each in part(passage, one.quoted, other.quoted):
            yield _row(one, other, each) if one.article.article_id == pair[0] else _row(other, one, each.turned)


def _row(one: Copy, other: Copy, part_: Part) -> dict[str, Any]:
    passage = part_.passage
    ids = one.article.article_id, other.article.article_id
    start, end = _characters(one, passage.first)
    other_start, other_end = _characters(other, passage.second)
    judged = judge(one.standing, other.standing, is_quotation=part_.is_quotation, extra_words=_extra_words(passage))
    return {
        "passage_id": hash_key(*ids, start, other_start) & (1 << 63) - 1,
        "article_id": ids[0],
        "start_char": start,
        "end_char": end,
        "other_article_id": ids[1],
        "other_start_char": other_start,
        "other_end_char": other_end,
        "words": passage.matches,
        "similarity": round(passage.similarity, 4),
        "is_quotation": part_.is_quotation,
        "direction": judged.direction.value,
        "direction_grounds": judged.grounds,
    }


def _characters(copy: Copy, words: tuple[int, int]) -> tuple[int, int]:
    """The range of characters of a range of words."""
    return int(copy.text.words.starts[words[0]]), int(copy.text.words.ends[words[1] - 1])


def _extra_words(passage: Passage) -> int:
    (start, end), (other_start, other_end) = passage.first, passage.second
    return (end - start) - (other_end - other_start)


def _set_revisions(connection: Connection, earlier: Mapping[int, Sequence[LinkedArticle]], shelf: Shelf) -> None:
    """Point each later version to the latest of the versions before it."""
    if not earlier:
        return
    known = dict(map(tuple, connection.execute(_REVISED, {"ids": list(earlier)})))
    targets = {}
    before = {each: copy.article for each, copy in shelf.fetch(known.values()).items()}
    for article_id, versions in earlier.items():
        candidates = [*versions, *([before[known[article_id]]] if article_id in known else [])]
        targets[article_id] = max(candidates, key=_version_order).article_id
    set_column(connection, articles.c.article_id, articles.c.revision_of_article_id, targets)


def _version_order(article: LinkedArticle) -> tuple[bool, object, int]:
    return article.published_at is not None, article.published_at or 0, article.file_id
