-- Who and what is written about, where and when?
-- @column entity_id: Key of the entity.
-- @column entity: Its fullest usual name.
-- @column label: PERSON, ORG, GPE, LOC, NORP, FAC, EVENT...
-- @column outlet: The outlet that writes of it: its name, else the host of the URL, else 'unknown'.
-- @column day: The day of publication in UTC; null if unknown.
-- @column mentions: Mentions, pronouns that stand for it included.
-- @column articles: Articles that mention it.
-- @order articles desc, mentions desc, entity, day
-- @table entity, label, outlet, day, mentions, articles
with by_article as (
    -- by article first: counting distinct articles in one step would sort every mention
    select
        entity_id,
        article_id,
        count(*) as mentions
    from news.mentions
    where entity_id is not null
    group by entity_id, article_id
),

counted as (
    select
        by_article.entity_id,
        articles.outlet,
        (articles.published_at at time zone 'UTC')::date as day,
        sum(by_article.mentions)::bigint as mentions,
        count(*) as articles
    from by_article
    inner join report.articles on articles.article_id = by_article.article_id
    group by by_article.entity_id, articles.outlet, day
)

select
    counted.entity_id,
    entities.name as entity,
    entities.label,
    counted.outlet,
    counted.day,
    counted.mentions,
    counted.articles
from counted
inner join news.entities on entities.entity_id = counted.entity_id
