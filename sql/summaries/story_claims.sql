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
        sources.source_kind,
        origins.origin_article_id,
        coalesce(origin_outlets.name, nullif(origin_articles.outlet, 'unknown')) as origin
    from members
    inner join news.claim_occurrences as occurrences on occurrences.article_id = members.article_id
    left join news.claim_origins as origins on origins.claim_occurrence_id = occurrences.claim_occurrence_id
    left join news.claim_sources as sources
        on sources.claim_id = occurrences.claim_id and sources.ordinal = origins.source_ordinal
    left join news.outlets as origin_outlets on origin_outlets.outlet_id = origins.origin_outlet_id
    left join report.articles as origin_articles on origin_articles.article_id = origins.origin_article_id
    where occurrences.claim_id is not null
),

traced as (
    select
        printings.*,
        count(*) over same_origin as of_origin,
        min(origin_article_id) over same_origin as first_origin_article_id
    from printings
    window same_origin as (partition by story_id, claim_id, origin)
),

-- All counts in one pass: the planner knows nothing of how many claims a story has, and would join counts row by row.
counted as (
    select
        story_id,
        claim_id,
        count(distinct article_id) as articles,
        count(distinct publisher) as outlets,
        count(*) filter (where is_hedged) as hedged_occurrences,
        min(published_at) as first_seen_at,
        count(distinct source_ordinal) filter (where source_kind is not null) as independent_sources,
        count(distinct source_ordinal) filter (
            where source_kind in ('anonymous', 'group', 'unknown')
        ) as anonymous_sources,
        count(distinct source_ordinal) filter (
            where source_kind in ('person', 'organization', 'outlet', 'document')
        ) as named_sources,
        (array_agg(origin order by of_origin desc, origin) filter (where origin is not null))[1] as origin,
        (
            array_agg(first_origin_article_id order by of_origin desc, origin) filter (where origin is not null)
        )[1] as origin_article_id
    from traced
    group by story_id, claim_id
)

select
    counted.story_id,
    counted.claim_id,
    counted.articles,
    counted.outlets,
    sizes.story_articles,
    sizes.story_outlets,
    counted.named_sources,
    counted.anonymous_sources,
    counted.independent_sources,
    counted.hedged_occurrences,
    counted.origin,
    counted.origin_article_id,
    counted.first_seen_at
from counted
inner join sizes on sizes.story_id = counted.story_id
order by counted.story_id, counted.claim_id
