-- Which printings say that they belong to another article or claim than the row that they are of?
select
    'claim_origins' as table_name,
    origins.claim_occurrence_id as row_id,
    origins.article_id,
    'differs from its claim occurrence in article or claim' as fault
from news.claim_origins as origins
inner join news.articles on articles.article_id = origins.article_id
inner join news.claim_occurrences as occurrences
    on occurrences.claim_occurrence_id = origins.claim_occurrence_id
where
    (cast(:run_id as bigint) is null or articles.run_id = :run_id)
    and (origins.article_id <> occurrences.article_id or origins.claim_id is distinct from occurrences.claim_id)
union all
select
    'quote_occurrences',
    occurrences.attribution_id,
    occurrences.article_id,
    'differs from its attribution in article'
from news.quote_occurrences as occurrences
inner join news.articles on articles.article_id = occurrences.article_id
inner join news.attributions on attributions.attribution_id = occurrences.attribution_id
where
    (cast(:run_id as bigint) is null or articles.run_id = :run_id)
    and attributions.article_id <> occurrences.article_id
