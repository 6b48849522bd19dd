-- Who feeds whom in one story?
-- @column story_id: Key of the story.
-- @column source: Who gives: a speaker, an unnamed source's role, or an outlet.
-- @column source_kind: person, organization, outlet, document, anonymous or group.
-- @column target: Who takes: an outlet, or the headline of an article whose outlet is unknown.
-- @column target_kind: outlet or article.
-- @column relation: statement (the source speaks in the target) or derivation (the target's articles came from the source).
-- @column weight: Statements, or articles that came from it.
-- @order weight desc, relation, source, target
-- @table story_id, source, source_kind, target, target_kind, relation, weight
with targets as not materialized (
    select
        article_id,
        story_id,
        outlet_id,
        case when publisher like 'article %' then coalesce(headline, publisher) else outlet end as target,
        case when publisher like 'article %' then 'article' else 'outlet' end as target_kind
    from report.articles
),

-- a relayed statement was made to the outlet that relays it
statements as (
    select
        targets.story_id,
        coalesce(
            speaking_outlets.name,
            speakers.name,
            reporting_outlets.name,
            attributions.source_role,
            attributions.source_as_written
        ) as source,
        case
            when coalesce(speaking_outlets.name, reporting_outlets.name) is not null then 'outlet'
            else attributions.source_kind
        end as source_kind,
        coalesce(relays.name, targets.target) as target,
        case when relays.name is not null then 'outlet' else targets.target_kind end as target_kind,
        'statement' as relation
    from news.attributions
    inner join targets on targets.article_id = attributions.article_id
    left join news.entities as speakers on speakers.entity_id = attributions.speaker_entity_id
    left join news.outlets as speaking_outlets on speaking_outlets.outlet_id = speakers.outlet_id
    left join news.outlets as relays on relays.outlet_id = attributions.relay_outlet_id
    -- "the report" is the outlet that it goes back to
    left join lateral (
        select citations.outlet_id
        from news.attribution_spans as spans
        inner join news.citations
            on
                citations.article_id = spans.article_id
                and citations.start_char < spans.end_char
                and citations.end_char > spans.start_char
        where
            attributions.source_kind = 'document'
            and attributions.speaker_entity_id is null
            and spans.attribution_id = attributions.attribution_id
            and spans.role = 'source'
            and citations.kind = 'reference'
        order by citations.citation_id
        limit 1
    ) as reports on true
    left join news.outlets as reporting_outlets on reporting_outlets.outlet_id = reports.outlet_id
    where
        speakers.name is not null
        or attributions.source_kind = 'anonymous'
        -- "they" and "it" name nobody
        or (
            attributions.source_kind in ('group', 'document')
            and lower(attributions.source_as_written) not in (
                'i', 'you', 'he', 'she', 'it', 'we', 'they', 'this', 'that', 'these', 'those', 'which', 'who', 'us',
                'them', 'everybody', 'everyone', 'somebody', 'someone', 'anybody', 'anyone', 'nobody', 'no one'
            )
        )
),

derivations as (
    select
        targets.story_id,
        coalesce(source_outlets.name, sources.target) as source,
        case when source_outlets.name is not null then 'outlet' else sources.target_kind end as source_kind,
        targets.target,
        targets.target_kind,
        'derivation' as relation
    from news.derivations
    inner join targets on targets.article_id = derivations.article_id
    left join news.outlets as source_outlets on source_outlets.outlet_id = derivations.source_outlet_id
    -- looked up for each step: the planner would not reach this far, and join all articles
    left join lateral (
        select
            found.target,
            found.target_kind
        from targets as found
        where found.article_id = derivations.source_article_id
        limit 1
    ) as sources on true
),

edges as (
    select * from statements
    union all
    select * from derivations
)

select
    story_id,
    source,
    source_kind,
    target,
    target_kind,
    relation,
    count(*) as weight
from edges
where source is not null and source <> target
group by story_id, source, source_kind, target, target_kind, relation
