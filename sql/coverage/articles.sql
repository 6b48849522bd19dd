-- Which articles are loaded, and what is known of each?
-- @column article_id: Key of the article.
-- @column headline: Its headline; null if none was found.
-- @column outlet: Who published it: the outlet's name, else the host of the URL, else 'unknown'.
-- @column authors: Its authors in the order of the byline, parted by semicolons; null if none is known.
-- @column published_at: When it was published; null if unknown.
-- @column published_precision: How exactly that is known: second, minute, hour, day, month or year.
-- @column published_before: The end of that second, minute, hour, day, month or year.
-- @column story_id: The story that it belongs to; null until linked.
-- @column url: Its address.
-- @column language: ISO 639-1 code of its language.
-- @column words: Words in its prose.
-- @column status: annotated, other_language (loaded, not annotated) or empty.
-- @column outlet_id: Key of the outlet; null if unknown.
-- @column publisher: What counts as one outlet: the outlet, else the host of the URL, else the article alone.
-- @column revision_of_article_id: The earlier version of the same article.
-- @column path: The file that it came in.
-- @column run_id: The run that annotated it.
-- @order published_at, article_id
-- @table article_id, headline, outlet, authors, published_at, story_id, words, status
select
    articles.article_id,
    articles.headline,
    coalesce(outlets.name, hosts.host, 'unknown') as outlet,
    (
        select string_agg(authors.name, '; ' order by article_authors.ordinal)
        from news.article_authors
        inner join news.authors on authors.author_id = article_authors.author_id
        where article_authors.article_id = articles.article_id
    ) as authors,
    articles.published_at,
    articles.published_precision,
    articles.published_at + case articles.published_precision
        when 'second' then interval '1 second'
        when 'minute' then interval '1 minute'
        when 'hour' then interval '1 hour'
        when 'month' then interval '1 month'
        when 'year' then interval '1 year'
        else interval '1 day'
    end as published_before,
    story_articles.story_id,
    articles.url,
    articles.language,
    articles.word_count as words,
    articles.status,
    articles.outlet_id,
    coalesce(
        'outlet ' || articles.outlet_id,
        'host ' || hosts.host,
        'article ' || articles.article_id
    ) as publisher,
    articles.revision_of_article_id,
    files.path,
    articles.run_id
from news.articles
cross join lateral (
    select lower(substring(articles.url from '^[a-zA-Z][a-zA-Z0-9+.-]*://(?:[^/@]*@)?([^/:?#]+)')) as host
) as hosts
left join news.outlets on outlets.outlet_id = articles.outlet_id
left join news.story_articles on story_articles.article_id = articles.article_id
left join raw.documents on documents.document_id = articles.document_id
left join raw.files on files.file_id = documents.file_id
