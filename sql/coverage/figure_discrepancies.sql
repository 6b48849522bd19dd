-- Where do the numbers differ?
-- @column story_id: Key of the story.
-- @column claim_id: The claim that they stand in.
-- @column claim: That claim in its clearest printing.
-- @column counted: What is counted, as the first article that has this value puts it.
-- @column unit: Its unit or currency; null for a plain count.
-- @column value: The value; the lower bound where the words allow a range.
-- @column value_high: The upper bound; equals value where the number is plain.
-- @column value_as_written: The number as the first article that has it writes it.
-- @column is_approximate: Whether every article that has it calls it approximate.
-- @column articles: Articles that have this value.
-- @column outlets: Outlets that have it; an article whose outlet is unknown counts as an outlet of its own.
-- @column example_article_id: The article with the smallest key that has it.
-- @order story_id, claim_id, articles desc, value
-- @table claim_id, claim, counted, value_as_written, value, unit, is_approximate, articles
with printed as (
    select
        articles.story_id,
        occurrences.claim_id,
        figures.article_id,
        articles.publisher,
        figures.figure_id,
        figures.kind,
        coalesce(figures.currency, figures.unit, '') as unit,
        figures.counted,
        figures.value,
        figures.value_high,
        figures.text,
        figures.is_approximate
    from news.claim_occurrences as occurrences
    inner join news.figures on figures.claim_occurrence_id = occurrences.claim_occurrence_id
    inner join report.articles on articles.article_id = occurrences.article_id
    where articles.story_id is not null and occurrences.claim_id is not null
),

-- a figure that the other article lacks, in either direction: only then does one stand against the other
unmatched as (
    select
        printed.*,
        others.article_id as other_article_id
    from printed
    inner join (
        select distinct
            story_id,
            claim_id,
            kind,
            unit,
            article_id
        from printed
    ) as others
        on
            others.story_id = printed.story_id
            and others.claim_id = printed.claim_id
            and others.kind = printed.kind
            and others.unit = printed.unit
            and others.article_id <> printed.article_id
    where not exists (
        select 1
        from printed as matches
        where
            matches.story_id = printed.story_id
            and matches.claim_id = printed.claim_id
            and matches.kind = printed.kind
            and matches.unit = printed.unit
            and matches.article_id = others.article_id
            and matches.value <= printed.value_high
            and matches.value_high >= printed.value
    )
),

disputed as (
    select distinct unmatched.figure_id
    from unmatched
    inner join unmatched as against
        on
            against.story_id = unmatched.story_id
            and against.claim_id = unmatched.claim_id
            and against.kind = unmatched.kind
            and against.unit = unmatched.unit
            and against.article_id = unmatched.other_article_id
            and against.other_article_id = unmatched.article_id
)

select
    printed.story_id,
    printed.claim_id,
    claims.text as claim,
    (array_agg(printed.counted order by printed.figure_id))[1] as counted,
    nullif(printed.unit, '') as unit,
    printed.value,
    printed.value_high,
    (array_agg(printed.text order by printed.figure_id))[1] as value_as_written,
    bool_and(printed.is_approximate) as is_approximate,
    count(distinct printed.article_id) as articles,
    count(distinct printed.publisher) as outlets,
    min(printed.article_id) as example_article_id
from printed
inner join disputed on disputed.figure_id = printed.figure_id
inner join news.claims on claims.claim_id = printed.claim_id
group by
    printed.story_id, printed.claim_id, claims.text, printed.kind, printed.unit, printed.value, printed.value_high
