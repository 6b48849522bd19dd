-- Which stories did most outlets carry?
-- Chart: bars, title by outlets.
select
    story_id,
    title,
    outlets,
    articles,
    claims,
    quotes,
    first_published_at
from report.story_coverage
order by outlets desc, articles desc, story_id
limit 25
