-- About which quotes do articles disagree: who said it, to whom, in which words?
-- Chart: table.
select
    quote,
    aspect,
    variant,
    articles,
    outlets
from report.quote_conflicts
order by quote_id, aspect, articles desc, variant
