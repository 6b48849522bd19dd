"""The mentions of an article: names, numbers and times, and the pronouns and role nouns that stand for names."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from typing import Final

from etl.records import EntityLabel, FigureKind, Mention, MentionKind, Span
from etl.transform.claim.quantity import Numbers
from etl.transform.entity.acronym import with_acronyms
from etl.transform.entity.anaphor import find_anaphors
from etl.transform.entity.antecedent import Resolver
from etl.transform.entity.chains import chain_names
from etl.transform.entity.evidence import agree_labels, surnames_in
from etl.transform.entity.finding import with_missing
from etl.transform.entity.generic import without_generic
from etl.transform.entity.name import Name, canonical, text_of
from etl.transform.entity.reading import read_names
from etl.transform.parsed import ParsedArticle, ParsedParagraph
from etl.transform.word import Words

_LABEL_OF_KIND: Final = {
    FigureKind.COUNT: EntityLabel.CARDINAL,
    FigureKind.MONEY: EntityLabel.MONEY,
    FigureKind.PERCENT: EntityLabel.PERCENT,
    FigureKind.DURATION: EntityLabel.DATE,
    FigureKind.QUANTITY: EntityLabel.QUANTITY,
    FigureKind.AGE: EntityLabel.DATE,
}
_HYPHENS: Final = frozenset("-–")
#: (start, end, label, kind, key of the chain or None, name if it is more than the words), in the document's characters.
_Found = tuple[int, int, EntityLabel, MentionKind, int | None, str | None]


def find_mentions(article: ParsedArticle, numbers: Sequence[Numbers]) -> tuple[Mention, ...]:
    """Every mention, in text order, each with the ordinal of the first mention of the same thing.

    ``numbers`` are those of ``article.parsed``, paragraph by paragraph.
    """
    paragraphs = [paragraph.words for paragraph in article.parsed]
    beside = " | ".join(
        article.text[each.start_char : each.end_char] for each in article.paragraphs if not each.role.is_prose
    )
    surnames = surnames_in(beside)
    names = with_acronyms(agree_labels(read_names(article.parsed), paragraphs, surnames), paragraphs)
    names = with_missing(names, paragraphs)
    names = without_generic(
        agree_labels(names, paragraphs, surnames), paragraphs
    )  # what was found tells of its name, too
    names = [name for name in _without_pairs(names, paragraphs) if not _is_in_money(name, paragraphs, numbers)]
    found = [*_references(article, names, paragraphs), *_numbers(article.parsed, numbers, names)]
    return tuple(_chained(sorted(found, key=lambda each: each[:2]), article.text))


def _without_pairs(names: Sequence[Name], paragraphs: Sequence[Words]) -> Iterator[Name]:
    """The names, without those of two persons joined by a hyphen: "the Berg-*Lund* ticket" is neither of them."""
    words = [paragraphs[name.paragraph] for name in names]
    surnames: set[str] | None = None
    for name, own in zip(names, words, strict=True):
        joined = [word.text for word in own[name.start : name.end] if word.text not in _HYPHENS]
        if len(joined) > 1 and len(joined) < name.end - name.start and " " not in text_of(name, own):
            if surnames is None:
                persons = ((each, own) for each, own in zip(names, words, strict=True) if each.label == "PERSON")
                surnames = {own[each.end - 1].text for each, own in persons if each.end - each.start > 1}
            if surnames.issuperset(joined):
                continue
        yield name


def _references(article: ParsedArticle, names: Sequence[Name], paragraphs: Sequence[Words]) -> Iterator[_Found]:
    chains = chain_names(names, paragraphs)
    taken = _tokens(names)
    anaphors = [
        each
        for place, paragraph in enumerate(article.parsed)
        for each in find_anaphors(place, paragraph, frozenset(taken[place]))
    ]
    resolved = Resolver(article, names, chains).resolve(anaphors)
    chain_of = {place: number for number, chain in enumerate(chains) for place in chain.names}
    for place, name in enumerate(names):
        start, end = _range(name.start, name.end, article.parsed[name.paragraph])
        number = chain_of[place]
        yield start, end, EntityLabel(name.label), MentionKind.NAME, number, chains[number].shared.get(place)
    for each in anaphors:
        start, end = _range(each.start, each.end, article.parsed[each.paragraph])
        chain_number = resolved.get(each)
        label = each.label if chain_number is None else EntityLabel(chains[chain_number].label)
        yield start, end, label, each.kind, chain_number, None


def _numbers(parsed: Sequence[ParsedParagraph], numbers: Sequence[Numbers], names: Sequence[Name]) -> Iterator[_Found]:
    """Dates, times and figures; they are chained to nothing."""
    taken = _tokens(names)
    for place, (paragraph, own) in enumerate(zip(parsed, numbers, strict=True)):
        in_names = (paragraph.words[i] for i in sorted(taken[place]))
        covered = deque((word.start_char, word.end_char) for word in in_names)
        ranges = [(moment.start, moment.end, moment.label) for moment in own.moments]
        ranges += [(each.start, each.end, _LABEL_OF_KIND[each.kind]) for each in own.quantities]
        for start, end, label in sorted(ranges):
            while covered and covered[0][1] <= start:
                covered.popleft()
            if not covered or covered[0][0] >= end:
                yield paragraph.offset + start, paragraph.offset + end, label, MentionKind.NAME, None, None


def _is_in_money(name: Name, paragraphs: Sequence[Words], numbers: Sequence[Numbers]) -> bool:
    """Whether a name is the currency of a sum: "NOK 2.3 billion"."""
    words = paragraphs[name.paragraph]
    start, end = words[name.start].start_char, words[name.end - 1].end_char
    quantities = numbers[name.paragraph].quantities
    place = bisect_right(quantities, start, key=lambda each: each.start) - 1
    return place >= 0 and quantities[place].kind is FigureKind.MONEY and end <= quantities[place].end


def _tokens(names: Sequence[Name]) -> defaultdict[int, set[int]]:
    taken: defaultdict[int, set[int]] = defaultdict(set)
    for name in names:
        taken[name.paragraph].update(range(name.start, name.end))
    return taken


def _range(start: int, end: int, paragraph: ParsedParagraph) -> tuple[int, int]:
    words = paragraph.words
    return paragraph.offset + words[start].start_char, paragraph.offset + words[end - 1].end_char


def _chained(found: Sequence[_Found], text: str) -> Iterator[Mention]:
    first: dict[int, int] = {}
    for ordinal, (start, end, label, kind, number, name) in enumerate(found, start=1):
        span = Span(start, end, text[start:end])
        chain: int | None
        if number is not None:
            chain = first.setdefault(number, ordinal)
        else:
            chain = ordinal if kind is MentionKind.NAME else None
        yield Mention(span, label, kind, name or canonical(span.text) or span.text, chain)
