-- How many were killed, injured or missing, and which article says how many?
-- @column story_id: The article's story.
-- @column outcome: What became of them: killed, injured, missing, detained, displaced or rescued.
-- @column value: How many; the lower bound where the words allow a range.
-- @column value_high: The upper bound; equals value where the number is plain.
-- @column value_as_written: The number as written.
-- @column is_approximate: Whether the article calls it approximate: about, at least, dozens.
-- @column counted: Who is counted, if the article says it: miner.
-- @column is_first: Whether it is the article's first number for this outcome: its own toll, rather than background.
-- @column differs: Whether another article of the story has another number in that place.
-- @column asserted_by: Who says so: the source, or the outlet where the article says it in its own voice; null if it does not tell.
-- @column claim_id: The claim that it stands in, if any.
-- @column statement: That claim as this article prints it, to be read alone.
-- @column article_id: Key of the article.
-- @column headline: Its headline.
-- @column outlet: Who published it: the outlet's name, else the host of the URL, else 'unknown'.
-- @column published_at: When it was published; null if unknown.
-- @column figure_id: Key of the number.
-- @column path: The file that the article came in.
-- @column start_char: Where the number begins in the text, in characters from 0.
-- @column end_char: Where it ends (exclusive).
-- @order story_id, outcome, published_at nulls last, article_id, start_char
-- @table story_id, outcome, value_as_written, article_id, outlet, published_at, asserted_by, is_first, differs
select
    articles.story_id,
    figures.outcome,
    figures.value,
    figures.value_high,
    figures.text as value_as_written,
    figures.is_approximate,
    figures.counted,
    own.is_first,
    own.is_first and exists (
        select 1
        from news.story_articles as peers
        inner join news.figures as others
            on
                others.article_id = peers.article_id
                and others.outcome = figures.outcome
                and (others.value > figures.value_high or others.value_high < figures.value)
        where
            peers.story_id = articles.story_id
            and peers.article_id <> figures.article_id
            and not exists (
                select 1
                from news.figures as earlier
                where
                    earlier.article_id = others.article_id
                    and earlier.outcome = others.outcome
                    and earlier.start_char < others.start_char
            )
    ) as differs,
    case occurrences.voice
        when 'author' then articles.outlet
        when 'attributed' then coalesce(speakers.name, attributions.source_as_written)
    end as asserted_by,
    occurrences.claim_id,
    occurrences.statement,
    figures.article_id,
    articles.headline,
    articles.outlet,
    articles.published_at,
    figures.figure_id,
    articles.path,
    figures.start_char,
    figures.end_char
from news.figures
inner join report.articles on articles.article_id = figures.article_id
cross join lateral (
    select not exists (
        select 1
        from news.figures as earlier
        where
            earlier.article_id = figures.article_id
            and earlier.outcome = figures.outcome
            and earlier.start_char < figures.start_char
    ) as is_first
) as own
left join news.claim_occurrences as occurrences on occurrences.claim_occurrence_id = figures.claim_occurrence_id
left join news.attributions on attributions.attribution_id = occurrences.attribution_id
left join news.entities as speakers on speakers.entity_id = attributions.speaker_entity_id
where figures.outcome is not null
