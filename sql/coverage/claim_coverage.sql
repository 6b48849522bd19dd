-- Which article of the story carries which claim?
-- @column story_id: Key of the story.
-- @column claim_id: Key of the claim.
-- @column claim: The claim in its clearest printing.
-- @column article_id: Key of the article.
-- @column headline: Its headline.
-- @column outlet: Who published it: the outlet's name, else the host of the URL, else 'unknown'.
-- @column published_at: When it was published; null if unknown.
-- @column is_covered: Whether the article carries the claim.
-- @column stance: Against the clearest printing: agrees, contradicts or differs_in_number; null if it does not carry it.
-- @column carried_by: Articles of the story that carry the claim.
-- @column path: The file that the article came in.
-- @column start_char: Where the article's first printing of it begins in the text, in characters from 0; null if it has none.
-- @column end_char: Where that ends (exclusive).
-- @column near_text: Where it does not carry the claim, what it tells that comes nearest, if anything does: see near_claims.
-- @column near_start_char: Where that begins.
-- @column near_end_char: Where that ends (exclusive).
-- @order carried_by desc, story_id, claim_id, published_at nulls last, article_id
-- @table claim_id, claim, article_id, outlet, is_covered, stance, carried_by
select
    story_claims.story_id,
    story_claims.claim_id,
    claims.text as claim,
    articles.article_id,
    articles.headline,
    articles.outlet,
    articles.published_at,
    printings.start_char is not null as is_covered,
    printings.stance,
    story_claims.articles as carried_by,
    articles.path,
    printings.start_char,
    printings.end_char,
    near.near_text,
    near.start_char as near_start_char,
    near.end_char as near_end_char
from news.story_claims
inner join news.claims on claims.claim_id = story_claims.claim_id
inner join report.articles on articles.story_id = story_claims.story_id
left join lateral (
    select
        occurrences.start_char,
        occurrences.end_char,
        occurrences.stance
    from news.claim_occurrences as occurrences
    where
        occurrences.claim_id = story_claims.claim_id
        and occurrences.article_id = articles.article_id
    order by occurrences.start_char
    limit 1
) as printings on true
left join lateral (
    select
        near_claims.near_text,
        near_claims.start_char,
        near_claims.end_char
    from report.near_claims
    where
        near_claims.claim_id = story_claims.claim_id
        and near_claims.article_id = articles.article_id
    order by near_claims.likeness desc, near_claims.start_char
    limit 1
) as near on printings.start_char is null
