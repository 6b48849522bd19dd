-- Which loaded files have no document, and which rejected ones no reason?
select
    'files' as table_name,
    files.file_id as row_id,
    null::bigint as article_id,
    format('is marked %s and left nothing: %s', files.status, files.path) as fault
from raw.files
where
    (cast(:run_id as bigint) is null or files.run_id = :run_id)
    and (
        (
            files.status = 'loaded'
            and not exists (select 1 from raw.documents where documents.file_id = files.file_id)
        )
        or (
            files.status in ('rejected', 'partial')
            and not exists (select 1 from raw.rejects where rejects.path = files.path)
        )
    )
