-- What is put in whose mouth, quoted or not?
-- @column attribution_id: Key of the statement.
-- @column type: direct (one quotation), mixed (holds some) or indirect (none).
-- @column speaker: Who said it; null if unnamed or unresolved.
-- @column speaker_kind: person, organization, outlet, document, anonymous, group, author or unknown.
-- @column source_as_written: The source in the article's words; null if it is left out.
-- @column cue: The words that attribute: 'said', 'told', 'according to'.
-- @column addressee: To whom it was said: the outlet where it is known, else as written.
-- @column medium: interview, letter, email, report, speech, statement...; null if the article does not say.
-- @column relayed_via: Who relays it, if not this article itself: the outlet where it is known, else as written.
-- @column content: What is said; pieces joined by ' ... '.
-- @column is_hedged: Whether the attribution is hedged: 'reportedly', 'is said to'.
-- @column is_denied: Whether the source denies or refuses the content.
-- @column unresolved_reason: Why the speaker could not be resolved.
-- @column confidence: How sure the rule is, 0 to 1.
-- @column quote_id: The quote that it prints, if it is one.
-- @column story_id: The article's story.
-- @column article_id: Key of the article.
-- @column headline: Its headline.
-- @column outlet: Who published it: the outlet's name, else the host of the URL, else 'unknown'.
-- @column published_at: When it was published; null if unknown.
-- @column path: The file that the article came in.
-- @column start_char: Where the statement (source, cue and content) begins in the text, in characters from 0.
-- @column end_char: Where it ends (exclusive).
-- @order article_id, start_char
-- @table article_id, outlet, speaker, source_as_written, cue, addressee, medium, relayed_via, content
select
    attributions.attribution_id,
    attributions.type,
    speakers.name as speaker,
    attributions.source_kind as speaker_kind,
    attributions.source_as_written,
    attributions.cue,
    coalesce(addressees.name, attributions.addressee) as addressee,
    attributions.medium,
    coalesce(relays.name, attributions.relayed_via) as relayed_via,
    attributions.content,
    attributions.is_hedged,
    attributions.is_denied,
    attributions.unresolved_reason,
    attributions.confidence,
    occurrences.quote_id,
    articles.story_id,
    attributions.article_id,
    articles.headline,
    articles.outlet,
    articles.published_at,
    articles.path,
    spans.start_char,
    spans.end_char
from news.attributions
inner join report.articles on articles.article_id = attributions.article_id
left join news.quote_occurrences as occurrences on occurrences.attribution_id = attributions.attribution_id
left join news.entities as speakers on speakers.entity_id = attributions.speaker_entity_id
left join news.outlets as addressees on addressees.outlet_id = attributions.addressee_outlet_id
left join news.outlets as relays on relays.outlet_id = attributions.relay_outlet_id
left join lateral (
    select
        min(attribution_spans.start_char) as start_char,
        max(attribution_spans.end_char) as end_char
    from news.attribution_spans
    where attribution_spans.attribution_id = attributions.attribution_id
) as spans on true
