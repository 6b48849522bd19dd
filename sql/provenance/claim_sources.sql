-- Which independent sources stand behind a claim?
-- @column claim_id: Key of the claim.
-- @column claim: The claim in its clearest printing.
-- @column source: The source's name, or its description where it is unnamed.
-- @column source_kind: person, organization, outlet, document, anonymous, group, author or unknown.
-- @column through: The outlet that is the source, or from which alone its words are known; null if several have it from the source, or none is known.
-- @column origin_article_id: The article that is the origin, if it is loaded.
-- @column occurrences: Printings that rest on it.
-- @column grounds: Why these printings count as this one source.
-- @column ordinal: Its place among the claim's sources, from 1.
-- @order claim_id, ordinal
-- @table claim_id, claim, source, source_kind, through, occurrences, grounds
select
    claim_sources.claim_id,
    claims.text as claim,
    claim_sources.source,
    claim_sources.source_kind,
    case when heard.is_through_one or claim_sources.source_kind = 'outlet' then outlets.name end as through,
    claim_sources.origin_article_id,
    claim_sources.occurrences,
    claim_sources.grounds,
    claim_sources.ordinal
from news.claim_sources
inner join news.claims on claims.claim_id = claim_sources.claim_id
left join news.outlets on outlets.outlet_id = claim_sources.outlet_id
cross join lateral (
    -- an origin is an outlet, or an article of none
    select count(distinct coalesce(origins.origin_outlet_id, -origins.origin_article_id)) <= 1 as is_through_one
    from news.claim_occurrences as occurrences
    inner join news.claim_origins as origins on origins.claim_occurrence_id = occurrences.claim_occurrence_id
    where
        occurrences.claim_id = claim_sources.claim_id
        and origins.source_ordinal = claim_sources.ordinal
) as heard
