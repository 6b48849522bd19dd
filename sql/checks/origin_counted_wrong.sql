-- Which sources of a claim rest on another number of printings than are counted to them?
with counted as (
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
    from news.claim_sources
    where
        cast(:run_id as bigint) is null
        or claim_sources.claim_id / 1000000 in (select article_id from news.articles where run_id = :run_id)
)

select
    'claim_sources' as table_name,
    claim_id as row_id,
    claim_id / 1000000 as article_id,
    format('source %s: %s printings, %s found', ordinal, occurrences, found) as fault
from counted
where occurrences <> found
