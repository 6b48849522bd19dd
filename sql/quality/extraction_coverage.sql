-- Where did extraction find nothing?
-- @column article_id: Key of the article.
-- @column headline: Its headline.
-- @column outlet: Who published it: the outlet's name, else the host of the URL, else 'unknown'.
-- @column published_at: When it was published; null if unknown.
-- @column status: annotated, other_language (not annotated) or empty.
-- @column language: ISO 639-1 code of its language.
-- @column sentences: Sentences of its prose.
-- @column sentences_with_mentions: Sentences with at least one mention.
-- @column mentions: Mentions.
-- @column attributions: Statements that it puts in somebody's mouth.
-- @column claims: Claims printed.
-- @column story_id: The article's story.
-- @column path: The file that it came in.
-- @order attributions + claims, sentences_with_mentions, sentences desc, article_id
-- @table article_id, headline, sentences, sentences_with_mentions, attributions, claims
select
    articles.article_id,
    articles.headline,
    articles.outlet,
    articles.published_at,
    articles.status,
    articles.language,
    measures.sentences,
    measures.sentences_with_mentions,
    measures.mentions,
    measures.attributions,
    measures.claims,
    articles.story_id,
    articles.path
from report.articles
inner join news.article_measures as measures on measures.article_id = articles.article_id
