-- Which independent sources stand behind a claim?
-- @column claim_id: Key of the claim.
-- @column claim: The claim in its clearest printing.
-- @column source: The source's name, or its description where it is unnamed.
-- @column source_kind: person, organization, outlet, document, anonymous, group, author or unknown.
-- @column through: The outlet that is the source, or the only one that speaks of it; null if none is known.
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
    outlets.name as through,
    claim_sources.origin_article_id,
    claim_sources.occurrences,
    claim_sources.grounds,
    claim_sources.ordinal
from news.claim_sources
inner join news.claims on claims.claim_id = claim_sources.claim_id
left join news.outlets on outlets.outlet_id = claim_sources.outlet_id
