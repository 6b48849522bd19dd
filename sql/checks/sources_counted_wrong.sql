-- Which claims have other numbers of sources or printings than are counted, or more sources than printings?
with touched as (
    -- claims that an article gives its key to have keys in a range, which an index finds; those of an article that was
    -- annotated anew wait without printings until it is linked
    select
        article_id * 1000000 as first_key,
        (article_id + 1) * 1000000 as end_key
    from news.articles
    where
        (cast(:run_id as bigint) is null or run_id = :run_id)
        and linked_version is distinct from 'annotated anew'
),

claims as (
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
    from touched
    inner join news.claims on claims.claim_id >= touched.first_key and claims.claim_id < touched.end_key
    where claims.independent_sources is not null
),

sources as (
    select
        claim_sources.claim_id,
        claim_sources.ordinal,
        claim_sources.occurrences,
        (
            select count(*)
            from news.claim_origins
            where
                claim_origins.claim_id = claim_sources.claim_id
                and claim_origins.source_ordinal = claim_sources.ordinal
        ) as found
    from touched
    inner join news.claim_sources
        on claim_sources.claim_id >= touched.first_key and claim_sources.claim_id < touched.end_key
)

select
    'claims' as table_name,
    claim_id as row_id,
    claim_id / 1000000 as article_id,
    format('%s independent sources, %s counted, %s printings', independent_sources, sources, occurrences) as fault
from claims
where independent_sources > occurrences or independent_sources <> sources
union all
select
    'claim_sources',
    claim_id,
    claim_id / 1000000,
    format('source %s: %s printings, %s found', ordinal, occurrences, found)
from sources
where occurrences <> found
