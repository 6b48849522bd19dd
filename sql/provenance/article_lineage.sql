-- From what did an article come, step by step?
-- @column article_id: Key of the article.
-- @column headline: Its headline.
-- @column outlet: Who published it: the outlet's name, else the host of the URL, else 'unknown'.
-- @column published_at: When it was published; null if unknown.
-- @column depth: How many steps back, from 1.
-- @column step_article_id: The article that took this step: the article itself at depth 1.
-- @column derived_from_article_id: The article that it came from; null if that is not loaded.
-- @column derived_from_outlet: The outlet that it came from.
-- @column derived_from_headline: The headline of the article that it came from.
-- @column prov_type: W3C PROV: wasQuotedFrom, hadPrimarySource, wasRevisionOf or wasDerivedFrom.
-- @column evidence: What shows it.
-- @column confidence: How sure, 0 to 1.
-- @column story_id: The article's story.
-- @column path: The file that the article came in.
-- @order article_id, depth, derived_from_outlet
-- @table article_id, headline, depth, step_article_id, derived_from_article_id, derived_from_outlet, prov_type, evidence
select
    articles.article_id,
    articles.headline,
    articles.outlet,
    articles.published_at,
    steps.depth,
    steps.step_article_id,
    steps.derived_from_article_id,
    coalesce(source_outlets.name, source_articles.outlet) as derived_from_outlet,
    source_articles.headline as derived_from_headline,
    steps.prov_type,
    steps.evidence,
    steps.confidence,
    articles.story_id,
    articles.path
from report.articles
-- lateral, so that a filter on the article starts the climb at that article alone
cross join lateral (
    with recursive climb as (
        select
            derivations.derivation_id,
            derivations.article_id as step_article_id,
            derivations.source_article_id,
            1 as depth
        from news.derivations
        where derivations.article_id = articles.article_id
        union
        select
            derivations.derivation_id,
            derivations.article_id as step_article_id,
            derivations.source_article_id,
            climb.depth + 1 as depth
        from climb
        inner join news.derivations on derivations.article_id = climb.source_article_id
        where climb.depth < 20
    ),

    nearest as (
        select
            derivation_id,
            min(depth) as depth
        from climb
        group by derivation_id
    )

    select
        nearest.depth,
        derivations.article_id as step_article_id,
        derivations.source_article_id as derived_from_article_id,
        derivations.source_outlet_id,
        derivations.prov_type,
        derivations.evidence,
        derivations.confidence
    from nearest
    inner join news.derivations on derivations.derivation_id = nearest.derivation_id
) as steps
left join news.outlets as source_outlets on source_outlets.outlet_id = steps.source_outlet_id
left join report.articles as source_articles on source_articles.article_id = steps.derived_from_article_id
