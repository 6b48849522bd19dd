"""The two or three most telling things that a run brought to light, read from the views."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection, RowMapping, text

from etl.report.words import UNKNOWN_FIRST, differing_toll, listing

#: Characters of a quote or title that fit a summary.
_EXCERPT = 60


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence for a person, and the command that shows more."""

    sentence: str
    command: str


_STORY = """
select coverage.story_id, coverage.title, coverage.articles,
    (select count(*) from news.articles where language is null or language = 'en') as all_articles
from report.story_coverage as coverage
where coverage.articles > 1 and coverage.story_id in (
    select story_id from news.story_articles inner join news.articles using (article_id) where run_id = :run_id
)
order by coverage.articles desc, coverage.claims desc, coverage.story_id
limit 1
"""

_ORIGIN = """
select origins.origin, origins.is_in_corpus, origins.articles, origins.articles_tracing,
    exists (
        select from news.derivations as steps inner join news.story_articles as members using (article_id)
        where
            members.story_id = origins.story_id and steps.source_article_id = origins.origin_article_id
            and steps.evidence like '%' || :unknown_first
    ) as is_first_unknown,
    (
        select coalesce('“' || articles.headline || '”', 'article ' || articles.article_id)
        from report.articles where articles.article_id = origins.origin_article_id
    ) as origin_article
from report.story_origins as origins
where story_id = :story_id
order by articles_tracing desc, origin
limit 1
"""

_CONFLICT = """
with candidates as (
    select conflicts.quote_id, conflicts.aspect, sum(conflicts.articles) as articles
    from report.quote_conflicts as conflicts
    where conflicts.aspect in ('speaker', 'addressee') and conflicts.quote_id in (
        select quote_id
        from news.quote_occurrences inner join news.story_articles using (article_id)
        where story_id = :story_id
    )
    group by conflicts.quote_id, conflicts.aspect
    order by articles desc, conflicts.aspect desc, conflicts.quote_id
    limit 1
)
select conflicts.quote_id, conflicts.aspect, conflicts.quote, conflicts.variant
from report.quote_conflicts as conflicts inner join candidates using (quote_id, aspect)
order by conflicts.articles desc, conflicts.variant
"""

_FIGURES = """
select claim_id, unit, place, counted, value_as_written, articles
from report.figure_discrepancies
where story_id = :story_id
order by claim_id, unit nulls first, place, articles desc, value
"""

#: Each number once, as the first article writes it, in the order in which they came.
_TOLLS = """
with disputed as (
    select outcome
    from report.tolls
    where story_id = :story_id and differs
    group by outcome
    order by outcome = 'killed' desc, count(*) desc, outcome
    limit 1
)
select outcome, (array_agg(value_as_written order by published_at nulls last, article_id))[1] as value_as_written
from report.tolls inner join disputed using (outcome)
where story_id = :story_id and is_first
group by outcome, value, value_high
order by min(published_at) nulls last, value
"""


def find_findings(connection: Connection, run_id: int) -> Iterator[Finding]:
    """What stands out in the largest story that the run's articles belong to; nothing without one."""
    story = connection.execute(text(_STORY), {"run_id": run_id}).mappings().first()
    if story is None:
        return
    asked = {"story_id": story["story_id"]}
    yield _tell_story(story)
    origin = connection.execute(text(_ORIGIN), asked | {"unknown_first": UNKNOWN_FIRST}).mappings().first()
    if origin is not None and (origin["articles_tracing"] > 1 or not origin["is_in_corpus"]):
        yield _tell_origin(origin, story["story_id"])
    conflict = connection.execute(text(_CONFLICT), asked).mappings().all()
    if conflict:
        yield _tell_conflict(conflict)
    figures = connection.execute(text(_FIGURES), asked).mappings().all()
    for _, values in groupby(figures, key=lambda row: (row["claim_id"], row["unit"], row["place"])):
        yield _tell_figures(list(values), story["story_id"])
        break
    tolls = connection.execute(text(_TOLLS), asked).mappings().all()
    if tolls:
        yield _tell_tolls(tolls, story["story_id"])


def _tell_story(story: RowMapping) -> Finding:
    return Finding(
        f"{story['articles']} of {story['all_articles']} articles tell one story: {_shorten(story['title'])}",
        f"newstrace report story {story['story_id']}",
    )


def _tell_origin(origin: RowMapping, story_id: int) -> Finding:
    tracing, articles = origin["articles_tracing"], origin["articles"]
    command = f"newstrace report story_origins --story {story_id}"
    if origin["is_first_unknown"]:
        who = "Both" if articles == 2 else f"{tracing} of the {articles}"
        return Finding(f"{who} tell it in the same words; who had them first is not known.", command)
    some = f"{tracing} of the {articles} {'traces' if tracing == 1 else 'trace'}"
    every = "Both of them trace" if articles == 2 else f"All {articles} of them trace"
    who = every if tracing == articles else some
    where = "which is among the files" if origin["is_in_corpus"] else "which is not among the files"
    # an article whose outlet nobody knows is called by its headline
    whom = origin["origin_article"] if origin["origin"] == "unknown" and origin["origin_article"] else origin["origin"]
    return Finding(f"{who} to {_shorten(whom)}, {where}.", command)


def _tell_conflict(versions: Sequence[RowMapping]) -> Finding:
    first = versions[0]
    variants = listing([row["variant"] for row in versions])
    verb = "said to have been told to" if first["aspect"] == "addressee" else "credited to"
    return Finding(
        f"One quote is {verb} {variants}: “{_shorten(first['quote'])}”",
        f"newstrace report quote_conflicts --quote {first['quote_id']}",
    )


def _tell_figures(values: list[RowMapping], story_id: int) -> Finding:
    written = listing([row["value_as_written"] for row in values])
    counted = f" ({values[0]['counted']})" if values[0]["counted"] else ""
    return Finding(f"Numbers differ: {written}{counted}.", f"newstrace report figure_discrepancies --story {story_id}")


def _tell_tolls(tolls: Sequence[RowMapping], story_id: int) -> Finding:
    written = [row["value_as_written"].lower() for row in tolls]
    return Finding(differing_toll(tolls[0]["outcome"], written), f"newstrace report tolls --story {story_id}")


def _shorten(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _EXCERPT else plain[: plain.rfind(" ", 0, _EXCERPT)] + " …"
