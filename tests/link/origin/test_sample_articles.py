"""The five sample articles, annotated by the real pipeline and linked in several orders: read against the articles.

Four are about one story: American soldiers and Iran-backed militias share a base in Iraq. One says "us" in words that
two others credit to BloombergView or Bloomberg; one prints the unnamed official's words without a credit. Nobody has
BloombergView's own article. The fifth is about another story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from etl.language import load_pipeline
from etl.link.link import link_pending
from etl.load.articles import AnnotatedDocument, write_articles
from etl.load.documents import write_files
from etl.load.ledger import begin_run
from etl.records import Article, Document, ExtractedFile, InputFile
from etl.transform.article import Transformer

SAMPLES = sorted((Path(__file__).parents[3] / "seeds" / "articles").glob("*.txt"))
ORDERS = [(0, 1, 2, 3, 4), (4, 3, 2, 1, 0), (2, 0, 4, 1, 3), (3, 1, 0, 4, 2)]

Groups = set[frozenset[tuple[int, int]]]


@pytest.fixture(scope="module")
def annotated() -> list[tuple[Document, Article]]:
    transformer = Transformer(load_pipeline(None))
    documents = [Document(path.read_bytes().decode("utf-8")) for path in SAMPLES]
    return [(document, transformer.annotate(document)) for document in documents]


class Archive:
    """A database with the samples in some order, linked; rows name the samples by their numbers, from 0."""

    def __init__(self, connection: Connection, samples: list[tuple[Document, Article]], order: Iterable[int]) -> None:
        self._connection = connection
        self._sample: dict[int, int] = {}
        run = begin_run(connection, command="test", version="0", pipeline="test")
        for number in order:
            document, article = samples[number]
            file = InputFile(str(SAMPLES[number]), f"{number:064x}", len(document.text), "text/plain")
            write_files(connection, run, [ExtractedFile(file, (document,))])
            key = connection.scalar(text("select max(document_id) from raw.documents"))
            assert key is not None
            self._sample[key] = number
            write_articles(connection, run, "test", [AnnotatedDocument(key, article)])
            if number % 2:
                link_pending(connection)
        link_pending(connection)

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """The rows of a query; a first column ``article_id`` becomes the sample's number."""
        result = self._connection.execute(text(query))
        named = next(iter(result.keys())) == "article_id"
        return [(self._sample[row[0]], *row[1:]) if named else tuple(row) for row in result]

    def groups(self, table: str, group: str, key: str) -> Groups:
        """The groups of a table's rows, each row as sample and ordinal."""
        found: dict[object, set[tuple[int, int]]] = defaultdict(set)
        for sample, place, group_id in self.rows(f"select article_id, {key} % 1000000, {group} from news.{table}"):
            assert isinstance(sample, int)
            assert isinstance(place, int)
            if group_id is not None:
                found[group_id].add((sample, place))
        return {frozenset(members) for members in found.values()}

    def all_groups(self) -> dict[str, Groups]:
        return {
            "entities": self.groups("mentions", "entity_id", "mention_id"),
            "quotes": self.groups("quote_occurrences", "quote_id", "attribution_id"),
            "claims": self.groups("claim_occurrences", "claim_id", "claim_occurrence_id"),
        }


@pytest.fixture
def archive(database: Connection, annotated: list[tuple[Document, Article]]) -> Archive:
    return Archive(database, annotated, ORDERS[0])


@pytest.mark.parametrize("order", ORDERS[1:])
def test_the_groups_are_the_same_whatever_the_order(
    archive: Archive, empty_copy: Connection, annotated: list[tuple[Document, Article]], order: tuple[int, ...]
) -> None:
    other = Archive(empty_copy, annotated, order)
    assert other.all_groups() == archive.all_groups()
    names = "select name from news.entities order by name"
    assert other.rows(names) == archive.rows(names)
    sources = "select source_kind, source, occurrences from news.claim_sources where occurrences > 1 order by 2, 3"
    assert other.rows(sources) == archive.rows(sources)


def test_four_trace_to_bloombergview_which_nobody_loaded(archive: Archive) -> None:
    rows = archive.rows(
        "select o.name, s.article_id is not null, s.articles_tracing from news.story_origins as s "
        "join news.outlets as o using (outlet_id)"
    )
    assert rows == [("BloombergView", False, 4)]


def test_the_claim_that_both_share_the_base_has_one_source(archive: Archive) -> None:
    rows = archive.rows(
        "select distinct c.claim_id, c.independent_sources from news.claim_occurrences as o "
        "join news.claims as c using (claim_id) where o.text ilike '%shar%base%'"
    )
    assert rows
    assert {sources for _, sources in rows} == {1}
    articles = archive.rows(
        "select distinct article_id from news.claim_occurrences where claim_id = "
        "(select claim_id from news.claim_occurrences where text ilike '%share a base in Iraq%' limit 1)"
    )
    assert {sample for (sample,) in articles} == {0, 1, 2, 3}


def test_450_and_about_400_are_one_claim_with_two_numbers(archive: Archive) -> None:
    rows = archive.rows(
        "select o.claim_id from news.figures as f join news.claim_occurrences as o using (claim_occurrence_id) "
        "where f.value in (400, 450) group by o.claim_id having count(distinct f.value) = 2"
    )
    assert len(rows) == 1


def test_mccains_quote_was_told_to_two_papers(archive: Archive) -> None:
    rows = archive.rows(
        "select q.article_id, q.alteration, e.name, o.name from news.quote_occurrences as q "
        "join news.attributions as a using (attribution_id) "
        "join news.entities as e on e.entity_id = a.speaker_entity_id "
        "left join news.outlets as o on o.outlet_id = a.addressee_outlet_id "
        "where q.content ilike '%an insult to the families%'"
    )
    assert sorted(rows) == [
        (0, "identical", "John McCain", "BloombergView"),
        (1, "trimmed", "John McCain", "BloombergView"),
        (2, "identical", "John McCain", "The Wall Street Journal"),
    ]
    assert archive.rows("select count(distinct quote_id) from news.quote_occurrences where content ~ 'an insult'") == [
        (1,)
    ]
