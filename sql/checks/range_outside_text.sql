-- Which ranges reach beyond the end of their text?
with places as (
    select 'paragraphs' as table_name, paragraph_id as row_id, article_id, end_char from news.paragraphs
    union all
    select 'sentences', sentence_id, article_id, end_char from news.sentences
    union all
    select 'passages', passage_id, article_id, end_char from news.passages
    union all
    select 'passages', passage_id, other_article_id, other_end_char from news.passages
    union all
    select 'article_authors', author_id, article_id, end_char from news.article_authors
    union all
    select 'articles', article_id, article_id, headline_end_char from news.articles
    union all
    select 'articles', article_id, article_id, published_end_char from news.articles
),

-- once a text: a long one has many ranges, and each measuring reads it from end to end
lengths as materialized (
    select
        articles.article_id,
        length(documents.text) as text_length
    from news.articles
    inner join raw.documents on documents.document_id = articles.document_id
    where cast(:run_id as bigint) is null or articles.run_id = :run_id
)

select
    places.table_name,
    places.row_id,
    places.article_id,
    format('ends at %s, the text at %s', places.end_char, lengths.text_length) as fault
from places
inner join lengths on lengths.article_id = places.article_id
where places.end_char > lengths.text_length
