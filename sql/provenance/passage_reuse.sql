-- Which articles share which words?
-- @column passage_id: Key of the passage.
-- @column article_id: The article with the smaller key.
-- @column headline: Its headline.
-- @column outlet: Who published it: the outlet's name, else the host of the URL, else 'unknown'.
-- @column published_at: When it was published; null if unknown.
-- @column text: The passage as it stands there.
-- @column path: The file that it came in.
-- @column start_char: Where the passage begins in its text, in characters from 0.
-- @column end_char: Where it ends (exclusive).
-- @column other_article_id: The other article.
-- @column other_headline: Its headline.
-- @column other_outlet: Who published that one.
-- @column other_published_at: When that was; null if unknown.
-- @column other_text: The passage as it stands there.
-- @column other_path: The file that the other article came in.
-- @column other_start_char: Where the passage begins in the other text.
-- @column other_end_char: Where it ends there (exclusive).
-- @column words: Words that the two stretches share.
-- @column similarity: How like each other they are, 0 to 1.
-- @column is_quotation: Whether both stretches are quotations; two reporters who heard the same words did not copy.
-- @column direction: article_first, other_first, common_origin (both took it from a third) or unknown.
-- @column direction_grounds: What the direction rests on.
-- @column story_id: The story of the article with the smaller key.
-- @order is_quotation, words desc, passage_id
-- @table article_id, outlet, other_article_id, other_outlet, words, similarity, is_quotation, direction, text
select
    passages.passage_id,
    passages.article_id,
    articles.headline,
    articles.outlet,
    articles.published_at,
    substring(
        documents.text from passages.start_char + 1 for passages.end_char - passages.start_char
    ) as text,
    articles.path,
    passages.start_char,
    passages.end_char,
    passages.other_article_id,
    others.headline as other_headline,
    others.outlet as other_outlet,
    others.published_at as other_published_at,
    substring(
        other_documents.text
        from passages.other_start_char + 1 for passages.other_end_char - passages.other_start_char
    ) as other_text,
    others.path as other_path,
    passages.other_start_char,
    passages.other_end_char,
    passages.words,
    passages.similarity,
    passages.is_quotation,
    passages.direction,
    passages.direction_grounds,
    articles.story_id
from news.passages
inner join report.articles on articles.article_id = passages.article_id
-- looked up for each passage: the planner would not reach this far, and join all articles
cross join lateral (
    select
        found.headline,
        found.outlet,
        found.published_at,
        found.path
    from report.articles as found
    where found.article_id = passages.other_article_id
    limit 1
) as others
left join raw.documents on documents.document_id = passages.article_id
left join raw.documents as other_documents on other_documents.document_id = passages.other_article_id
