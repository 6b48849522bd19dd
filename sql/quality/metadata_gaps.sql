-- Which articles lack a headline, date, outlet, author?
-- @column article_id: Key of the article.
-- @column headline: Its headline; null if that is what is missing.
-- @column outlet: Who published it: the outlet's name, else the host of the URL, else 'unknown'.
-- @column published_at: When it was published; null if unknown.
-- @column missing: What is missing: headline, date, outlet or author; a row each.
-- @column story_id: The article's story.
-- @column path: The file that it came in.
-- @order article_id, missing
-- @table article_id, headline, outlet, missing
select
    articles.article_id,
    articles.headline,
    articles.outlet,
    articles.published_at,
    gaps.missing,
    articles.story_id,
    articles.path
from report.articles
cross join lateral (
    select 'headline' as missing where articles.headline is null
    union all
    select 'date' as missing where articles.published_at is null
    union all
    select 'outlet' as missing where articles.outlet_id is null
    union all
    select 'author' as missing
    where not exists (
        select 1
        from news.article_authors
        where article_authors.article_id = articles.article_id
    )
) as gaps
