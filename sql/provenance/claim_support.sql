-- How many independent sources stand behind a claim?
-- @column claim_id: Key of the claim.
-- @column claim: The claim in its clearest printing.
-- @column story_id: The story in which it is carried.
-- @column articles: Articles of the story that carry it.
-- @column outlets: Outlets that carry it; an article whose outlet is unknown counts as an outlet of its own.
-- @column named_sources: Independent sources with a name: persons, organizations, outlets, documents.
-- @column anonymous_sources: Those without one: unnamed persons, groups, and who is not told. Both add up to independent_sources.
-- @column independent_sources: Distinct ultimate sources; relays of one outlet count once.
-- @column is_single_source: Whether all of it rests on one source.
-- @column origin: The outlet that most of its printings go back to; null if none is known.
-- @column origin_article_id: That origin's article, if it is loaded.
-- @column first_seen_at: The earliest known publication of it.
-- @column hedged_occurrences: Printings that are hedged.
-- @column checkworthiness: How much it is worth checking, 0 to 1.
-- @order articles desc, independent_sources, checkworthiness desc, claim_id
-- @table claim_id, claim, articles, outlets, named_sources, anonymous_sources, independent_sources, origin
select
    story_claims.claim_id,
    claims.text as claim,
    story_claims.story_id,
    story_claims.articles,
    story_claims.outlets,
    story_claims.named_sources,
    story_claims.anonymous_sources,
    story_claims.independent_sources,
    story_claims.independent_sources = 1 as is_single_source,
    story_claims.origin,
    story_claims.origin_article_id,
    story_claims.first_seen_at,
    story_claims.hedged_occurrences,
    claims.checkworthiness
from news.story_claims
inner join news.claims on claims.claim_id = story_claims.claim_id
