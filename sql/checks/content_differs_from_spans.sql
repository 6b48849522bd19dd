-- Which attributions have no content span, or a content that its spans do not make up?
with contents as (
    select
        attributions.attribution_id,
        attributions.article_id,
        attributions.content,
        string_agg(spans.text, ' ... ' order by spans.ordinal) as spans_content
    from news.attributions
    inner join news.articles on articles.article_id = attributions.article_id
    left join news.attribution_spans as spans
        on
            spans.attribution_id = attributions.attribution_id
            and spans.role = 'content'
    where cast(:run_id as bigint) is null or articles.run_id = :run_id
    group by attributions.attribution_id
)

select
    'attributions' as table_name,
    attribution_id as row_id,
    article_id,
    format('has %L, its spans have %L', content, spans_content) as fault
from contents
where content is distinct from spans_content
