-- Do the runs end well, and how long do they take?
-- Chart: line, started_at by duration_s; table.
select
    run_id,
    status,
    started_at,
    duration_s,
    files,
    documents,
    articles,
    rejects
from report.run_history
order by run_id desc
