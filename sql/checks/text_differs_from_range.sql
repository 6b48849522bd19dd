-- Where do a row's words differ from the characters that its range names?
with places as (
    select 'mentions' as table_name, mention_id as row_id, article_id, start_char, end_char, text from news.mentions
    union all
    select 'attribution_spans', attribution_id, article_id, start_char, end_char, text from news.attribution_spans
    union all
    select 'claim_occurrences', claim_occurrence_id, article_id, start_char, end_char, text
    from news.claim_occurrences
    union all
    select 'quote_occurrences', attribution_id, article_id, start_char, end_char, text from news.quote_occurrences
    union all
    select 'figures', figure_id, article_id, start_char, end_char, text from news.figures
    union all
    select 'citations', citation_id, article_id, start_char, end_char, text from news.citations
    union all
    select 'articles', article_id, article_id, headline_start_char, headline_end_char, headline
    from news.articles
    where headline_start_char is not null
)

select
    places.table_name,
    places.row_id,
    places.article_id,
    format(
        'has %L, the text has %L',
        places.text,
        substring(documents.text from places.start_char + 1 for places.end_char - places.start_char)
    ) as fault
from places
inner join news.articles on articles.article_id = places.article_id
inner join raw.documents on documents.document_id = articles.document_id
where
    (cast(:run_id as bigint) is null or articles.run_id = :run_id)
    and substring(documents.text from places.start_char + 1 for places.end_char - places.start_char)
    is distinct from places.text
