-- How much of each outlet's words is its own?
-- Chart: stacked bars, outlet by the four kinds of words.
select
    outlet,
    sum(own_words) as own_words,
    sum(attributed_words) as attributed_words,
    sum(quoted_words) as quoted_words,
    sum(reused_words) as reused_words
from report.article_originality
group by outlet
order by sum(words) desc, outlet
