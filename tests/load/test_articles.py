"""An article goes in with all that stands in it, each row at its characters; again, it takes its own place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from sqlalchemy import Connection, Table, func, insert, select, update

from etl.load import tables
from etl.load.articles import AnnotatedDocument, WrittenArticles, count_waiting, read_waiting, write_articles
from etl.load.documents import write_files
from etl.load.ledger import begin_run
from etl.load.rejects import list_open, write_rejects
from etl.records import (
    AnnotationStatus,
    AnonymousSource,
    Article,
    Attribution,
    AttributionSpan,
    AttributionType,
    Author,
    Citation,
    CitationKind,
    ClaimOccurrence,
    DatePrecision,
    Document,
    EntityLabel,
    ExtractedFile,
    Figure,
    FigureKind,
    InputFile,
    Medium,
    Mention,
    MentionKind,
    Paragraph,
    ParagraphRole,
    Polarity,
    PublicationTime,
    QuotationEnd,
    Reject,
    Sentence,
    SourceKind,
    Span,
    SpanRole,
    Stage,
    SuppliedMetadata,
    Voice,
)

#: Characters outside the basic plane come first, so that a count of anything but characters would go wrong.
TEXT = "😀 Dam breaks\r\nBy Ann Lee\n“Two 𝒶ides left,” said Mayor Ray, the Post reported."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


SENTENCE = at("“Two 𝒶ides left,” said Mayor Ray, the Post reported.")

ARTICLE = Article(
    headline=at("😀 Dam breaks"),
    url="https://www.herald.example/dam",
    outlet=None,
    published=PublicationTime(datetime(2020, 2, 3, tzinfo=UTC), DatePrecision.DAY),
    language="en",
    word_count=8,
    status=AnnotationStatus.ANNOTATED,
    authors=(Author("Ann Lee", at("Ann Lee")), Author("Bo Ek"), Author("Ann Lee")),
    paragraphs=(
        Paragraph(0, at("😀 Dam breaks").end_char, ParagraphRole.HEADLINE),
        Paragraph(SENTENCE.start_char, SENTENCE.end_char, ParagraphRole.BODY),
    ),
    sentences=(Sentence(SENTENCE.start_char, SENTENCE.end_char, 2),),
    mentions=(
        Mention(at("Mayor Ray"), EntityLabel.PERSON, MentionKind.NAME, "Ray", 1),
        Mention(at("the Post"), EntityLabel.ORG, MentionKind.NAME, "Post", 2),
    ),
    attributions=(
        Attribution(
            AttributionType.MIXED,
            (
                AttributionSpan(SpanRole.CONTENT, at("“Two 𝒶ides left,”")),
                AttributionSpan(SpanRole.CUE, at("said")),
                AttributionSpan(SpanRole.SOURCE, at("Mayor Ray")),
            ),
            "say",
            SourceKind.PERSON,
            1,
            None,
            None,
            "the Post",
            SourceKind.OUTLET,
            Medium.INTERVIEW,
            "Post",
            2,
            False,
            False,
            QuotationEnd.CLOSED,
            0.9,
            "quote-said-name",
        ),
        Attribution(
            AttributionType.INDIRECT,
            (
                AttributionSpan(SpanRole.CONTENT, at("“Two 𝒶ides left,”")),
                AttributionSpan(SpanRole.CONTENT, at("Mayor Ray")),
                AttributionSpan(SpanRole.CUE, at("reported")),
            ),
            "report",
            SourceKind.ANONYMOUS,
            None,
            "not named",
            AnonymousSource(2, "official", "city"),
            None,
            None,
            None,
            None,
            None,
            True,
            False,
            QuotationEnd.NONE,
            0.5,
            "indirect",
        ),
    ),
    claims=(
        ClaimOccurrence(
            at("Two 𝒶ides left"),
            1,
            1,
            Voice.ATTRIBUTED,
            Polarity.AFFIRMED,
            False,
            None,
            "Two 𝒶ides",
            "leave",
            None,
            None,
            0.5,
            ("a number", "a person"),
            "Two 𝒶ides left",
        ),
    ),
    figures=(Figure(at("Two"), 1, FigureKind.COUNT, Decimal(2), Decimal(2), None, None, "aide", False, None),),
    citations=(
        Citation(at("the Post"), CitationKind.CREDIT, "the Post", None, None),
        Citation(at("reported"), CitationKind.REFERENCE, "the Post", None, 1),
    ),
)


@pytest.fixture
def run_id(database: Connection) -> int:
    return begin_run(database, command="newstrace run", version="0", pipeline="p1")


@pytest.fixture
def load(database: Connection, run_id: int) -> Callable[..., list[int]]:
    """Load texts, a file each; their document keys."""

    def load_texts(*texts: str, **supplied: str) -> list[int]:
        start = database.scalar(select(func.count()).select_from(tables.documents)) or 0
        files = [
            ExtractedFile(
                InputFile(f"/in/{start + i}", f"{start + i:064}", 1, "text/plain"),
                (Document(text, metadata=SuppliedMetadata(**supplied)),),
            )
            for i, text in enumerate(texts)
        ]
        write_files(database, run_id, files)
        return [start + i + 1 for i in range(len(texts))]

    return load_texts


def rows(database: Connection, table: Table) -> int:
    return database.scalar(select(func.count()).select_from(table)) or 0


INSIDE = {
    tables.paragraphs: 2,
    tables.sentences: 1,
    tables.mentions: 2,
    tables.attributions: 2,
    tables.attribution_spans: 6,
    tables.claim_occurrences: 1,
    tables.figures: 1,
    tables.citations: 2,
    tables.article_authors: 2,
}


def test_every_row_is_there_and_stands_at_its_words(
    database: Connection,
    run_id: int,
    load: Callable[..., list[int]],
    wrong_ranges: Callable[[Connection], dict[str, int]],
) -> None:
    (key,) = load(TEXT)
    assert write_articles(database, run_id, "p1", [AnnotatedDocument(key, ARTICLE)]) == WrittenArticles(1, {})
    assert {table: rows(database, table) for table in INSIDE} == INSIDE
    assert wrong_ranges(database) == {}
    first, second = database.execute(select(tables.attributions).order_by(tables.attributions.c.attribution_id))
    assert (first.attribution_id, second.attribution_id) == (key * 1_000_000 + 1, key * 1_000_000 + 2)
    assert (first.cue, first.source_as_written, first.speaker_mention_id) == ("said", "Mayor Ray", key * 1_000_000 + 1)
    assert (first.relayed_via, first.relayed_by_attribution_id) == ("Post", second.attribution_id)
    assert second.content == "“Two 𝒶ides left,” ... Mayor Ray"
    assert (second.source_number, second.source_role, second.source_institution) == (2, "official", "city")
    byline = select(tables.authors.c.name).join(tables.article_authors).order_by(tables.article_authors.c.ordinal)
    assert database.scalars(byline).all() == ["Ann Lee", "Bo Ek"]


def test_a_wrong_range_would_be_found(
    database: Connection,
    run_id: int,
    load: Callable[..., list[int]],
    wrong_ranges: Callable[[Connection], dict[str, int]],
) -> None:
    (key,) = load(TEXT)
    write_articles(database, run_id, "p1", [AnnotatedDocument(key, ARTICLE)])
    database.execute(update(tables.figures).values(start_char=tables.figures.c.start_char - 1))
    assert wrong_ranges(database) == {"figures.text": 1}


def test_annotating_again_takes_the_place_of_the_old_rows(
    database: Connection, run_id: int, load: Callable[..., list[int]]
) -> None:
    first, other = load(TEXT, "Another text.")
    write_articles(database, run_id, "p1", [AnnotatedDocument(first, ARTICLE), AnnotatedDocument(other, ARTICLE)])
    link_up(database, first, other)
    write_articles(database, run_id, "p2", [AnnotatedDocument(first, ARTICLE)])
    assert {table: rows(database, table) for table in INSIDE} == {table: 2 * count for table, count in INSIDE.items()}
    row = database.execute(select(tables.articles).where(tables.articles.c.article_id == first)).one()
    assert (row.pipeline, row.linked_version) == ("p2", "annotated anew")  # the link stage starts anew
    assert rows(database, tables.passages) == 0
    assert rows(database, tables.articles) == 2


def link_up(database: Connection, first: int, other: int) -> None:
    """As the link stage would: both articles linked, one citing the other, sharing a passage."""
    database.execute(update(tables.articles).values(linked_version="1"))
    database.execute(
        update(tables.citations).where(tables.citations.c.article_id == other).values(cited_article_id=first)
    )
    database.execute(
        insert(tables.passages).values(
            passage_id=1,
            article_id=first,
            start_char=0,
            end_char=5,
            other_article_id=other,
            other_start_char=0,
            other_end_char=5,
            words=1,
            similarity=1,
            is_quotation=False,
            direction="unknown",
            direction_grounds="none",
        )
    )


def test_one_article_that_does_not_fit_does_not_hold_up_the_others(
    database: Connection, run_id: int, load: Callable[..., list[int]]
) -> None:
    keys = load("one", "two", TEXT, "four", "five")
    empty = Article(None, None, None, None, None, 0, AnnotationStatus.EMPTY)
    odd = replace(empty, sentences=(Sentence(0, 1, 7),))  # there is no seventh paragraph
    batch = [
        AnnotatedDocument(key, article) for key, article in zip(keys, [empty, odd, ARTICLE, odd, empty], strict=True)
    ]
    written = write_articles(database, run_id, "p1", batch)
    assert (written.articles, set(written.refused)) == (3, {keys[1], keys[3]})
    assert "fk_sentences_paragraph_id" in written.refused[keys[1]]
    found = database.scalars(select(tables.articles.c.article_id).order_by(tables.articles.c.article_id)).all()
    assert found == [keys[0], keys[2], keys[4]]


def test_documents_wait_until_they_are_annotated_or_rejected(
    database: Connection, run_id: int, load: Callable[..., list[int]]
) -> None:
    keys = load("one", "two", "three", "four", outlet="Herald", url="https://herald.example/1")
    assert [each.document_id for each in read_waiting(database, limit=3)] == keys[:3]
    assert [each.document_id for each in read_waiting(database, after=keys[2])] == [keys[3]]
    waiting = read_waiting(database)[0]
    assert (waiting.path, waiting.document.text, waiting.document.metadata.outlet) == ("/in/0", "one", "Herald")

    empty = Article(None, None, None, None, None, 0, AnnotationStatus.EMPTY)
    write_articles(database, run_id, "p1", [AnnotatedDocument(keys[0], empty)])
    write_rejects(database, run_id, [Reject("/in/1", 0, Stage.TRANSFORM, ("too deep",))], {"/in/1": waiting_hash(1)})
    assert [each.document_id for each in read_waiting(database)] == keys[2:]
    assert count_waiting(database) == 2
    assert count_waiting(database, with_rejected=True) == 3
    assert count_waiting(database, pipeline="p2") == 3

    write_articles(database, run_id, "p1", [AnnotatedDocument(keys[1], empty)])
    assert list_open(database) == [], "what was annotated in the end is settled"


def waiting_hash(number: int) -> str:
    return f"{number:064}"


def test_an_outlet_is_found_by_name_then_by_address_and_entered_once(
    database: Connection, run_id: int, load: Callable[..., list[int]]
) -> None:
    given = [
        ("The Herald", None),
        ("herald", "https://aggregator.example/herald/1"),
        (None, "https://news.courier.example/1"),
        (None, "http://www.news.courier.example/2"),
        (None, None),
        ("Tribune", "https://www.tribune.example/1"),
        (None, "https://tribune.example/2"),
    ]
    keys = load(*(f"text {i}" for i in range(len(given))))
    batch = [
        AnnotatedDocument(key, Article(None, url, name, None, "en", 1, AnnotationStatus.EMPTY))
        for key, (name, url) in zip(keys, given, strict=True)
    ]
    write_articles(database, run_id, "p1", batch[:3])
    write_articles(database, run_id, "p1", batch[3:])
    query = (
        select(tables.articles.c.article_id, tables.outlets.c.name)
        .outerjoin_from(tables.articles, tables.outlets, tables.articles.c.outlet_id == tables.outlets.c.outlet_id)
        .order_by(tables.articles.c.article_id)
    )
    assert [row.name for row in database.execute(query)] == [
        "The Herald",
        "The Herald",
        "news.courier.example",
        "news.courier.example",
        None,
        "Tribune",
        "Tribune",
    ]
