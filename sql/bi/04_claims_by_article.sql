-- Which article of a story carries which claim?
-- Chart: pivot table, claim by outlet, value is_covered. Give story_id a filter. Where it is 0, near_text may tell it.
select
    story_id,
    claim,
    outlet,
    article_id,
    is_covered::int as is_covered,
    near_text
from report.claim_coverage
where carried_by > 1
order by story_id, carried_by desc, claim_id, article_id
