"""The closing summary of a run, for a person: what was loaded, what was not and why, and what stands out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, text

from etl.load.articles import count_waiting
from etl.load.unlinked import count_annotated_anew, count_unlinked
from etl.records import Stage
from etl.report.checks import find_faults
from etl.report.findings import find_findings
from etl.report.words import tally

#: Reasons of rejects, and faults, that are told one by one; the rest is a number.
_TOLD = 5

_COUNTS = """
select runs.files, runs.documents, runs.duplicates, runs.articles, runs.rejects,
    count(*) filter (where articles.status = 'other_language') as other_language,
    count(*) filter (where articles.status = 'empty') as empty,
    (select count(distinct document_id) from raw.corrections where run_id = :run_id) as corrected
from raw.runs left join news.articles on articles.run_id = runs.run_id
where runs.run_id = :run_id
group by runs.run_id
"""

_FOUND = """
select
    (
        select count(*) from news.attributions inner join news.articles using (article_id) where run_id = :run_id
    ) as attributions,
    (
        select count(distinct claim_id)
        from news.claim_occurrences inner join news.articles using (article_id) where run_id = :run_id
    ) as claims,
    (
        select count(distinct quote_id)
        from news.quote_occurrences inner join news.articles using (article_id) where run_id = :run_id
    ) as quotes,
    (
        select count(distinct story_id)
        from news.story_articles inner join news.articles using (article_id) where run_id = :run_id
    ) as stories
"""

#: ``is_here``: whether the run met it, or was asked for it by name, or tried it again.
_REJECTS = """
with open as (
    select
        reject_id, path, split_part(reason, E'\\n', 1) as reason,
        run_id = :run_id or :is_retry or path = any(:paths) as is_here
    from raw.rejects
    where resolved_at is null and dismissed_at is null
)

select is_here, (array_agg(path order by reject_id))[1] as path, reason, count(*) as rejects
from open
group by is_here, reason
order by min(reject_id)
"""

_OUTDATED = "select count(*) from news.articles where pipeline <> :pipeline"


@dataclass(frozen=True, slots=True)
class Told:
    """What a run knows of itself that no row tells."""

    #: Files that were done before and passed over.
    known: int = 0
    #: Articles that were linked.
    linked: int = 0
    #: The paths that were named, as they were and from the root.
    paths: tuple[str, ...] = ()
    #: Whether what was rejected was tried again.
    is_retry: bool = False
    #: Fingerprint of what it annotates with; ``None`` where it does not annotate.
    pipeline: str | None = None
    #: The stage that is to follow; ``None`` where it was a whole run.
    next_stage: Stage | None = None


def summarize(connection: Connection, run_id: int, run: Told) -> Iterator[str]:
    """The lines of the summary."""
    counts = connection.execute(text(_COUNTS), {"run_id": run_id}).mappings().one()
    if any(counts[each] for each in ("documents", "corrected", "articles", "rejects")):
        yield from _tell_work(connection, run_id, run, counts)
        yield from _tell_faults(connection, run_id)
    elif not run.linked:
        idle = "Nothing to load: no file that could be read was found there." if run.paths else "Nothing to do."
        yield f"Nothing new: {tally(run.known, 'file')} taken up before." if run.known else idle
    if run.linked > counts["articles"]:
        yield f"Linked {tally(run.linked, 'article')}."
    yield from _tell_waiting(connection, run.next_stage)
    yield from _tell_outdated(connection, run.pipeline)
    yield from _tell_rejects(connection, run_id, run)
    yield from _tell_findings(connection, run_id)


def _tell_work(connection: Connection, run_id: int, run: Told, numbers: RowMapping) -> Iterator[str]:
    passed = [f"{tally(run.known, 'file')} known already"] if run.known else []
    if numbers["duplicates"]:
        passed.append(f"{tally(numbers['duplicates'], 'duplicate')} passed over")
    if numbers["files"] or passed:
        yield f"Loaded {tally(numbers['documents'], 'document')} from {tally(numbers['files'], 'file')}" + (
            f" ({', '.join(passed)})." if passed else "."
        )
    if numbers["corrected"]:
        yield f"Took over new metadata of {tally(numbers['corrected'], 'document')}."
    if numbers["articles"]:
        found = connection.execute(text(_FOUND), {"run_id": run_id}).mappings().one()
        parts = [tally(found["attributions"], "attribution")]
        if run.next_stage is None:  # the others are found between articles, when they are linked
            parts += [
                tally(found["quotes"], "quote"),
                tally(found["claims"], "claim"),
                tally(found["stories"], "story", "stories"),
            ]
        yield f"Annotated {tally(numbers['articles'], 'article')}: {', '.join(parts)}."
    if numbers["other_language"]:
        yield f"{tally(numbers['other_language'], 'article')} not in English: loaded, marked, not annotated."
    if numbers["empty"]:
        yield f"{tally(numbers['empty'], 'article')} without body text."


def _tell_faults(connection: Connection, run_id: int) -> Iterator[str]:
    faults = list(find_faults(connection, run_id))
    if not faults:
        return
    yield f"The checks found {tally(len(faults), 'fault')} in these rows; please report it:"
    yield from (f"  {fault}" for fault in faults[:_TOLD])


def _tell_waiting(connection: Connection, next_stage: Stage | None) -> Iterator[str]:
    if next_stage is Stage.TRANSFORM and (documents := count_waiting(connection)):
        yield f"Not annotated yet: {tally(documents, 'document')}. `newstrace annotate` does it, then `newstrace link`."
    elif next_stage is Stage.LINK and (anew := count_annotated_anew(connection)):
        yield (
            f"Annotated anew since they were linked: {tally(anew, 'article')}. `newstrace link` links all articles "
            "again; till then reports of stories, claims and quotes lack these."
        )
    elif next_stage is Stage.LINK and (articles := count_unlinked(connection)):
        yield (
            f"Not linked yet: {tally(articles, 'article')}. `newstrace link` does it; till then reports of stories, "
            "claims and quotes lack them."
        )


def _tell_outdated(connection: Connection, pipeline: str | None) -> Iterator[str]:
    """After newstrace was upgraded, old and new articles are not told apart by a count; so it is said."""
    if pipeline is None:
        return
    outdated = connection.execute(text(_OUTDATED), {"pipeline": pipeline}).scalar_one()
    if outdated:
        yield (
            f"Annotated by other rules than today's: {tally(outdated, 'article')}. `newstrace annotate --reannotate`, "
            "then `newstrace link`, brings them up to date."
        )


def _tell_rejects(connection: Connection, run_id: int, run: Told) -> Iterator[str]:
    """A line a reason: a thousand files of one kind must not hide the one that matters.

    What earlier runs left is a number, else a schedule would tell the same files every night and hide the new one.
    """
    values = {"run_id": run_id, "is_retry": run.is_retry, "paths": list(run.paths)}
    groups = connection.execute(text(_REJECTS), values).mappings().all()
    here = [group for group in groups if group["is_here"]]
    earlier = sum(group["rejects"] for group in groups if not group["is_here"])
    if here:
        number = sum(group["rejects"] for group in here)
        yield f"Not loaded: {number:,}. `newstrace rejects list` tells all; `newstrace rejects retry` tries again."
    for group in here[:_TOLD]:
        path = "standard input" if group["path"] == "-" else group["path"]
        more = f" and {group['rejects'] - 1:,} more" if group["rejects"] > 1 else ""
        yield f"  {path}{more}: {group['reason']}"
    if len(here) > _TOLD:
        yield f"  and {sum(group['rejects'] for group in here[_TOLD:]):,} more"
    if earlier:
        yield f"Not loaded by earlier runs: {earlier:,}. See `newstrace rejects list`; what need not load, dismiss."


def _tell_findings(connection: Connection, run_id: int) -> Iterator[str]:
    findings = list(find_findings(connection, run_id))
    if not findings:
        return
    yield ""
    yield "What stands out:"
    for finding in findings:
        yield f"  {finding.sentence}"
    yield ""
    yield "Look next:"
    for finding in findings:
        yield f"  {finding.command}"
