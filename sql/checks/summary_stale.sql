-- Which kept counts are missing, or are not what a count now gives?
with touched as (
    select
        articles.article_id,
        story_articles.story_id
    from news.articles
    left join news.story_articles on story_articles.article_id = articles.article_id
    where
        articles.linked_version is not null
        and (cast(:run_id as bigint) is null or articles.run_id = :run_id)
),

stories as (
    select distinct story_id
    from touched
    where story_id is not null
),

counted as (
    select
        members.story_id,
        occurrences.claim_id,
        count(distinct occurrences.article_id) as articles
    from stories
    inner join news.story_articles as members on members.story_id = stories.story_id
    inner join news.claim_occurrences as occurrences on occurrences.article_id = members.article_id
    where occurrences.claim_id is not null
    group by members.story_id, occurrences.claim_id
),

kept as (
    select
        story_claims.story_id,
        story_claims.claim_id,
        story_claims.articles
    from stories
    inner join news.story_claims on story_claims.story_id = stories.story_id
)

select
    'article_measures' as table_name,
    touched.article_id as row_id,
    touched.article_id,
    'was not measured' as fault
from touched
where not exists (
    select 1
    from news.article_measures
    where article_measures.article_id = touched.article_id
)
union all
select
    'story_claims',
    coalesce(counted.claim_id, kept.claim_id),
    coalesce(counted.story_id, kept.story_id),
    format('%s articles kept, %s counted', coalesce(kept.articles, 0), coalesce(counted.articles, 0))
from counted
full join kept on kept.story_id = counted.story_id and kept.claim_id = counted.claim_id
where kept.articles is distinct from counted.articles
