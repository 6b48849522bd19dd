-- Which attributions carry themselves, through however many others?
with recursive carried as (
    select
        attributions.attribution_id,
        attributions.relayed_by_attribution_id as carrier_id,
        attributions.article_id
    from news.attributions
    inner join news.articles on articles.article_id = attributions.article_id
    where
        attributions.relayed_by_attribution_id is not null
        and (cast(:run_id as bigint) is null or articles.run_id = :run_id)
    union
    select
        carried.attribution_id,
        carriers.relayed_by_attribution_id,
        carried.article_id
    from carried
    inner join news.attributions as carriers on carriers.attribution_id = carried.carrier_id
    where carriers.relayed_by_attribution_id is not null
)

select
    'attributions' as table_name,
    attribution_id as row_id,
    article_id,
    'carries itself' as fault
from carried
where carrier_id = attribution_id
