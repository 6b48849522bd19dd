-- What did each run do?
-- @column run_id: Key of the run.
-- @column command: The command that started it.
-- @column status: running, done, done_with_rejects, interrupted, failed or killed.
-- @column started_at: When it began.
-- @column ended_at: When it ended; null while it runs or when it was killed.
-- @column duration_s: Seconds from start to end; null without an end.
-- @column files: Input files that it took up.
-- @column documents: Documents that it loaded.
-- @column duplicates: Documents that were known already.
-- @column articles: Articles that it annotated.
-- @column rejects: Things that it could not load.
-- @column version: Version of newstrace.
-- @column pipeline: Fingerprint of the language pipeline and the rules that annotate.
-- @column error: What ended it, if it failed.
-- @order run_id desc
-- @table run_id, status, started_at, duration_s, files, documents, articles, rejects
select
    run_id,
    command,
    status,
    started_at,
    ended_at,
    round(extract(epoch from ended_at - started_at), 3) as duration_s,
    files,
    documents,
    duplicates,
    articles,
    rejects,
    version,
    pipeline,
    error
from raw.runs
