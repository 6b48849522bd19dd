"""The mentions of an article: names, numbers and times, and the pronouns and role nouns that stand for names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.records import EntityLabel, Mention, MentionKind, Span
from etl.transform.entity.chains import Chain, chain_names
from etl.transform.entity.evidence import agree_labels
from etl.transform.entity.finding import with_missing
from etl.transform.entity.name import Name, canonical, end_char, text_of
from etl.transform.entity.reading import read_names
from etl.transform.parsed import ParsedArticle, ParsedParagraph


def find_mentions(article: ParsedArticle) -> tuple[Mention, ...]:
    """Every mention, in text order, each with the ordinal of the first mention of the same thing."""
    parsed = article.parsed
    docs = [paragraph.doc for paragraph in parsed]
    names = with_missing(agree_labels(read_names(docs), docs), docs)
    chains = chain_names(names, docs)
    return tuple(_mentions(names, chains, parsed))


def _mentions(names: Sequence[Name], chains: Sequence[Chain], parsed: Sequence[ParsedParagraph]) -> Iterator[Mention]:
    first = {place: chain.names[0] for chain in chains for place in chain.names}
    for place, name in enumerate(names):
        paragraph = parsed[name.paragraph]
        span = _span(name, paragraph)
        yield Mention(span, EntityLabel(name.label), MentionKind.NAME, canonical(span.text), first[place] + 1)


def _span(name: Name, paragraph: ParsedParagraph) -> Span:
    start = paragraph.doc[name.start].idx
    return Span(
        paragraph.offset + start,
        paragraph.offset + end_char(name, paragraph.doc),
        text_of(name, paragraph.doc),
    )
