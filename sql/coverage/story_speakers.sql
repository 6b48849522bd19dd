-- Who gets to speak in one story?
-- @column story_id: Key of the story.
-- @column speaker: Who is quoted: the name, else the role of the unnamed source; null if unresolved.
-- @column as_written: What the articles call a speaker who could not be resolved, longest first; null for the others.
-- @column speaker_kind: person, organization, outlet, document, anonymous, group, author or unknown.
-- @column quotes: Distinct quotes.
-- @column words: Words quoted, over all printings.
-- @column share: The part of the story's quoted words, 0 to 1.
-- @column articles: Articles that quote the speaker.
-- @column speaker_entity_id: Key of the speaker; null if unnamed or unresolved.
-- @order share desc, story_id, speaker
-- @table story_id, speaker, speaker_kind, quotes, words, share, articles
with spoken as (
    select
        story_articles.story_id,
        attributions.speaker_entity_id,
        attributions.source_kind as speaker_kind,
        case
            when attributions.speaker_entity_id is null and attributions.source_kind in ('anonymous', 'group')
                then lower(attributions.source_role)
        end as source_role,
        array_agg(
            distinct case
                when attributions.source_as_written ~ '^(The|A|An|One|Another|Some|His|Her|Their|He|She|They|It)\M'
                    then lower(left(attributions.source_as_written, 1)) || substr(attributions.source_as_written, 2)
                else attributions.source_as_written
            end
        ) as names,
        count(distinct occurrences.quote_id) as quotes,
        sum(length(occurrences.content) - length(replace(occurrences.content, ' ', '')) + 1) as words,
        count(distinct occurrences.article_id) as articles
    from news.quote_occurrences as occurrences
    inner join news.attributions on attributions.attribution_id = occurrences.attribution_id
    inner join news.story_articles on story_articles.article_id = occurrences.article_id
    group by story_articles.story_id, attributions.speaker_entity_id, speaker_kind, source_role
)

select
    spoken.story_id,
    coalesce(entities.name, spoken.source_role) as speaker,
    case when coalesce(entities.name, spoken.source_role) is null then (
        select string_agg('“' || names.name || '”', ', ' order by length(names.name) desc, names.name)
        from unnest(spoken.names) as names (name)
    ) end as as_written,
    spoken.speaker_kind,
    spoken.quotes,
    spoken.words,
    round(spoken.words::numeric / sum(spoken.words) over (partition by spoken.story_id), 3) as share,
    spoken.articles,
    spoken.speaker_entity_id
from spoken
left join news.entities on entities.entity_id = spoken.speaker_entity_id
