-- Which linked articles have no story, or a claim that belongs to no claim across articles?
select
    'articles' as table_name,
    articles.article_id as row_id,
    articles.article_id,
    'is linked and has no story' as fault
from news.articles
where
    (cast(:run_id as bigint) is null or articles.run_id = :run_id)
    and articles.linked_version <> 'annotated anew'
    and articles.status = 'annotated'
    and not exists (
        select 1
        from news.story_articles
        where story_articles.article_id = articles.article_id
    )
union all
select
    'claim_occurrences',
    occurrences.claim_occurrence_id,
    occurrences.article_id,
    'is linked and belongs to no claim'
from news.claim_occurrences as occurrences
inner join news.articles on articles.article_id = occurrences.article_id
where
    (cast(:run_id as bigint) is null or articles.run_id = :run_id)
    and articles.linked_version <> 'annotated anew'
    and occurrences.claim_id is null
