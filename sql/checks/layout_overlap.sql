-- Which paragraphs or sentences of an article overlap?
with places as (
    select 'paragraphs' as table_name, paragraph_id as row_id, article_id, start_char, end_char from news.paragraphs
    union all
    select 'sentences', sentence_id, article_id, start_char, end_char from news.sentences
),

followed as (
    select
        places.table_name,
        places.row_id,
        places.article_id,
        places.end_char,
        lead(places.start_char) over (
            partition by places.table_name, places.article_id
            order by places.start_char, places.end_char
        ) as next_start_char
    from places
    inner join news.articles on articles.article_id = places.article_id
    where cast(:run_id as bigint) is null or articles.run_id = :run_id
)

select
    table_name,
    row_id,
    article_id,
    format('ends at %s, the next begins at %s', end_char, next_start_char) as fault
from followed
where next_start_char < end_char
