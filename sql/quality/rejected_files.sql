-- What was not loaded, and why?
-- @column reject_id: Key of the reject.
-- @column path: The file in question.
-- @column position: The document's place in the file, from 0; null for the whole file.
-- @column stage: extract, transform, load or link.
-- @column reason: Every reason, a line each.
-- @column excerpt: The beginning of what was rejected.
-- @column run_id: The run that rejected it.
-- @column rejected_at: When.
-- @column is_open: Whether it still is not loaded and nobody has dismissed it.
-- @column state: open, loaded (by a later try) or dismissed (somebody decided that it need not load).
-- @column resolved_at: When a later try loaded it; null if none did.
-- @column dismissed_at: When somebody dismissed it; null if nobody did.
-- @column dismissed_reason: Why, in their words.
-- @column sha256: SHA-256 of the file's bytes, where they could be read.
-- @order is_open desc, rejected_at desc, path, position nulls first
-- @table path, stage, reason, run_id, state
select
    reject_id,
    path,
    position,
    stage,
    reason,
    excerpt,
    run_id,
    rejected_at,
    resolved_at is null and dismissed_at is null as is_open,
    case
        when resolved_at is not null then 'loaded'
        when dismissed_at is not null then 'dismissed'
        else 'open'
    end as state,
    resolved_at,
    dismissed_at,
    dismissed_reason,
    sha256
from raw.rejects
