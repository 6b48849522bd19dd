-- Who feeds whom?
-- Chart: Sankey, source to target by weight.
select
    source,
    target,
    sum(weight) as weight
from report.source_network
group by source, target
order by weight desc, source, target
limit 100
