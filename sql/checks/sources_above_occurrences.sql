-- Which claims have more independent sources than printings, or another number than was counted?
with claims as (
    select
        claims.claim_id,
        claims.independent_sources,
        (
            select count(*)
            from news.claim_occurrences
            where claim_occurrences.claim_id = claims.claim_id
        ) as occurrences,
        (
            select count(*)
            from news.claim_sources
            where claim_sources.claim_id = claims.claim_id
        ) as sources
    from news.claims
    where
        claims.independent_sources is not null
        and (
            cast(:run_id as bigint) is null
            or claims.claim_id / 1000000 in (select article_id from news.articles where run_id = :run_id)
        )
)

select
    'claims' as table_name,
    claim_id as row_id,
    claim_id / 1000000 as article_id,
    format('%s independent sources, %s counted, %s printings', independent_sources, sources, occurrences) as fault
from claims
where independent_sources > occurrences or independent_sources <> sources
