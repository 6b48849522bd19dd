-- How late did each article follow?
-- @column story_id: Key of the story.
-- @column article_id: Key of the article.
-- @column headline: Its headline.
-- @column outlet: Who published it: the outlet's name, else the host of the URL, else 'unknown'.
-- @column published_at: When it was published; null if unknown.
-- @column published_precision: How exactly that is known: second, minute, hour, day, month or year.
-- @column hours_after_first: Hours after the story's earliest known publication; null if the time is unknown.
-- @column is_exact: Whether both times are known to the hour or better; else the hours are rough.
-- @column seen_order: 1 for the first: one more than the articles of the story that were surely out before; null if the time is unknown.
-- @column articles: Articles of the story.
-- @column path: The file that the article came in.
-- @order articles desc, story_id, seen_order nulls last, published_at, article_id
-- @table story_id, seen_order, article_id, headline, outlet, published_at, hours_after_first, is_exact
select
    articles.story_id,
    articles.article_id,
    articles.headline,
    articles.outlet,
    articles.published_at,
    articles.published_precision,
    round(extract(epoch from articles.published_at - peers.first_published_at) / 3600, 2) as hours_after_first,
    case when articles.published_at is not null then
        articles.published_precision in ('second', 'minute', 'hour')
        and peers.first_precision in ('second', 'minute', 'hour')
    end as is_exact,
    case when articles.published_at is not null then 1 + peers.earlier end as seen_order,
    peers.articles,
    articles.path
from report.articles
cross join lateral (
    select
        count(*) as articles,
        min(others.published_at) as first_published_at,
        (array_agg(others.published_precision order by others.published_at, others.article_id))[1] as first_precision,
        count(*) filter (where others.published_before <= articles.published_at) as earlier
    from report.articles as others
    where others.story_id = articles.story_id
) as peers
where articles.story_id is not null
