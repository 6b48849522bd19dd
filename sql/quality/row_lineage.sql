-- From which file, bytes, run and version did a row come?
-- @column row_kind: article, paragraph, sentence, mention, attribution, claim_occurrence, figure, citation, passage, quote, claim, entity or story; a row of the last five has a line for each of its places.
-- @column row_id: Its key.
-- @column article_id: The article that it stands in.
-- @column headline: Its headline.
-- @column outlet: Who published it: the outlet's name, else the host of the URL, else 'unknown'.
-- @column published_at: When it was published; null if unknown.
-- @column path: The file that the article came in.
-- @column sha256: SHA-256 of that file's bytes.
-- @column position: The article's place among the documents of the file, from 0.
-- @column reader: Which reader decoded it, with its version.
-- @column run_id: The run that annotated it.
-- @column pipeline: Fingerprint of the language pipeline and the rules that annotated it.
-- @column version: Version of newstrace that did.
-- @column start_char: Where it begins in the text, in characters from 0; null for the whole text.
-- @column end_char: Where it ends (exclusive).
-- @column text: The words there; null for the whole text.
-- @order row_kind, row_id, article_id, start_char
-- @table row_kind, row_id, article_id, headline, path, run_id, pipeline, start_char, end_char
with places as (
    select 'article' as row_kind, article_id as row_id, article_id, null::integer as start_char, null::integer as end_char
    from news.articles
    union all
    select 'paragraph', paragraph_id, article_id, start_char, end_char
    from news.paragraphs
    union all
    select 'sentence', sentence_id, article_id, start_char, end_char
    from news.sentences
    union all
    select 'mention', mention_id, article_id, start_char, end_char
    from news.mentions
    union all
    select 'attribution', attribution_id, article_id, start_char, end_char
    from news.attribution_spans
    union all
    select 'claim_occurrence', claim_occurrence_id, article_id, start_char, end_char
    from news.claim_occurrences
    union all
    select 'figure', figure_id, article_id, start_char, end_char
    from news.figures
    union all
    select 'citation', citation_id, article_id, start_char, end_char
    from news.citations
    union all
    select 'passage', passage_id, article_id, start_char, end_char
    from news.passages
    union all
    select 'passage', passage_id, other_article_id, other_start_char, other_end_char
    from news.passages
    union all
    select 'quote', quote_id, article_id, start_char, end_char
    from news.quote_occurrences
    union all
    select 'claim', claim_id, article_id, start_char, end_char
    from news.claim_occurrences
    where claim_id is not null
    union all
    select 'entity', entity_id, article_id, start_char, end_char
    from news.mentions
    where entity_id is not null
    union all
    select 'story', story_id, article_id, null, null
    from news.story_articles
)

select
    places.row_kind,
    places.row_id,
    places.article_id,
    told.headline,
    told.outlet,
    told.published_at,
    files.path,
    files.sha256,
    documents.position,
    documents.reader,
    articles.run_id,
    articles.pipeline,
    runs.version,
    places.start_char,
    places.end_char,
    substring(documents.text from places.start_char + 1 for places.end_char - places.start_char) as text
from places
inner join news.articles on articles.article_id = places.article_id
inner join report.articles as told on told.article_id = places.article_id
left join raw.runs on runs.run_id = articles.run_id
inner join raw.documents on documents.document_id = articles.document_id
inner join raw.files on files.file_id = documents.file_id
