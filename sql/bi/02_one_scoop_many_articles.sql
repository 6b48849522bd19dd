-- Which stories trace to one origin, and is that origin loaded?
-- Chart: table, or bars of share by title.
select
    title,
    origin,
    is_in_corpus,
    articles,
    articles_tracing,
    share,
    evidence
from report.story_origins
where articles > 1
order by articles_tracing desc, share desc, story_id, origin
