-- Which articles were surely out before the article that they are said to come from?
select
    'derivations' as table_name,
    derivations.derivation_id as row_id,
    derivations.article_id,
    format(
        'was out before %s, article %s that it comes from at %s',
        articles.published_before, sources.article_id, sources.published_at
    ) as fault
from news.derivations
inner join report.articles on articles.article_id = derivations.article_id
inner join report.articles as sources on sources.article_id = derivations.source_article_id
where
    (cast(:run_id as bigint) is null or articles.run_id = :run_id)
    and articles.published_before <= sources.published_at
