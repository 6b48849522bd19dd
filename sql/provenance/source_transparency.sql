-- How much rests on unnamed sources?
-- @column article_id: Key of the article.
-- @column headline: Its headline.
-- @column outlet: Who published it: the outlet's name, else the host of the URL, else 'unknown'.
-- @column published_at: When it was published; null if unknown.
-- @column attributions: Statements that it puts in somebody's mouth.
-- @column named: Those of a person, an organization, an outlet or a document.
-- @column anonymous: Those of an unnamed source, such as 'a senior official'.
-- @column groups: Those of a group without a name, such as 'critics'.
-- @column anonymous_share: Anonymous over all, 0 to 1; null where there are none.
-- @column story_id: The article's story.
-- @column path: The file that it came in.
-- @order anonymous_share desc nulls last, anonymous desc, article_id
-- @table article_id, headline, outlet, attributions, named, anonymous, groups, anonymous_share
select
    measures.article_id,
    articles.headline,
    articles.outlet,
    articles.published_at,
    measures.attributions,
    measures.named,
    measures.anonymous,
    measures.groups,
    round(measures.anonymous::numeric / nullif(measures.attributions, 0), 3) as anonymous_share,
    articles.story_id,
    articles.path
from news.article_measures as measures
inner join report.articles on articles.article_id = measures.article_id
