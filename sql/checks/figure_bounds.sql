-- Which figures have a lower bound above their upper one?
select
    'figures' as table_name,
    figures.figure_id as row_id,
    figures.article_id,
    format('%s is above %s', figures.value, figures.value_high) as fault
from news.figures
inner join news.articles on articles.article_id = figures.article_id
where
    (cast(:run_id as bigint) is null or articles.run_id = :run_id)
    and figures.value > figures.value_high
