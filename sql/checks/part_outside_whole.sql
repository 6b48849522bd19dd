-- Which sentences lie outside their paragraph, and which claims outside their sentence?
select
    'sentences' as table_name,
    sentences.sentence_id as row_id,
    sentences.article_id,
    format('lies outside paragraph %s', sentences.paragraph_id) as fault
from news.sentences
inner join news.articles on articles.article_id = sentences.article_id
inner join news.paragraphs on paragraphs.paragraph_id = sentences.paragraph_id
where
    (cast(:run_id as bigint) is null or articles.run_id = :run_id)
    and (sentences.start_char < paragraphs.start_char or sentences.end_char > paragraphs.end_char)
union all
select
    'claim_occurrences',
    occurrences.claim_occurrence_id,
    occurrences.article_id,
    format('lies outside sentence %s', occurrences.sentence_id)
from news.claim_occurrences as occurrences
inner join news.articles on articles.article_id = occurrences.article_id
inner join news.sentences on sentences.sentence_id = occurrences.sentence_id
where
    (cast(:run_id as bigint) is null or articles.run_id = :run_id)
    and (occurrences.start_char < sentences.start_char or occurrences.end_char > sentences.end_char)
