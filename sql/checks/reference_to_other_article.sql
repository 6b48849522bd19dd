-- Which rows inside an article point at a row inside another one?
with pointers as (
    select 'sentences' as table_name, sentence_id as row_id, article_id, paragraph_id as target_id from news.sentences
    union all
    select 'mentions', mention_id, article_id, chain_mention_id from news.mentions
    union all
    select 'attributions', attribution_id, article_id, speaker_mention_id from news.attributions
    union all
    select 'attributions', attribution_id, article_id, relayed_by_attribution_id from news.attributions
    union all
    select 'claim_occurrences', claim_occurrence_id, article_id, sentence_id from news.claim_occurrences
    union all
    select 'claim_occurrences', claim_occurrence_id, article_id, attribution_id from news.claim_occurrences
    union all
    select 'claim_occurrences', claim_occurrence_id, article_id, subject_mention_id from news.claim_occurrences
    union all
    select 'figures', figure_id, article_id, claim_occurrence_id from news.figures
    union all
    select 'citations', citation_id, article_id, refers_to_citation_id from news.citations
)

select
    pointers.table_name,
    pointers.row_id,
    pointers.article_id,
    format('points at %s, which is in article %s', pointers.target_id, pointers.target_id / 1000000) as fault
from pointers
inner join news.articles on articles.article_id = pointers.article_id
where
    (cast(:run_id as bigint) is null or articles.run_id = :run_id)
    and pointers.target_id / 1000000 <> pointers.article_id
