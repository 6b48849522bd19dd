-- Where may an article tell a claim of its story in other words?
-- @column story_id: Key of the story.
-- @column claim_id: Key of the claim.
-- @column claim: The claim in its clearest printing.
-- @column article_id: Key of an article that does not carry it.
-- @column headline: Its headline.
-- @column outlet: Who published it: the outlet's name, else the host of the URL, else 'unknown'.
-- @column published_at: When it was published; null if unknown.
-- @column near_claim_id: Key of the claim that it makes instead.
-- @column near_text: Its words.
-- @column likeness: How surely both assert the same, 0 to 1.
-- @column path: The file that the article came in.
-- @column start_char: Where its words begin in the text, in characters from 0.
-- @column end_char: Where they end (exclusive).
-- @order likeness desc, claim_id, article_id, start_char
-- @table claim, article_id, outlet, near_text, likeness
with alignments as (
    select
        sense_key,
        other_article_id as near_article_id,
        other_sense_key as near_sense_key,
        score
    from news.claim_alignments
    union all
    select
        other_sense_key,
        article_id,
        sense_key,
        score
    from news.claim_alignments
)

-- One claim may have several wordings: the nearest counts.
select distinct on (senses.claim_id, articles.article_id, near.claim_occurrence_id)
    articles.story_id,
    senses.claim_id,
    claims.text as claim,
    articles.article_id,
    articles.headline,
    articles.outlet,
    articles.published_at,
    near.claim_id as near_claim_id,
    near.text as near_text,
    alignments.score as likeness,
    articles.path,
    near.start_char,
    near.end_char
from alignments
inner join news.claim_senses as senses on senses.sense_key = alignments.sense_key
inner join news.claims on claims.claim_id = senses.claim_id
inner join report.articles on articles.article_id = alignments.near_article_id
inner join news.claim_occurrences as near
    on near.sense_key = alignments.near_sense_key and near.article_id = alignments.near_article_id
where
    not exists (
        select 1
        from news.claim_occurrences as carried
        where
            carried.claim_id = senses.claim_id
            and carried.article_id = alignments.near_article_id
    )
order by senses.claim_id, articles.article_id, near.claim_occurrence_id, alignments.score desc
