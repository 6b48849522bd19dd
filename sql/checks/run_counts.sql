-- Which ended runs count another number of documents or rejects than they left?
with runs as (
    select
        runs.run_id,
        runs.documents,
        runs.rejects,
        (select count(*) from raw.documents where documents.run_id = runs.run_id) as found_documents,
        (select count(*) from raw.rejects where rejects.run_id = runs.run_id) as found_rejects
    from raw.runs
    where
        runs.status in ('done', 'done_with_rejects')
        and (cast(:run_id as bigint) is null or runs.run_id = :run_id)
)

select
    'runs' as table_name,
    run_id as row_id,
    null::bigint as article_id,
    format(
        '%s documents counted, %s found; %s rejects counted, %s found',
        documents, found_documents, rejects, found_rejects
    ) as fault
from runs
where documents <> found_documents or rejects <> found_rejects
