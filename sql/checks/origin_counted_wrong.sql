-- Which sources of a claim rest on another number of printings than are counted to them?
with touched as (
    -- claims that an article gives its key to have keys in a range, which an index finds
    select
        article_id * 1000000 as first_key,
        (article_id + 1) * 1000000 as end_key
    from news.articles
    where cast(:run_id as bigint) is null or run_id = :run_id
),

counted as (
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
    'claim_sources' as table_name,
    claim_id as row_id,
    claim_id / 1000000 as article_id,
    format('source %s: %s printings, %s found', ordinal, occurrences, found) as fault
from counted
where occurrences <> found
