-- Who said it, to whom, who carried it, in which order?
-- @column quote_id: Key of the quote.
-- @column quote: The quote in its fullest printing.
-- @column speaker: Who said it, according to this article; null if unnamed or unresolved.
-- @column speaker_kind: person, organization, outlet, document, anonymous, group, author or unknown.
-- @column source_as_written: The source in the article's words; null if it is left out.
-- @column cue: The words that attribute: 'said', 'told', 'according to'.
-- @column addressee: To whom it was said: the outlet where it is known, else as written.
-- @column medium: interview, letter, email, report, speech, statement...; null if the article does not say.
-- @column relayed_via: Who relays it, if not this article itself: the outlet where it is known, else as written.
-- @column story_id: The article's story.
-- @column article_id: Key of the article that prints it.
-- @column headline: Its headline.
-- @column outlet: Who published it: the outlet's name, else the host of the URL, else 'unknown'.
-- @column published_at: When it was published; null if unknown.
-- @column seen_order: 1 for the first to print the quote: one more than the articles that surely had it before; null if the time is unknown.
-- @column articles: Articles that print the quote.
-- @column content: The quoted words as this article prints them; another's words inside them show as […].
-- @column alteration: Against the fullest printing: identical, trimmed, extended or reworded.
-- @column similarity: How like the fullest printing it is, 0 to 1.
-- @column attribution_id: Key of the attribution.
-- @column speaker_entity_id: Key of the speaker; null if unnamed or unresolved.
-- @column unresolved_reason: Why the speaker could not be resolved.
-- @column path: The file that the article came in.
-- @column start_char: Where the quoted words begin in the text, in characters from 0.
-- @column end_char: Where they end (exclusive).
-- @order articles desc, quote_id, seen_order nulls last, article_id, start_char
-- @table seen_order, outlet, article_id, speaker, source_as_written, addressee, relayed_via, alteration, content
with printings as (
    select
        occurrences.quote_id,
        quotes.text as quote,
        occurrences.attribution_id,
        occurrences.content,
        occurrences.alteration,
        occurrences.similarity,
        occurrences.start_char,
        occurrences.end_char,
        attributions.speaker_entity_id,
        attributions.source_kind as speaker_kind,
        attributions.source_as_written,
        attributions.unresolved_reason,
        attributions.cue,
        attributions.medium,
        attributions.addressee,
        attributions.addressee_outlet_id,
        attributions.relayed_via,
        attributions.relay_outlet_id,
        articles.story_id,
        articles.article_id,
        articles.headline,
        articles.outlet,
        articles.published_at,
        articles.path
    -- the planner reorders eight tables at most: those that filters reach come first
    from news.quote_occurrences as occurrences
    inner join report.articles on articles.article_id = occurrences.article_id
    inner join news.quotes on quotes.quote_id = occurrences.quote_id
    inner join news.attributions on attributions.attribution_id = occurrences.attribution_id
)

select
    printings.quote_id,
    printings.quote,
    speakers.name as speaker,
    printings.speaker_kind,
    printings.source_as_written,
    printings.cue,
    coalesce(addressees.name, printings.addressee) as addressee,
    printings.medium,
    coalesce(relays.name, printings.relayed_via) as relayed_via,
    printings.story_id,
    printings.article_id,
    printings.headline,
    printings.outlet,
    printings.published_at,
    case when printings.published_at is not null then 1 + carriers.earlier end as seen_order,
    carriers.articles,
    printings.content,
    printings.alteration,
    printings.similarity,
    printings.attribution_id,
    printings.speaker_entity_id,
    printings.unresolved_reason,
    printings.path,
    printings.start_char,
    printings.end_char
from printings
left join news.entities as speakers on speakers.entity_id = printings.speaker_entity_id
left join news.outlets as addressees on addressees.outlet_id = printings.addressee_outlet_id
left join news.outlets as relays on relays.outlet_id = printings.relay_outlet_id
cross join lateral (
    select
        count(distinct others.article_id) as articles,
        count(distinct others.article_id) filter (
            where other_articles.published_before <= printings.published_at
        ) as earlier
    from news.quote_occurrences as others
    inner join report.articles as other_articles on other_articles.article_id = others.article_id
    where others.quote_id = printings.quote_id
) as carriers
