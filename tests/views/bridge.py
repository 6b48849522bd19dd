"""A newsroom small enough to work out on paper: two stories, five articles.

The first story: a mayor says that a bridge will close. The Harbour Post had it first; Valley News credits it, and has
another price; a third page gives the quotation to somebody else and denies the closure; a fourth carries it with a
hedge and says neither who it is nor when. The second story is one article in which there is nothing to find.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, text

TEXTS = {
    1: (
        "Bridge to close\n\n"
        "The old bridge will close in May. “We cannot wait another winter,” Mayor Ana Roy told us. "
        "Repairs will cost 4 million dollars, a city official said."
    ),
    2: (
        "Old bridge shuts\n\n"
        "The old bridge will close in May, the Harbour Post reported. “We cannot wait another winter,” "
        "Roy told the Harbour Post. Repairs will cost 5 million dollars, the paper quoted a city official as saying."
    ),
    3: (
        "Winter closing\n\n"
        "“We cannot wait one more winter,” Tom Lee told Valley News. The old bridge will not close in May."
    ),
    4: "The old bridge will reportedly close in May. Buses will run every ten minutes.",
    5: "Nothing today\n\nThe sun was out.",
}


def add(connection: Connection, table: str, **values: Any) -> None:
    """Insert one row."""
    columns, places = ", ".join(values), ", ".join(f":{name}" for name in values)
    connection.execute(text(f"insert into {table} ({columns}) values ({places})"), values)


def span(article_id: int, words: str, nth: int = 1) -> dict[str, Any]:
    """Where ``words`` stand for the ``nth`` time in an article's text."""
    start = -1
    for _ in range(nth):
        start = TEXTS[article_id].index(words, start + 1)
    return {"start_char": start, "end_char": start + len(words)}


def told(article_id: int, words: str, nth: int = 1) -> dict[str, Any]:
    """Like :func:`span`, with the words."""
    return {**span(article_id, words, nth), "text": words}


def build(connection: Connection) -> None:
    """Write the newsroom's rows; what the run counts is left to the run."""
    _add_run(connection)
    _add_publications(connection)
    _add_layout(connection)
    _add_mentions(connection)
    _add_attributions(connection)
    _add_citations(connection)
    _add_quotes(connection)
    _add_claims(connection)
    _add_stories(connection)


def _add_run(connection: Connection) -> None:
    add(
        connection,
        "raw.runs",
        run_id=1,
        command="newstrace run news",
        started_at="2024-04-02T06:00:00Z",
        ended_at="2024-04-02T06:01:30.5Z",
        status="done_with_rejects",
        version="0.1.0",
        pipeline="en-1",
        files=6,
        documents=5,
        articles=5,
        rejects=1,
    )
    add(
        connection,
        "raw.rejects",
        reject_id=1,
        path="/news/6.txt",
        position=None,
        stage="extract",
        reason="the file is empty",
        excerpt="",
        run_id=1,
        rejected_at="2024-04-02T06:00:05Z",
    )
    for key, whole in TEXTS.items():
        add(
            connection,
            "raw.files",
            file_id=key,
            path=f"/news/{key}.txt",
            sha256=sha256(whole.encode()).hexdigest(),
            size_bytes=len(whole.encode()),
            media_type="text/plain",
            status="loaded",
            run_id=1,
            loaded_at="2024-04-02T06:00:10Z",
        )
        add(
            connection,
            "raw.documents",
            document_id=key,
            file_id=key,
            position=0,
            text=whole,
            text_sha256=sha256(whole.encode()).hexdigest(),
            identity_sha256=sha256(whole.encode()).hexdigest(),
            reader="text/1",
            encoding="utf-8",
            run_id=1,
        )


def _add_publications(connection: Connection) -> None:
    # numbers and names that the reference data does not have
    for key, name in ((900001, "Harbour Post"), (900002, "Valley News"), (900003, "Coast Wire")):
        add(connection, "news.outlets", outlet_id=key, name=name, kind="newspaper")
    add(connection, "news.authors", author_id=1, name="Kim Day")
    published = {
        1: ("2024-03-01T08:00:00Z", "minute"),
        2: ("2024-03-01T12:30:00Z", "minute"),
        3: ("2024-03-01T00:00:00Z", "day"),
        5: ("2024-04-01T09:00:00Z", "minute"),
    }
    outlets = {1: 900001, 2: 900002, 5: 900001}
    for key, whole in TEXTS.items():
        at, precision = published.get(key, (None, None))
        add(
            connection,
            "news.articles",
            article_id=key,
            document_id=key,
            outlet_id=outlets.get(key),
            url="https://www.example.org/bridge" if key == 3 else None,
            headline=None if key == 4 else whole.splitlines()[0],
            published_at=at,
            published_precision=precision,
            language="en",
            word_count=len(whole.split("\n\n")[-1].split()),
            status="annotated",
            pipeline="en-1",
            linked_version="1",
            run_id=1,
        )
    add(connection, "news.article_authors", article_id=1, author_id=1, ordinal=1)


def _add_layout(connection: Connection) -> None:
    sentences = {
        1: (
            "The old bridge will close in May.",
            "“We cannot wait another winter,” Mayor Ana Roy told us.",
            "Repairs will cost 4 million dollars, a city official said.",
        ),
        2: (
            "The old bridge will close in May, the Harbour Post reported.",
            "“We cannot wait another winter,” Roy told the Harbour Post.",
            "Repairs will cost 5 million dollars, the paper quoted a city official as saying.",
        ),
        3: ("“We cannot wait one more winter,” Tom Lee told Valley News.", "The old bridge will not close in May."),
        4: ("The old bridge will reportedly close in May.", "Buses will run every ten minutes."),
        5: ("The sun was out.",),
    }
    for key, whole in TEXTS.items():
        paragraphs = whole.split("\n\n")
        for ordinal, paragraph in enumerate(paragraphs, start=1):
            add(
                connection,
                "news.paragraphs",
                paragraph_id=key * 1_000_000 + ordinal,
                article_id=key,
                ordinal=ordinal,
                role="body" if ordinal == len(paragraphs) else "headline",
                **span(key, paragraph),
            )
        for ordinal, sentence in enumerate(sentences[key], start=1):
            add(
                connection,
                "news.sentences",
                sentence_id=key * 1_000_000 + ordinal,
                article_id=key,
                paragraph_id=key * 1_000_000 + len(paragraphs),
                ordinal=ordinal,
                **span(key, sentence),
            )


def _add_mentions(connection: Connection) -> None:
    entities = (
        (1000001, "Ana Roy", "PERSON", None),
        (2000001, "Harbour Post", "ORG", 900001),
        (3000001, "Tom Lee", "PERSON", None),
        (3000002, "Valley News", "ORG", 900002),
    )
    for key, name, label, outlet_id in entities:
        add(connection, "news.entities", entity_id=key, name=name, label=label, outlet_id=outlet_id)
    mentions = (
        (1000001, 1000001, 1, "PERSON", "Ana Roy", 1),
        (2000001, 2000001, 2, "ORG", "Harbour Post", 1),
        (2000002, 1000001, 2, "PERSON", "Roy", 1),
        (2000003, 2000001, 2, "ORG", "Harbour Post", 2),
        (3000001, 3000001, 3, "PERSON", "Tom Lee", 1),
        (3000002, 3000002, 3, "ORG", "Valley News", 1),
    )
    for key, entity_id, article_id, label, words, nth in mentions:
        add(
            connection,
            "news.mentions",
            mention_id=key,
            article_id=article_id,
            entity_id=entity_id,
            label=label,
            kind="name",
            name=words,
            chain_mention_id=2000001 if key == 2000003 else key,
            **told(article_id, words, nth),
        )


def _add_attribution(connection: Connection, key: int, source: str, cue: str, content: str, **values: Any) -> None:
    article_id = key // 1_000_000
    given = {
        "attribution_id": key,
        "article_id": article_id,
        "type": "indirect",
        "cue": cue,
        "cue_lemma": cue,
        "source_as_written": source,
        "is_hedged": False,
        "is_denied": False,
        "content": content,
        "quotation_end": "closed" if values.get("type") == "direct" else "none",
        "confidence": 0.9,
        "rule": "by hand",
    }
    add(connection, "news.attributions", **(given | values))
    spans = [
        (told(article_id, source), "source"),
        (told(article_id, cue), "cue"),
        (told(article_id, content), "content"),
    ]
    for ordinal, (place, role) in enumerate(sorted(spans, key=lambda each: each[0]["start_char"]), start=1):
        add(
            connection,
            "news.attribution_spans",
            attribution_id=key,
            ordinal=ordinal,
            article_id=article_id,
            role=role,
            **place,
        )


def _add_attributions(connection: Connection) -> None:
    winter = "We cannot wait another winter,"
    roy = {"type": "direct", "source_kind": "person", "speaker_entity_id": 1000001, "addressee_outlet_id": 900001}
    official = {"source_kind": "anonymous", "source_number": 1, "source_role": "city official"}
    _add_attribution(
        connection,
        1000001,
        "Mayor Ana Roy",
        "told",
        winter,
        **roy,
        speaker_mention_id=1000001,
        addressee="us",
        addressee_kind="author",
    )
    _add_attribution(connection, 1000002, "a city official", "said", "Repairs will cost 4 million dollars", **official)
    _add_attribution(
        connection,
        2000001,
        "the Harbour Post",
        "reported",
        "The old bridge will close in May",
        source_kind="outlet",
        speaker_entity_id=2000001,
        speaker_mention_id=2000001,
    )
    _add_attribution(
        connection,
        2000002,
        "Roy",
        "told",
        winter,
        **roy,
        speaker_mention_id=2000002,
        addressee="Harbour Post",
        addressee_kind="outlet",
    )
    _add_attribution(
        connection,
        2000003,
        "a city official",
        "saying",
        "Repairs will cost 5 million dollars",
        **official,
        relayed_via="the paper",
        relay_outlet_id=900001,
    )
    _add_attribution(
        connection,
        3000001,
        "Tom Lee",
        "told",
        "We cannot wait one more winter,",
        type="direct",
        source_kind="person",
        speaker_entity_id=3000001,
        speaker_mention_id=3000001,
        addressee="Valley News",
        addressee_kind="outlet",
        addressee_outlet_id=900002,
        medium="interview",
    )


def _add_citations(connection: Connection) -> None:
    for key, kind, words, nth, refers_to in (
        (2000001, "credit", "the Harbour Post", 1, None),
        (2000002, "addressee", "the Harbour Post", 2, None),
        (2000003, "reference", "the paper", 1, 2000001),
    ):
        add(
            connection,
            "news.citations",
            citation_id=key,
            article_id=2,
            kind=kind,
            outlet_as_written="Harbour Post",
            outlet_id=900001,
            cited_article_id=1,
            refers_to_citation_id=refers_to,
            **told(2, words, nth),
        )


def _add_quotes(connection: Connection) -> None:
    add(connection, "news.quotes", quote_id=1000001, text="We cannot wait another winter,", words=5)
    for key, words, alteration, similarity in (
        (1000001, "We cannot wait another winter,", "identical", 1),
        (2000002, "We cannot wait another winter,", "identical", 1),
        (3000001, "We cannot wait one more winter,", "reworded", 0.75),
    ):
        add(
            connection,
            "news.quote_occurrences",
            attribution_id=key,
            quote_id=1000001,
            article_id=key // 1_000_000,
            content=words,
            alteration=alteration,
            similarity=similarity,
            form_key=1 if alteration == "identical" else 2,
            **told(key // 1_000_000, words),
        )


def _add_claims(connection: Connection) -> None:
    close, repairs, buses = 1000001, 1000002, 4000002
    for key, words, checkworthiness in (
        (close, "The old bridge will close in May", 0.6),
        (repairs, "Repairs will cost 4 million dollars", 0.8),
        (buses, "Buses will run every ten minutes", 0.5),
    ):
        add(connection, "news.claims", claim_id=key, text=words, checkworthiness=checkworthiness)
    sources = (
        (close, 1, "outlet", "Harbour Post", 900001, 1, 2),
        (close, 2, "author", "www.example.org", None, 3, 1),
        (close, 3, "author", "an unknown outlet", None, 4, 1),
        (repairs, 1, "anonymous", "a city official", 900001, 1, 2),
        (buses, 1, "author", "an unknown outlet", None, 4, 1),
    )
    for claim_id, ordinal, kind, source, outlet_id, article_id, occurrences in sources:
        add(
            connection,
            "news.claim_sources",
            claim_id=claim_id,
            ordinal=ordinal,
            source_kind=kind,
            source=source,
            outlet_id=outlet_id,
            origin_article_id=article_id,
            occurrences=occurrences,
            grounds="by hand",
        )
    # occurrence, its claim, its words, its attribution, its stance, its source, who relays it, where it comes from
    printings = (
        (1000001, close, "The old bridge will close in May", None, "agrees", 1, None, 1),
        (1000002, repairs, "Repairs will cost 4 million dollars", 1000002, "agrees", 1, None, 1),
        (2000001, close, "The old bridge will close in May", 2000001, "agrees", 1, 900001, 1),
        (2000002, repairs, "Repairs will cost 5 million dollars", 2000003, "differs_in_number", 1, 900001, 1),
        (3000001, close, "The old bridge will not close in May", None, "contradicts", 2, None, 3),
        (4000001, close, "The old bridge will reportedly close in May", None, "agrees", 3, None, 4),
        (4000002, buses, "Buses will run every ten minutes", None, "agrees", 1, None, 4),
    )
    sentences = {1000002: 1000003, 2000002: 2000003, 3000001: 3000002}
    for key, claim_id, words, attribution_id, stance, source, relay, origin in printings:
        add(
            connection,
            "news.claim_occurrences",
            claim_occurrence_id=key,
            claim_id=claim_id,
            article_id=key // 1_000_000,
            sentence_id=sentences.get(key, key),
            attribution_id=attribution_id,
            statement=words,
            voice="attributed" if attribution_id else "author",
            polarity="negated" if stance == "contradicts" else "affirmed",
            is_hedged="reportedly" in words,
            hedge="reportedly" if "reportedly" in words else None,
            checkworthiness=0.5,
            checkworthiness_reasons="by hand",
            stance=stance,
            similarity=1,
            **told(key // 1_000_000, words),
        )
        add(
            connection,
            "news.claim_origins",
            claim_occurrence_id=key,
            article_id=key // 1_000_000,
            claim_id=claim_id,
            source_ordinal=source,
            source_kind=next(kind for claim, ordinal, kind, *_ in sources if (claim, ordinal) == (claim_id, source)),
            source=next(name for claim, ordinal, _, name, *_ in sources if (claim, ordinal) == (claim_id, source)),
            relay_outlet_id=relay,
            origin_outlet_id=900001 if origin == 1 else None,
            origin_article_id=origin,
            grounds="by hand",
        )
    for key, occurrence, words, kind, value, unit, currency in (
        (1000001, 1000002, "4 million dollars", "money", 4_000_000, None, "USD"),
        (2000001, 2000002, "5 million dollars", "money", 5_000_000, None, "USD"),
        (4000001, 4000002, "ten minutes", "duration", 10, "minute", None),
    ):
        add(
            connection,
            "news.figures",
            figure_id=key,
            article_id=key // 1_000_000,
            claim_occurrence_id=occurrence,
            kind=kind,
            value=value,
            value_high=value,
            unit=unit,
            currency=currency,
            is_approximate=False,
            **told(key // 1_000_000, words),
        )


def set_near(connection: Connection, occurrence: int, other: int, score: float) -> None:
    """Two printings, that of the smaller key first, come near each other without being one claim."""
    for key in (occurrence, other):
        claim = connection.execute(
            text("select claim_id from news.claim_occurrences where claim_occurrence_id = :key"), {"key": key}
        ).scalar_one()
        add(connection, "news.claim_forms", form_key=key, content="{}")
        add(connection, "news.claim_senses", sense_key=key, form_key=key, story_id=0, claim_id=claim)
        connection.execute(
            text("update news.claim_occurrences set sense_key = :key where claim_occurrence_id = :key"), {"key": key}
        )
    articles = {"article_id": occurrence // 1_000_000, "other_article_id": other // 1_000_000}
    add(connection, "news.aligned_articles", **articles)
    add(connection, "news.claim_alignments", **articles, sense_key=occurrence, other_sense_key=other, score=score)


def _add_stories(connection: Connection) -> None:
    for key, title in ((1, "Bridge to close"), (5, "Nothing today")):
        add(
            connection,
            "news.stories",
            story_id=key,
            title=title,
            title_article_id=key,
            first_article_id=key,
            gathering_id=key,
        )
    for key in TEXTS:
        add(connection, "news.story_articles", story_id=5 if key == 5 else 1, article_id=key, similarity=1)
    for key, words, other_words, is_quotation, direction in (
        (1, "The old bridge will close in May", "The old bridge will close in May", False, "article_first"),
        (2, "We cannot wait another winter,", "We cannot wait another winter,", True, "unknown"),
    ):
        other = span(2, other_words)
        add(
            connection,
            "news.passages",
            passage_id=key,
            article_id=1,
            other_article_id=2,
            other_start_char=other["start_char"],
            other_end_char=other["end_char"],
            words=len(words.split()),
            similarity=1,
            is_quotation=is_quotation,
            direction=direction,
            direction_grounds="by hand",
            **span(1, words),
        )
    for key, article_id, outlet_id, kind in (
        (1000001, None, 900003, "hadPrimarySource"),
        (2000001, 1, 900001, "wasQuotedFrom"),
        (4000001, 2, 900002, "wasDerivedFrom"),
    ):
        add(
            connection,
            "news.derivations",
            derivation_id=key,
            article_id=key // 1_000_000,
            source_article_id=article_id,
            source_outlet_id=outlet_id,
            prov_type=kind,
            evidence="by hand",
            confidence=0.9,
        )
    add(
        connection,
        "news.story_origins",
        story_id=1,
        ordinal=1,
        outlet_id=900003,
        articles_tracing=3,
        evidence="by hand",
    )
