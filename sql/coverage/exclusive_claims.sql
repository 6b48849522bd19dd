-- What did only one outlet have?
-- @column story_id: Key of the story.
-- @column claim_id: Key of the claim.
-- @column claim: The claim in its clearest printing.
-- @column article_id: Key of the article that carries it; no other outlet tells anything that comes near: see near_claims.
-- @column headline: Its headline.
-- @column outlet: Who published it: the outlet's name, else the host of the URL, else 'unknown'.
-- @column published_at: When it was published; null if unknown.
-- @column story_outlets: Outlets of the story; an article whose outlet is unknown counts as an outlet of its own.
-- @column checkworthiness: How much the claim is worth checking, 0 to 1.
-- @column path: The file that the article came in.
-- @column start_char: Where the article's first printing of it begins in the text, in characters from 0.
-- @column end_char: Where that ends (exclusive).
-- @order checkworthiness desc, story_outlets desc, claim_id, article_id
-- @table article_id, outlet, claim_id, claim, checkworthiness
select
    story_claims.story_id,
    story_claims.claim_id,
    claims.text as claim,
    articles.article_id,
    articles.headline,
    articles.outlet,
    articles.published_at,
    story_claims.story_outlets,
    claims.checkworthiness,
    articles.path,
    occurrences.start_char,
    occurrences.end_char
from news.story_claims
inner join news.claims on claims.claim_id = story_claims.claim_id
inner join news.claim_occurrences as occurrences on occurrences.claim_id = story_claims.claim_id
inner join report.articles
    on
        articles.article_id = occurrences.article_id
        and articles.story_id = story_claims.story_id
left join lateral (
    select near_claims.claim_id
    from report.near_claims
    inner join report.articles as others on others.article_id = near_claims.article_id
    where
        near_claims.claim_id = story_claims.claim_id
        and near_claims.story_id = story_claims.story_id
        and others.publisher <> articles.publisher
    limit 1
) as near on true
where
    story_claims.outlets = 1
    and story_claims.story_outlets > 1
    and not exists (
        select 1
        from news.claim_occurrences as earlier
        where
            earlier.claim_id = occurrences.claim_id
            and earlier.article_id = occurrences.article_id
            and earlier.start_char < occurrences.start_char
    )
    and near.claim_id is null
