-- Which groups are not numbered by the smallest key of their members, or have none?
with touched as (
    -- groups that an article gives its key to have keys in a range, which an index finds; those of an article that was
    -- annotated anew wait without members until it is linked
    select
        article_id,
        article_id * 1000000 as first_key,
        (article_id + 1) * 1000000 as end_key
    from news.articles
    where
        (cast(:run_id as bigint) is null or run_id = :run_id)
        and linked_version is distinct from 'annotated anew'
),

quotes as (
    select
        quotes.quote_id,
        (
            select min(members.attribution_id)
            from news.quote_occurrences as members
            where members.quote_id = quotes.quote_id
        ) as smallest
    from touched
    inner join news.quotes on quotes.quote_id >= touched.first_key and quotes.quote_id < touched.end_key
),

claims as (
    select
        claims.claim_id,
        (
            select min(members.claim_occurrence_id)
            from news.claim_occurrences as members
            where members.claim_id = claims.claim_id
        ) as smallest
    from touched
    inner join news.claims on claims.claim_id >= touched.first_key and claims.claim_id < touched.end_key
),

entities as (
    select
        entities.entity_id,
        coalesce(
            -- one that is named in full somewhere is numbered there: a last name alone only joins
            (
                select coalesce(
                    min(chains.chain_mention_id) filter (where not chains.is_bare),
                    min(chains.chain_mention_id)
                )
                from news.name_chains as chains
                where chains.entity_id = entities.entity_id
            ),
            -- what was not linked by name
            (
                select min(members.mention_id)
                from news.mentions as members
                where members.entity_id = entities.entity_id
            )
        ) as smallest
    from touched
    inner join news.entities on entities.entity_id >= touched.first_key and entities.entity_id < touched.end_key
),

stories as (
    select
        stories.story_id,
        (
            select min(members.article_id)
            from news.story_articles as members
            where members.story_id = stories.story_id
        ) as smallest
    from touched
    inner join news.stories on stories.story_id = touched.article_id
),

groups as (
    select 'quotes' as table_name, quote_id as row_id, smallest, quote_id / 1000000 as article_id from quotes
    union all
    select 'claims', claim_id, smallest, claim_id / 1000000 from claims
    union all
    select 'entities', entity_id, smallest, entity_id / 1000000 from entities
    union all
    select 'stories', story_id, smallest, story_id from stories
)

select
    table_name,
    row_id,
    article_id,
    case when smallest is null then 'has no members' else format('has the smaller member %s', smallest) end as fault
from groups
where smallest is distinct from row_id
