-- Where do the numbers differ?
-- @column story_id: Key of the story.
-- @column claim_id: The claim that they stand in.
-- @column claim: That claim in its clearest printing.
-- @column counted: What is counted, as the first article that has this value puts it.
-- @column place: Which of the claim's numbers of this unit it is, from 1: the dead are not compared with the missing.
-- @column unit: Its unit or currency; null for a plain count.
-- @column value: The value; the lower bound where the words allow a range.
-- @column value_high: The upper bound; equals value where the number is plain.
-- @column value_as_written: The number as the first article that has it writes it.
-- @column is_approximate: Whether every article that has it calls it approximate.
-- @column articles: Articles that have this value.
-- @column outlets: Outlets that have it; an article whose outlet is unknown counts as an outlet of its own.
-- @column example_article_id: The article with the smallest key that has it.
-- @order story_id, claim_id, unit nulls first, place, articles desc, value
-- @table claim_id, claim, counted, value_as_written, value, unit, is_approximate, articles
with candidates as (
    select
        articles.story_id,
        occurrences.claim_id,
        figures.kind,
        coalesce(figures.currency, figures.unit, '') as unit
    from news.claim_occurrences as occurrences
    inner join news.story_articles as articles on articles.article_id = occurrences.article_id
    inner join news.figures on figures.claim_occurrence_id = occurrences.claim_occurrence_id
    where occurrences.claim_id is not null
    group by articles.story_id, occurrences.claim_id, figures.kind, coalesce(figures.currency, figures.unit, '')
    having max(figures.value) > min(figures.value_high) and min(figures.article_id) < max(figures.article_id)
)

select
    candidates.story_id,
    candidates.claim_id,
    claims.text as claim,
    disputed.counted,
    disputed.place,
    nullif(candidates.unit, '') as unit,
    disputed.value,
    disputed.value_high,
    disputed.value_as_written,
    disputed.is_approximate,
    disputed.articles,
    disputed.outlets,
    disputed.example_article_id
from candidates
inner join news.claims on claims.claim_id = candidates.claim_id
cross join lateral (
    with numbered as (
        select
            figures.figure_id,
            figures.claim_occurrence_id,
            figures.article_id,
            articles.publisher,
            figures.counted,
            figures.value,
            figures.value_high,
            figures.outcome,
            figures.text,
            figures.is_approximate,
            -- "thousands" is no fewer than two thousand, and says nothing of how many more
            case
                when
                    figures.text !~ '[0-9]'
                    and figures.text ~* '(dozens|scores|hundreds|thousands|millions|billions|trillions)'
                    then 'infinity'::numeric
                else figures.value_high
            end as most,
            lower(substring(figures.counted from '[^ ]+$')) as thing,
            -- what a rounded number may stand for: "$15 million" half a million more or less, "35.7" a twentieth;
            -- never more than a twentieth of itself, and small whole numbers are given as they are
            case
                when figures.value <> trunc(figures.value) then
                    least(0.5 / 10 ^ scale(trim_scale(figures.value)), abs(figures.value) / 20)
                when figures.value >= 1000 or figures.is_approximate then
                    least(
                        0.5 * 10 ^ (
                            length(trunc(figures.value)::text)
                            - length(rtrim(trunc(figures.value)::text, '0'))
                        ),
                        abs(figures.value) / 20
                    )
                else 0
            end as leeway,
            row_number() over same_printing as nth,
            count(*) over (partition by figures.claim_occurrence_id) as numbers
        from news.claim_occurrences as occurrences
        inner join news.figures on figures.claim_occurrence_id = occurrences.claim_occurrence_id
        inner join report.articles on articles.article_id = occurrences.article_id
        where
            occurrences.claim_id = candidates.claim_id
            and articles.story_id = candidates.story_id
            and figures.kind = candidates.kind
            and coalesce(figures.currency, figures.unit, '') = candidates.unit
        window same_printing as (partition by figures.claim_occurrence_id order by figures.start_char)
    ),

    -- a number that stands alone is the one of several that counts the same thing
    printed as (
        select
            numbered.*,
            case
                when numbered.numbers > 1 then numbered.nth
                else coalesce(
                    (
                        select min(others.nth)
                        from numbered as others
                        where others.numbers > 1 and others.outcome = numbered.outcome
                    ),
                    (
                        select min(others.nth)
                        from numbered as others
                        where others.numbers > 1 and others.thing = numbered.thing
                    ),
                    1
                )
            end as place
        from numbered
    ),

    versions as (
        select
            place,
            value,
            value_high,
            (array_agg(counted order by figure_id))[1] as counted,
            (array_agg(text order by figure_id))[1] as value_as_written,
            bool_and(is_approximate) as is_approximate,
            max(leeway) as leeway,
            max(most) as most,
            count(distinct article_id) as articles,
            count(distinct publisher) as outlets,
            min(article_id) as example_article_id,
            array_agg(distinct article_id) as printed_by
        from printed
        group by place, value, value_high
    ),

    -- what its words allow, others may print more exactly
    compared as (
        select
            versions.*,
            (
                select array_agg(distinct printed.article_id)
                from printed
                where
                    printed.place = versions.place
                    and printed.value < versions.most + greatest(versions.leeway, printed.leeway, 1e-9)
                    and printed.most >= versions.value - greatest(versions.leeway, printed.leeway)
            ) as allowed_by
        from versions
    )

    -- two versions stand against each other only where an article of each has nothing that allows for the other
    select compared.*
    from compared
    where exists (
        select 1
        from compared as others
        where
            others.place = compared.place
            and (others.value > compared.most or others.most < compared.value)
            and not compared.printed_by <@ others.allowed_by
            and not others.printed_by <@ compared.allowed_by
            and exists (
                select 1
                from printed as ours
                inner join printed as theirs
                    on theirs.place = ours.place and theirs.claim_occurrence_id <> ours.claim_occurrence_id
                where
                    ours.place = compared.place
                    and (ours.value, ours.value_high) = (compared.value, compared.value_high)
                    and (theirs.value, theirs.value_high) = (others.value, others.value_high)
                    -- the dead are not compared with the injured
                    and (ours.outcome = theirs.outcome or ours.outcome is null or theirs.outcome is null)
                    and (
                        ours.thing = theirs.thing
                        or not (
                            -- where two printings have a number in common, what else they count is compared with its
                            -- like alone: "$200 million and another $600 million" does not differ from "$2.5 billion
                            -- and $600 million"
                            exists (
                                select 1
                                from printed as shared
                                inner join printed as alike
                                    on
                                        alike.claim_occurrence_id = theirs.claim_occurrence_id
                                        and alike.value <= shared.value_high
                                        and alike.value_high >= shared.value
                                where shared.claim_occurrence_id = ours.claim_occurrence_id
                            )
                            -- nor is "14 countries" compared with people where "230,000 people" stands beside it
                            or exists (
                                select 1
                                from printed as alike
                                where
                                    (alike.claim_occurrence_id, alike.thing)
                                    in ((ours.claim_occurrence_id, theirs.thing), (theirs.claim_occurrence_id, ours.thing))
                            )
                            -- numbers of things that are called otherwise count the same only if they are of like size:
                            -- "450 soldiers" and "400 troops", not "four bombs" and "20,000 refugees"
                            or greatest(ours.value, theirs.value) > least(ours.value, theirs.value) * case
                                when ours.outcome = theirs.outcome then 'infinity'::numeric
                                when ours.thing <> theirs.thing then 2
                                when coalesce(ours.thing, theirs.thing) is not null then 10
                                else 'infinity'
                            end
                        )
                    )
            )
    )
) as disputed
