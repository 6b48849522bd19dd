-- How much of what each outlet attributes rests on unnamed sources?
-- Chart: bars, outlet by anonymous_share.
select
    outlet,
    count(*) as articles,
    sum(attributions) as attributions,
    round(sum(anonymous)::numeric / nullif(sum(attributions), 0), 3) as anonymous_share
from report.source_transparency
group by outlet
order by anonymous_share desc nulls last, outlet
