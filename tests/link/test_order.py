"""The same articles give the same passages, stories and claims, however they arrive."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from random import Random

import pytest
from sqlalchemy import Connection, text

from etl.link.claim import abreast, candidates
from etl.link.claim.link import link_claims
from etl.link.outlet.link import link_outlets
from etl.link.passage.link import link_passages
from etl.link.story.link import link_stories
from tests.benchmarks.generate import load, read_outlets
from tests.benchmarks.synthetic.coverage import Made, make_coverage

#: Articles are told apart by address and headline: their keys follow the order of loading.
_PASSAGES = """
    select case when turned then other_side else side end as one,
           case when turned then side else other_side end as other, words, is_quotation,
           case when not turned then direction
                else case direction
                         when 'article_first' then 'other_first'
                         when 'other_first' then 'article_first'
                         else direction
                     end
           end as direction
    from (
        select concat_ws(' ', d.text_sha256, d.supplied_url, p.start_char, p.end_char) as side,
               concat_ws(' ', o.text_sha256, o.supplied_url, p.other_start_char, p.other_end_char) as other_side,
               (d.text_sha256, d.supplied_url) > (o.text_sha256, o.supplied_url) as turned,
               p.words, p.is_quotation, p.direction
        from news.passages as p
        join raw.documents as d on d.document_id = p.article_id
        join raw.documents as o on o.document_id = p.other_article_id
    ) as pair
    order by 1, 2
"""
_STORIES = """
    select string_agg(concat_ws(' ', d.text_sha256, d.supplied_url), ', ' order by d.text_sha256, d.supplied_url),
           s.title
    from news.story_articles as sa
    join news.stories as s using (story_id)
    join raw.documents as d on d.document_id = sa.article_id
    group by s.story_id, s.title
    order by 1
"""
_REVISIONS = """
    select concat_ws(' ', d.text_sha256, d.supplied_url), concat_ws(' ', o.text_sha256, o.supplied_url)
    from news.articles as a
    join raw.documents as d on d.document_id = a.article_id
    join raw.documents as o on o.document_id = a.revision_of_article_id
    order by 1
"""
_CLAIMS = """
    select string_agg(
        concat_ws(' ', d.text_sha256, d.supplied_url, o.start_char, o.statement), ', '
        order by d.text_sha256, d.supplied_url, o.start_char, o.statement
    )
    from news.claim_occurrences as o
    join raw.documents as d on d.document_id = o.article_id
    group by o.claim_id
    order by 1
"""
_ALIGNED = """
    select d.text_sha256, d.supplied_url, o.text_sha256, o.supplied_url,
           -- within one article the keys of its claims say which comes first, and those follow the order of loading
           case when p.article_id = p.other_article_id then least(s.form_key, t.form_key) else s.form_key end,
           case when p.article_id = p.other_article_id then greatest(s.form_key, t.form_key) else t.form_key end,
           a.score
    from news.aligned_articles as p
    join raw.documents as d on d.document_id = p.article_id
    join raw.documents as o on o.document_id = p.other_article_id
    left join news.claim_alignments as a using (article_id, other_article_id)
    left join news.claim_senses as s on s.sense_key = a.sense_key
    left join news.claim_senses as t on t.sense_key = a.other_sense_key
    order by 1, 2, 3, 4, 5, 6
"""
_LINKS = "select form_key, other_form_key, score from news.claim_links order by 1, 2"


@pytest.fixture(scope="module")
def made() -> list[Made]:
    return list(islice(make_coverage(read_outlets(), seed=7), 150))


#: Statements that are added to articles, with their subjects and predicates: any story may tell these ...
_ANYWHERE = (
    ("Dozens of miners were missing", "Dozens of miners", "be missing"),
    ("Dozens of miners were missing underground", "Dozens of miners", "be missing"),
    ("Dozens of miners were still missing on Sunday", "Dozens of miners", "be missing"),
    ("Dozens of miners were missing at the Kirkby colliery", "Dozens of miners", "be missing"),
    ("The lockdown started", "The lockdown", "start"),
    ("The talks on the ceasefire failed", "The talks", "fail"),
    ("The ceasefire talks have failed", "The ceasefire talks", "fail"),
)
#: ... and this the first few.
_IN_FEW = ("The ceasefire talks in Oranje failed", "The ceasefire talks", "fail")
_FEW = 12


@pytest.fixture(scope="module")
def with_short_claims(made: list[Made]) -> list[Made]:
    """The articles, with claims that other stories tell in the same few words."""
    random = Random(11)
    return [
        _tell_more(each, *random.sample(_ANYWHERE, 2), *random.sample((_IN_FEW,), each.story < _FEW)) for each in made
    ]


def _tell_more(made: Made, *more: tuple[str, str, str]) -> Made:
    first = made.article.claims[0]
    claims = [
        replace(first, statement=words, subject=subject, predicate=predicate, subject_mention=None)
        for words, subject, predicate in more
    ]
    return replace(made, article=replace(made.article, claims=(*made.article.claims, *claims)))


def _link(connection: Connection, articles: list[Made], batch: int) -> list[list[tuple[object, ...]]]:
    load(connection, articles)
    keys = list(connection.scalars(text("select article_id from news.articles order by 1")))
    for start in range(0, len(keys), batch):
        link_outlets(connection, keys[start : start + batch])
        link_passages(connection, keys[start : start + batch])
        stories = link_stories(connection, keys[start : start + batch])
        link_claims(connection, keys[start : start + batch], stories.moved)
    queries = (_PASSAGES, _STORIES, _REVISIONS, _CLAIMS, _ALIGNED)
    found = [[tuple(row) for row in connection.execute(text(query))] for query in queries]
    _clear(connection)
    return found


def _link_claims(
    connection: Connection, articles: list[Made], batch: int, moved: set[int] | None = None
) -> list[tuple[object, ...]]:
    load(connection, articles)
    keys = list(connection.scalars(text("select article_id from news.articles order by 1")))
    for start in range(0, len(keys), batch):
        stories = link_stories(connection, keys[start : start + batch])
        link_claims(connection, keys[start : start + batch], stories.moved)
        if moved is not None:
            moved |= stories.moved - set(keys[start : start + batch])
    found = [tuple(row) for row in connection.execute(text(_LINKS))]
    found += [tuple(row) for query in (_CLAIMS, _ALIGNED) for row in connection.execute(text(query))]
    _clear(connection)
    return found


def _clear(connection: Connection) -> None:
    for table in (
        "news.stories",
        "news.articles",
        "raw.documents",
        "raw.files",
        "news.claims",
        "news.claim_forms",
        "news.claim_fingerprints",
    ):
        connection.execute(text(f"truncate {table} cascade"))
    connection.commit()


def test_order_of_loading_and_size_of_batches_change_nothing(database: Connection, made: list[Made]) -> None:
    in_order = _link(database, made, 150)
    assert all(in_order), "nothing to compare"
    for seed, batch in ((1, 1), (2, 17)):
        shuffled = Random(seed).sample(made, len(made))
        assert _link(database, shuffled, batch) == in_order, (seed, batch)


def test_the_same_claims_are_compared_where_more_share_a_fingerprint_than_are_followed(
    database: Connection, made: list[Made], monkeypatch: pytest.MonkeyPatch
) -> None:
    some = made[:80]
    everything = _link_claims(database, some, 80)
    monkeypatch.setattr(candidates, "MOST_FORMS", 2)
    in_order = _link_claims(database, some, 80)
    assert len(in_order) < len(everything), "no fingerprint has more holders than are followed"
    for seed, batch in ((1, 1), (2, 7), (3, 30)):
        assert _link_claims(database, Random(seed).sample(some, len(some)), batch) == in_order, (seed, batch)


def test_the_same_articles_are_set_abreast_where_a_story_has_more_than_are_compared(
    database: Connection, made: list[Made], monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = _link_claims(database, made, 150)
    monkeypatch.setattr(abreast, "FIRST", 2)
    monkeypatch.setattr(abreast, "NEXT", 1)
    in_order = _link_claims(database, made, 150)
    assert len(in_order) < len(everything), "no story has more articles than are compared"
    moved: set[int] = set()
    for seed, batch in ((1, 1), (2, 7), (3, 30)):
        shuffled = Random(seed).sample(made, len(made))
        assert _link_claims(database, shuffled, batch, moved) == in_order, (seed, batch)
    assert moved, "no article came to another story"


def test_what_many_stories_tell_in_the_same_words_is_told_apart_whatever_the_order(
    database: Connection, with_short_claims: list[Made]
) -> None:
    in_order = _link_claims(database, with_short_claims, 150)
    moved: set[int] = set()
    for seed, batch in ((1, 1), (2, 13), (3, 40)):
        shuffled = Random(seed).sample(with_short_claims, len(with_short_claims))
        assert _link_claims(database, shuffled, batch, moved) == in_order, (seed, batch)
    assert moved, "no article came to another story"
