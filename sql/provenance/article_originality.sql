-- How much of an article is its own?
-- @column article_id: Key of the article.
-- @column headline: Its headline.
-- @column outlet: Who published it: the outlet's name, else the host of the URL, else 'unknown'.
-- @column published_at: When it was published; null if unknown.
-- @column words: Words in its prose: the sum of the four kinds below.
-- @column quoted_words: Words inside quotations.
-- @column reused_words: Words outside quotations that another article has as well, and that this one is not known to have had first.
-- @column attributed_words: Words, not among these, that it puts in somebody's mouth in its own phrasing.
-- @column own_words: The other words.
-- @column originality: Own words over all words, 0 to 1; null for an article without prose.
-- @column story_id: The article's story.
-- @column path: The file that it came in.
-- @order originality nulls last, words desc, article_id
-- @table article_id, headline, outlet, words, quoted_words, reused_words, attributed_words, own_words, originality
select
    measures.article_id,
    articles.headline,
    articles.outlet,
    articles.published_at,
    measures.words,
    measures.quoted_words,
    measures.reused_words,
    measures.attributed_words,
    measures.own_words,
    round(measures.own_words::numeric / nullif(measures.words, 0), 3) as originality,
    articles.story_id,
    articles.path
from news.article_measures as measures
inner join report.articles on articles.article_id = measures.article_id
