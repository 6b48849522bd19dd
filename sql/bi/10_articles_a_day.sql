-- How many articles came out each day?
-- Chart: line, day by articles.
select
    published_at::date as day,
    outlet,
    count(*) as articles
from report.articles
where published_at is not null
group by day, outlet
order by day, outlet
