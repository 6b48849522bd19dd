-- What stands behind each claim of these stories? (:story_ids) The rows of news.story_claims.
with members as (
    select
        article_id,
        story_id,
        outlet,
        publisher,
        published_at
    from report.articles
    where story_id = any(:story_ids)
),

sizes as (
    select
        story_id,
        count(*) as story_articles,
        count(distinct publisher) as story_outlets
    from members
    group by story_id
),

printings as (
    select
        members.story_id,
        members.article_id,
        members.publisher,
        members.published_at,
        occurrences.claim_id,
        occurrences.is_hedged,
        origins.source_ordinal,
        origins.origin_article_id,
        coalesce(origin_outlets.name, nullif(origin_articles.outlet, 'unknown')) as origin
    from members
    inner join news.claim_occurrences as occurrences on occurrences.article_id = members.article_id
    left join news.claim_origins as origins on origins.claim_occurrence_id = occurrences.claim_occurrence_id
    left join news.outlets as origin_outlets on origin_outlets.outlet_id = origins.origin_outlet_id
    left join report.articles as origin_articles on origin_articles.article_id = origins.origin_article_id
    where occurrences.claim_id is not null
),

counted as (
    select
        story_id,
        claim_id,
        count(distinct article_id) as articles,
        count(distinct publisher) as outlets,
        count(*) filter (where is_hedged) as hedged_occurrences,
        min(published_at) as first_seen_at
    from printings
    group by story_id, claim_id
),

distinct_sources as (
    select distinct
        story_id,
        claim_id,
        source_ordinal
    from printings
    where source_ordinal is not null
),

supported as (
    select
        distinct_sources.story_id,
        distinct_sources.claim_id,
        count(*) as independent_sources,
        count(*) filter (
            where claim_sources.source_kind in ('anonymous', 'group', 'unknown')
        ) as anonymous_sources,
        count(*) filter (
            where claim_sources.source_kind in ('person', 'organization', 'outlet', 'document')
        ) as named_sources
    from distinct_sources
    inner join news.claim_sources
        on
            claim_sources.claim_id = distinct_sources.claim_id
            and claim_sources.ordinal = distinct_sources.source_ordinal
    group by distinct_sources.story_id, distinct_sources.claim_id
),

traced as (
    select
        story_id,
        claim_id,
        origin,
        min(origin_article_id) as origin_article_id,
        count(*) as printings
    from printings
    where origin is not null
    group by story_id, claim_id, origin
),

main_origins as (
    select distinct on (story_id, claim_id)
        story_id,
        claim_id,
        origin,
        origin_article_id
    from traced
    order by story_id, claim_id, printings desc, origin
)

select
    counted.story_id,
    counted.claim_id,
    counted.articles,
    counted.outlets,
    sizes.story_articles,
    sizes.story_outlets,
    coalesce(supported.named_sources, 0) as named_sources,
    coalesce(supported.anonymous_sources, 0) as anonymous_sources,
    coalesce(supported.independent_sources, 0) as independent_sources,
    counted.hedged_occurrences,
    main_origins.origin,
    main_origins.origin_article_id,
    counted.first_seen_at
from counted
inner join sizes on sizes.story_id = counted.story_id
left join supported on supported.story_id = counted.story_id and supported.claim_id = counted.claim_id
left join main_origins on main_origins.story_id = counted.story_id and main_origins.claim_id = counted.claim_id
order by counted.story_id, counted.claim_id
