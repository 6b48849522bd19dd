-- What does each story look like?
-- @column story_id: Key of the story.
-- @column title: A headline of one of its articles.
-- @column articles: Articles of the story.
-- @column outlets: Outlets that carry it; an article whose outlet is unknown counts as an outlet of its own.
-- @column first_published_at: The earliest known publication.
-- @column last_published_at: The latest known publication.
-- @column undated_articles: Articles whose publication time is unknown.
-- @column claims: Distinct claims.
-- @column quotes: Distinct quotes.
-- @order articles desc, claims desc, story_id
-- @table story_id, title, articles, outlets, first_published_at, last_published_at, claims, quotes
with members as (
    select
        story_id,
        count(*) as articles,
        count(distinct publisher) as outlets,
        min(published_at) as first_published_at,
        max(published_at) as last_published_at,
        count(*) filter (where published_at is null) as undated_articles
    from report.articles
    where story_id is not null
    group by story_id
),

carried as (
    select
        story_id,
        count(*) as claims
    from news.story_claims
    group by story_id
),

quoted as (
    select
        story_articles.story_id,
        count(distinct occurrences.quote_id) as quotes
    from news.quote_occurrences as occurrences
    inner join news.story_articles on story_articles.article_id = occurrences.article_id
    group by story_articles.story_id
)

select
    stories.story_id,
    stories.title,
    members.articles,
    members.outlets,
    members.first_published_at,
    members.last_published_at,
    members.undated_articles,
    coalesce(carried.claims, 0) as claims,
    coalesce(quoted.quotes, 0) as quotes
from news.stories
inner join members on members.story_id = stories.story_id
left join carried on carried.story_id = stories.story_id
left join quoted on quoted.story_id = stories.story_id
