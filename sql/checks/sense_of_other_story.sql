-- Which claims' printings assert what their wording asserts in another story, or are not of the claim that it asserts?
select
    'claim_occurrences' as table_name,
    occurrences.claim_occurrence_id as row_id,
    occurrences.article_id,
    case
        when senses.sense_key is null then 'asserts what no wording does'
        when senses.claim_id <> occurrences.claim_id then format('asserts claim %s', senses.claim_id)
        else format('asserts what it does in story %s', senses.story_id)
    end as fault
from news.claim_occurrences as occurrences
inner join news.articles on articles.article_id = occurrences.article_id
left join news.story_articles as members on members.article_id = occurrences.article_id
left join news.claim_senses as senses on senses.sense_key = occurrences.sense_key
where
    (cast(:run_id as bigint) is null or articles.run_id = :run_id)
    and occurrences.sense_key is not null
    and (
        senses.sense_key is null
        or senses.claim_id is distinct from occurrences.claim_id
        or senses.story_id not in (0, coalesce(members.story_id, occurrences.article_id))
    )
union all
select
    'claim_senses',
    senses.sense_key,
    null,
    'is printed nowhere'
from news.claim_senses as senses
where
    cast(:run_id as bigint) is null
    and not exists (
        select 1
        from news.claim_occurrences as occurrences
        where occurrences.sense_key = senses.sense_key
    )
