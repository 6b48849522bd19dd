-- Which articles come from themselves, through however many others?
with recursive climbs as (
    select
        derivations.article_id,
        derivations.source_article_id
    from news.derivations
    inner join news.articles on articles.article_id = derivations.article_id
    where
        derivations.source_article_id is not null
        and (cast(:run_id as bigint) is null or articles.run_id = :run_id)
    union
    select
        climbs.article_id,
        derivations.source_article_id
    from climbs
    inner join news.derivations on derivations.article_id = climbs.source_article_id
    where derivations.source_article_id is not null and climbs.source_article_id <> climbs.article_id
)

select
    'derivations' as table_name,
    article_id as row_id,
    article_id,
    'comes from itself' as fault
from climbs
where source_article_id = article_id
