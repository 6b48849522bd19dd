-- What did an article leave out that others carried?
-- @column story_id: Key of the story.
-- @column article_id: Key of the article that leaves it out, and tells nothing that comes near it either: see near_claims.
-- @column headline: Its headline.
-- @column outlet: Who published it: the outlet's name, else the host of the URL, else 'unknown'.
-- @column published_at: When it was published; null if unknown.
-- @column claim_id: Key of the claim.
-- @column claim: The claim in its clearest printing.
-- @column carried_by: Articles of the story that carry it.
-- @column carried_by_outlets: Outlets that carry it; an article whose outlet is unknown counts as an outlet of its own.
-- @column checkworthiness: How much the claim is worth checking, 0 to 1.
-- @column path: The file that the article came in.
-- @order carried_by desc, checkworthiness desc, claim_id, article_id
-- @table article_id, outlet, claim_id, claim, carried_by
select
    story_claims.story_id,
    articles.article_id,
    articles.headline,
    articles.outlet,
    articles.published_at,
    story_claims.claim_id,
    claims.text as claim,
    story_claims.articles as carried_by,
    story_claims.outlets as carried_by_outlets,
    claims.checkworthiness,
    articles.path
from news.story_claims
inner join news.claims on claims.claim_id = story_claims.claim_id
inner join report.articles on articles.story_id = story_claims.story_id
left join lateral (
    select near_claims.claim_id
    from report.near_claims
    where
        near_claims.claim_id = story_claims.claim_id
        and near_claims.article_id = articles.article_id
    limit 1
) as near on true
where
    articles.status = 'annotated'
    and not exists (
        select 1
        from news.claim_occurrences as occurrences
        where
            occurrences.claim_id = story_claims.claim_id
            and occurrences.article_id = articles.article_id
    )
    and near.claim_id is null
