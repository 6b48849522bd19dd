-- Which mentions hang on a mention that is not the first of its chain?
select
    'mentions' as table_name,
    mentions.mention_id as row_id,
    mentions.article_id,
    format('hangs on %s, which hangs on %s', firsts.mention_id, firsts.chain_mention_id) as fault
from news.mentions
inner join news.articles on articles.article_id = mentions.article_id
inner join news.mentions as firsts on firsts.mention_id = mentions.chain_mention_id
where
    (cast(:run_id as bigint) is null or articles.run_id = :run_id)
    and firsts.chain_mention_id is distinct from firsts.mention_id
