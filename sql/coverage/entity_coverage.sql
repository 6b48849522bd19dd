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
with counted as (
    select
        mentions.entity_id,
        articles.outlet,
        (articles.published_at at time zone 'UTC')::date as day,
        count(*) as mentions,
        count(distinct mentions.article_id) as articles
    from news.mentions
    inner join report.articles on articles.article_id = mentions.article_id
    where mentions.entity_id is not null
    group by mentions.entity_id, articles.outlet, day
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
