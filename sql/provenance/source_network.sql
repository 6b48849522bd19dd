-- Who feeds whom?
-- @column source: Who gives: a speaker, an unnamed source's role, or an outlet.
-- @column source_kind: person, organization, outlet, document, anonymous or group.
-- @column target: Who takes: an outlet, or the headline of an article whose outlet is unknown.
-- @column target_kind: outlet or article.
-- @column relation: statement (the source speaks in the target) or derivation (the target's articles came from the source).
-- @column weight: Statements, or articles that came from it.
-- @column stories: Stories in which it does.
-- @order weight desc, relation, source, target
-- @table source, source_kind, target, target_kind, relation, weight
select
    source,
    source_kind,
    target,
    target_kind,
    relation,
    sum(weight)::bigint as weight,
    count(*) as stories
from report.story_network
group by source, source_kind, target, target_kind, relation
