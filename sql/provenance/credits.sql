-- Which outlets does an article credit, and where?
-- @column citation_id: Key of the credit.
-- @column kind: credit, addressee, wire, hat_tip, reprint, link or reference ('the report', back to a name).
-- @column credited_outlet: The outlet credited; null if it is not known as one.
-- @column as_written: The outlet's name as written there, or where 'the report' goes back to.
-- @column url: The address credited.
-- @column cited_article_id: The article credited, if it is loaded.
-- @column text: The words that credit.
-- @column story_id: The article's story.
-- @column article_id: Key of the article that credits.
-- @column headline: Its headline.
-- @column outlet: Who published it: the outlet's name, else the host of the URL, else 'unknown'.
-- @column published_at: When it was published; null if unknown.
-- @column path: The file that the article came in.
-- @column start_char: Where the words begin in the text, in characters from 0.
-- @column end_char: Where they end (exclusive).
-- @order article_id, start_char
-- @table article_id, outlet, kind, credited_outlet, as_written, cited_article_id, text
select
    citations.citation_id,
    citations.kind,
    credited.name as credited_outlet,
    citations.outlet_as_written as as_written,
    citations.url,
    citations.cited_article_id,
    citations.text,
    articles.story_id,
    citations.article_id,
    articles.headline,
    articles.outlet,
    articles.published_at,
    articles.path,
    citations.start_char,
    citations.end_char
from news.citations
inner join report.articles on articles.article_id = citations.article_id
left join news.outlets as credited on credited.outlet_id = citations.outlet_id
