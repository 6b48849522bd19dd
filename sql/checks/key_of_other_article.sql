-- Which keys do not belong to their article? A row inside article 5 has a key of 5 million and some.
with places as (
    select 'paragraphs' as table_name, paragraph_id as row_id, article_id from news.paragraphs
    union all
    select 'sentences', sentence_id, article_id from news.sentences
    union all
    select 'mentions', mention_id, article_id from news.mentions
    union all
    select 'attributions', attribution_id, article_id from news.attributions
    union all
    select 'attribution_spans', attribution_id, article_id from news.attribution_spans
    union all
    select 'quote_occurrences', attribution_id, article_id from news.quote_occurrences
    union all
    select 'claim_occurrences', claim_occurrence_id, article_id from news.claim_occurrences
    union all
    select 'claim_origins', claim_occurrence_id, article_id from news.claim_origins
    union all
    select 'figures', figure_id, article_id from news.figures
    union all
    select 'citations', citation_id, article_id from news.citations
)

select
    places.table_name,
    places.row_id,
    places.article_id,
    format('has a key of article %s', places.row_id / 1000000) as fault
from places
inner join news.articles on articles.article_id = places.article_id
where
    (cast(:run_id as bigint) is null or articles.run_id = :run_id)
    and places.row_id / 1000000 <> places.article_id
