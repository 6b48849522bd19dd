-- What was not loaded, and why?
-- @column reject_id: Key of the reject.
-- @column path: The file in question.
-- @column position: The document's place in the file, from 0; null for the whole file.
-- @column stage: extract, transform, load or link.
-- @column reason: Every reason, a line each.
-- @column excerpt: The beginning of what was rejected.
-- @column run_id: The run that rejected it.
-- @column rejected_at: When.
-- @column is_open: Whether it still is not loaded.
-- @column resolved_at: When a later try loaded it; null while it is open.
-- @column sha256: SHA-256 of the file's bytes, where they could be read.
-- @order is_open desc, rejected_at desc, path, position nulls first
-- @table path, stage, reason, run_id, is_open
select
    reject_id,
    path,
    position,
    stage,
    reason,
    excerpt,
    run_id,
    rejected_at,
    resolved_at is null as is_open,
    resolved_at,
    sha256
from raw.rejects
