-- Where did the story come from?
-- @column story_id: Key of the story.
-- @column title: A headline of one of its articles.
-- @column origin: The outlet that it came from.
-- @column origin_article_id: The article that it came from; null if that is not loaded.
-- @column is_in_corpus: Whether that article is loaded.
-- @column articles: Articles of the story.
-- @column articles_tracing: How many of them trace to this origin.
-- @column share: The part of them that does, 0 to 1.
-- @column evidence: What shows it.
-- @order articles_tracing desc, share desc, story_id, origin
-- @table story_id, title, origin, is_in_corpus, articles_tracing, articles, share, evidence
select
    origins.story_id,
    stories.title,
    coalesce(outlets.name, origin_articles.outlet) as origin,
    origins.article_id as origin_article_id,
    origins.article_id is not null as is_in_corpus,
    members.articles,
    origins.articles_tracing,
    round(origins.articles_tracing::numeric / nullif(members.articles, 0), 3) as share,
    origins.evidence
from news.story_origins as origins
inner join news.stories on stories.story_id = origins.story_id
left join news.outlets on outlets.outlet_id = origins.outlet_id
left join report.articles as origin_articles on origin_articles.article_id = origins.article_id
cross join lateral (
    select count(*) as articles
    from news.story_articles
    where story_articles.story_id = origins.story_id
) as members
