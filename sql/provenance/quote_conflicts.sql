-- Where do articles disagree about a quote?
-- @column quote_id: Key of the quote.
-- @column quote: The quote in its fullest printing.
-- @column aspect: What they disagree about: speaker, addressee or wording.
-- @column variant: One of the versions: the speaker, the addressee, or the words.
-- @column articles: Articles that have this version.
-- @column outlets: Outlets that have it; an article whose outlet is unknown counts as an outlet of its own.
-- @column example_article_id: The article with the smallest key that has it.
-- @column versions: How many versions of this aspect there are.
-- @order versions desc, quote_id, aspect, articles desc, variant
-- @table quote_id, quote, aspect, variant, articles
with printings as (
    select
        occurrences.quote_id,
        occurrences.article_id,
        occurrences.content,
        occurrences.alteration,
        articles.publisher,
        attributions.source_kind,
        attributions.source_role,
        attributions.source_as_written,
        attributions.addressee,
        attributions.addressee_kind,
        speakers.name as speaker,
        addressees.name as addressee_outlet
    from news.quote_occurrences as occurrences
    inner join news.attributions on attributions.attribution_id = occurrences.attribution_id
    inner join report.articles on articles.article_id = occurrences.article_id
    left join news.entities as speakers on speakers.entity_id = attributions.speaker_entity_id
    left join news.outlets as addressees on addressees.outlet_id = attributions.addressee_outlet_id
),

-- a speaker who could not be resolved, and an "us" that could not, are gaps and not disagreements
variants as (
    select
        printings.quote_id,
        printings.article_id,
        printings.publisher,
        versions.aspect,
        versions.variant,
        versions.variant_key
    from printings
    cross join lateral (
        select
            'speaker' as aspect,
            coalesce(printings.speaker, printings.source_role, printings.source_as_written) as variant,
            lower(coalesce(printings.speaker, printings.source_role, printings.source_as_written)) as variant_key
        where printings.speaker is not null or printings.source_kind in ('anonymous', 'group')
        union all
        select
            'addressee' as aspect,
            coalesce(printings.addressee_outlet, printings.addressee) as variant,
            -- "seven senators" and "the senators" are no two versions
            regexp_replace(
                trim(
                    regexp_replace(
                        lower(coalesce(printings.addressee_outlet, printings.addressee)), '[^[:alnum:]]+', ' ', 'g'
                    )
                ),
                '^((the|a|an|his|her|their|some|several|two|three|four|five|six|seven|eight|nine|ten|[0-9]+)\s+)+',
                ''
            ) as variant_key
        where printings.addressee_outlet is not null or printings.addressee_kind <> 'author'
        union all
        select
            'wording' as aspect,
            printings.content as variant,
            case printings.alteration
                when 'reworded' then lower(regexp_replace(printings.content, '[^[:alnum:]]+', ' ', 'g'))
                else ''
            end as variant_key
    ) as versions
    where versions.variant is not null
),

neighbours as (
    select
        variants.*,
        array_agg(variants.variant_key) over (partition by variants.quote_id, variants.aspect) as keys
    from variants
),

-- "Agence France-Presse (AFP) news agency" and "Mr. Jones" are "Agence France-Presse" and "Jones" with more words
keyed as (
    select
        neighbours.quote_id,
        neighbours.article_id,
        neighbours.publisher,
        neighbours.aspect,
        neighbours.variant,
        case neighbours.aspect
            when 'addressee' then (
                select shortest.key
                from unnest(neighbours.keys) as shortest (key)
                where string_to_array(shortest.key, ' ') <@ string_to_array(neighbours.variant_key, ' ')
                order by length(shortest.key), shortest.key
                limit 1
            )
            else neighbours.variant_key
        end as variant_key
    from neighbours
),

counted as (
    select
        quote_id,
        aspect,
        variant_key,
        min(variant) as variant,
        count(distinct article_id) as articles,
        count(distinct publisher) as outlets,
        min(article_id) as example_article_id
    from keyed
    group by quote_id, aspect, variant_key
),

compared as (
    select
        counted.*,
        count(*) over (partition by quote_id, aspect) as versions,
        min(example_article_id) over (partition by quote_id, aspect) as first_article_id,
        max(example_article_id) over (partition by quote_id, aspect) as last_article_id
    from counted
)

select
    compared.quote_id,
    quotes.text as quote,
    compared.aspect,
    case when compared.variant_key = '' then quotes.text else compared.variant end as variant,
    compared.articles,
    compared.outlets,
    compared.example_article_id,
    compared.versions
from compared
inner join news.quotes on quotes.quote_id = compared.quote_id
where compared.versions > 1 and compared.first_article_id < compared.last_article_id
