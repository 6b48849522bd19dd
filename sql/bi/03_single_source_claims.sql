-- Which claims do several articles carry on the word of one source?
-- Chart: table.
select
    story_id,
    claim,
    articles,
    outlets,
    anonymous_sources,
    origin,
    first_seen_at
from report.claim_support
where is_single_source and articles > 1
order by articles desc, claim_id
