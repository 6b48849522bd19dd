-- Through whom did each article get the claim?
-- @column claim_id: Key of the claim.
-- @column claim: The claim in its clearest printing.
-- @column asserted_by: Who says so in this article: the source, or the outlet where the article says it in its own voice; null if it does not tell.
-- @column asserted_kind: person, organization, outlet, document, anonymous, group, author (the article itself) or unknown.
-- @column relayed_via: The outlet through which the article got it; null if none is known.
-- @column origin: The outlet that it goes back to; null if none is known.
-- @column origin_article_id: The article that it goes back to, if it is loaded.
-- @column grounds: What shows it.
-- @column is_hedged: Whether it is printed with a hedge: reportedly, alleged, may.
-- @column voice: author (the article asserts it itself) or attributed.
-- @column polarity: affirmed or negated.
-- @column is_denied: Whether its source denies it: "denied that …".
-- @column stance: Against the clearest printing: agrees, contradicts or differs_in_number.
-- @column text: The words of the claim as this article prints them.
-- @column statement: The same to be read alone: what its words leave to those around them stands in [ ], and [Denied:] or [Doubted:] before what its source denies or does not believe.
-- @column story_id: The article's story.
-- @column carried_by: Articles of the story that carry the claim.
-- @column article_id: Key of the article that carries it.
-- @column headline: Its headline.
-- @column outlet: Who published it: the outlet's name, else the host of the URL, else 'unknown'.
-- @column published_at: When it was published; null if unknown.
-- @column claim_occurrence_id: Key of this printing.
-- @column attribution_id: The attribution that it is the content of, if any.
-- @column path: The file that the article came in.
-- @column start_char: Where its words begin in the text, in characters from 0.
-- @column end_char: Where they end (exclusive).
-- @order carried_by desc nulls last, claim_id, published_at nulls last, article_id, start_char
-- @table claim_id, article_id, outlet, asserted_by, asserted_kind, relayed_via, origin, is_hedged, statement
select
    occurrences.claim_id,
    claims.text as claim,
    case occurrences.voice
        when 'author' then articles.outlet
        else coalesce(speakers.name, attributions.source_as_written)
    end as asserted_by,
    case occurrences.voice
        when 'author' then 'author'
        else coalesce(attributions.source_kind, 'unknown')
    end as asserted_kind,
    coalesce(relays.name, attributed_relays.name, attributions.relayed_via) as relayed_via,
    coalesce(origin_outlets.name, nullif(origin_articles.outlet, 'unknown')) as origin,
    origins.origin_article_id,
    origins.grounds,
    occurrences.is_hedged,
    occurrences.voice,
    occurrences.polarity,
    coalesce(attributions.is_denied, false) as is_denied,
    occurrences.stance,
    occurrences.text,
    occurrences.statement,
    articles.story_id,
    story_claims.articles as carried_by,
    occurrences.article_id,
    articles.headline,
    articles.outlet,
    articles.published_at,
    occurrences.claim_occurrence_id,
    occurrences.attribution_id,
    articles.path,
    occurrences.start_char,
    occurrences.end_char
from news.claim_occurrences as occurrences
inner join news.claims on claims.claim_id = occurrences.claim_id
inner join report.articles on articles.article_id = occurrences.article_id
left join news.story_claims
    on
        story_claims.story_id = articles.story_id
        and story_claims.claim_id = occurrences.claim_id
left join news.attributions on attributions.attribution_id = occurrences.attribution_id
left join news.entities as speakers on speakers.entity_id = attributions.speaker_entity_id
left join news.outlets as attributed_relays on attributed_relays.outlet_id = attributions.relay_outlet_id
left join news.claim_origins as origins on origins.claim_occurrence_id = occurrences.claim_occurrence_id
left join news.outlets as relays on relays.outlet_id = origins.relay_outlet_id
left join news.outlets as origin_outlets on origin_outlets.outlet_id = origins.origin_outlet_id
left join report.articles as origin_articles on origin_articles.article_id = origins.origin_article_id
