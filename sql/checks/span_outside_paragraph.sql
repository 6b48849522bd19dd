-- Which ranges are not inside one paragraph of their article?
with places as (
    select 'sentences' as table_name, sentence_id as row_id, article_id, start_char, end_char from news.sentences
    union all
    select 'mentions', mention_id, article_id, start_char, end_char from news.mentions
    union all
    select 'attribution_spans', attribution_id, article_id, start_char, end_char from news.attribution_spans
    union all
    select 'claim_occurrences', claim_occurrence_id, article_id, start_char, end_char from news.claim_occurrences
    union all
    select 'figures', figure_id, article_id, start_char, end_char from news.figures
    union all
    select 'citations', citation_id, article_id, start_char, end_char from news.citations
)

select
    places.table_name,
    places.row_id,
    places.article_id,
    format('%s to %s is not inside one paragraph', places.start_char, places.end_char) as fault
from places
inner join news.articles on articles.article_id = places.article_id
where
    (cast(:run_id as bigint) is null or articles.run_id = :run_id)
    and not exists (
        select 1
        from news.paragraphs
        where
            paragraphs.article_id = places.article_id
            and paragraphs.start_char <= places.start_char
            and paragraphs.end_char >= places.end_char
    )
