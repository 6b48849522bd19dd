-- Where do a row's words differ from the characters that its range names?
with texts as (
    select
        articles.article_id,
        documents.text
    from news.articles
    inner join raw.documents on documents.document_id = articles.document_id
    where cast(:run_id as bigint) is null or articles.run_id = :run_id
),

-- a text is cut once, and a row looks into its piece alone: to reach a character, PostgreSQL unpacks the whole text
-- and walks there from its beginning, which a text of many rows would pay for with each of them
pieces as materialized (
    select
        texts.article_id,
        piece.number,
        substring(texts.text from piece.number * 8192 + 1 for 8192) as text
    from texts
    cross join lateral generate_series(0, length(texts.text) / 8192) as piece (number)
),

places as (
    select 'mentions' as table_name, mention_id as row_id, article_id, start_char, end_char, text from news.mentions
    union all
    -- one stretch of text can be two things, a source and a relay
    select distinct 'attribution_spans', attribution_id, article_id, start_char, end_char, text
    from news.attribution_spans
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
),

compared as (
    select
        places.table_name,
        places.row_id,
        places.article_id,
        places.text,
        string_agg(
            substring(
                pieces.text
                from greatest(places.start_char - pieces.number * 8192, 0) + 1
                for least(places.end_char, (pieces.number + 1) * 8192)
                - greatest(places.start_char, pieces.number * 8192)
            ),
            '' order by pieces.number
        ) as found
    from news.articles
    inner join places on places.article_id = articles.article_id
    cross join lateral generate_series(places.start_char / 8192, (places.end_char - 1) / 8192) as piece (number)
    left join pieces on pieces.article_id = places.article_id and pieces.number = piece.number
    where cast(:run_id as bigint) is null or articles.run_id = :run_id
    group by places.table_name, places.row_id, places.article_id, places.start_char, places.end_char, places.text
)

select
    table_name,
    row_id,
    article_id,
    format('has %L, the text has %L', text, found) as fault
from compared
where found is distinct from text
