"""Credits to other publications, in their order.

Who is an outlet: :mod:`etl.transform.outlets`. "The report" and "the paper" go back to the outlet that
was credited before them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from etl.records import (
    Attribution,
    Citation,
    CitationKind,
    EntityLabel,
    Mention,
    MentionKind,
    ParagraphRole,
    SourceKind,
    Span,
    SpanRole,
)
from etl.transform.attribution.verbs import VERBS, Use
from etl.transform.citation.pattern import find_patterns
from etl.transform.entity.nouns import SURE_OUTLET_NOUNS
from etl.transform.layout.layout import Layout
from etl.transform.lexicon import word_set
from etl.transform.outlets import is_outlet, known_outlet, owner_of_programme
from etl.transform.parsed import ParsedArticle, ParsedParagraph
from etl.transform.singular import singular
from etl.transform.word import Word, root_of

_REPORTS: Final = word_set("report story article piece scoop dispatch interview")
#: What stands behind an outlet's name, and says no more than that it is one.
_CALLED: Final = SURE_OUTLET_NOUNS | word_set("agency website site channel network daily weekly station service")
_PUBLICATIONS: Final = SURE_OUTLET_NOUNS | word_set(
    "outlet site website publication channel station network agency daily"
)
_OWNED: Final = _REPORTS | word_set("poll reporting account")
_DEFINITE: Final = word_set("the this that these")
_INDEFINITE: Final = word_set("a an its his her their another")
#: What a name must hang on, or follow, to be credited rather than spoken of.
_CREDITING_WORDS: Final = word_set("according per via citing quoting")
_TOLD: Final = word_set("tell inform brief")
_CARRYING: Final = word_set("in on by with to for from of at")
_PUBLISHED: Final = word_set(
    """report publish write appear print air broadcast run post obtain carry reveal disclose quote cite interview
    article story op-ed column editorial interview piece essay blog survey poll investigation statement comment
    remark"""
)
_SKIPPED_ROLES: Final = frozenset((ParagraphRole.CAPTION, ParagraphRole.CREDIT, ParagraphRole.HEADLINE))


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    kind: CitationKind
    outlet: str | None = None
    url: str | None = None
    is_publication: bool = False  # of a reference: "the paper" rather than "the report"


def find_citations(article: ParsedArticle, layout: Layout, attributions: Sequence[Attribution]) -> tuple[Citation, ...]:
    """The places where ``article`` credits another outlet, article or link, in text order.

    An outlet that is only spoken of ("Fox News hired her") is not credited.
    """
    found = [*_by_form(article), *_by_layout(layout), *_by_words(article, attributions), *_references(article)]
    kept: list[_Found] = []
    for each in sorted(found, key=lambda each: (each.start, _RANK[each.kind], -each.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(_resolved(kept, article.text))


_RANK: Final = {kind: rank for rank, kind in enumerate(CitationKind)}


def _by_layout(layout: Layout) -> Iterator[_Found]:
    for credit in layout.credits:
        yield _Found(credit.span.start_char, credit.span.end_char, credit.kind, credit.outlet)


def _by_form(article: ParsedArticle) -> Iterator[_Found]:
    for paragraph in article.paragraphs:
        if paragraph.role in _SKIPPED_ROLES:
            continue
        text = article.text[paragraph.start_char : paragraph.end_char]
        for credit in find_patterns(text):
            if paragraph.role is ParagraphRole.BOILERPLATE and credit.url is not None:
                continue
            start, end = paragraph.start_char + credit.start, paragraph.start_char + credit.end
            yield _Found(start, end, credit.kind, credit.outlet, credit.url)


def _by_words(article: ParsedArticle, attributions: Sequence[Attribution]) -> Iterator[_Found]:
    """Names of outlets where the words around them, or an attribution, credit them."""
    sources = _ranges(attributions, SpanRole.SOURCE, SpanRole.RELAY)
    told = [
        each
        for each in attributions
        if each.addressee_kind is not SourceKind.ORGANIZATION or owner_of_programme(each.addressee or "") is not None
    ]
    addressees = _ranges(told, SpanRole.ADDRESSEE)
    starts = [mention.span.start_char for mention in article.mentions]
    for paragraph in article.parsed:
        end = paragraph.offset + len(paragraph.text)
        for mention in article.mentions[bisect_left(starts, paragraph.offset) : bisect_left(starts, end)]:
            if mention.kind is not MentionKind.NAME or not _may_be_outlet(mention):
                continue
            kind = _kind(mention, paragraph, sources, addressees)
            if kind is not None:
                yield _Found(mention.span.start_char, mention.span.end_char, kind, mention.name)


def _may_be_outlet(mention: Mention) -> bool:
    if mention.label is EntityLabel.ORG:
        return is_outlet(mention.span.text)
    return (
        mention.label in (EntityLabel.WORK_OF_ART, EntityLabel.PRODUCT) and known_outlet(mention.span.text) is not None
    )


def _ranges(attributions: Sequence[Attribution], *roles: SpanRole) -> list[tuple[int, int]]:
    return sorted(
        {(span.start_char, span.end_char) for each in attributions for role in roles for span in each.of_role(role)}
    )


def _kind(
    mention: Mention,
    paragraph: ParsedParagraph,
    sources: Sequence[tuple[int, int]],
    addressees: Sequence[tuple[int, int]],
) -> CitationKind | None:
    span = mention.span
    if _is_in(span, addressees):
        return CitationKind.ADDRESSEE
    words = paragraph.covering(span.start_char - paragraph.offset, span.end_char - paragraph.offset)
    if not words:
        return None
    root = _publication_called(root_of(words))
    if _is_told(root):
        return CitationKind.ADDRESSEE
    is_source = _is_in(span, sources) and root.dep not in ("nmod:poss", "compound", "appos", "nmod")
    return CitationKind.CREDIT if is_source or _is_credited(root) else None


def _is_in(span: Span, ranges: Sequence[tuple[int, int]]) -> bool:
    place = bisect_left(ranges, (span.start_char + 1, 0)) - 1
    return any(start <= span.start_char < end for start, end in ranges[max(place - 1, 0) : place + 1])


def _publication_called(root: Word) -> Word:
    """The noun that says what a name's outlet is: "Der Spiegel *magazine*", "the Reuters news *agency*"."""
    is_before = root.dep == "compound" and root.head.i > root.i
    return root.head if is_before and root.head.lower in _CALLED else root


def _is_told(root: Word) -> bool:
    """ "Told the Herald", "in an interview with the Herald", "speaking to the Herald"."""
    head, case = root.head, _case(root)
    if root.dep in ("obj", "iobj") and head.lemma in _TOLD:
        return True
    if case in ("with", "to") and head.lemma in (
        "interview",
        "speak",
        "talk",
        "conversation",
        "statement",
        "comment",
    ):
        return True
    return case == "to" and root.dep == "obl" and head.lemma in ("say", "confirm", "admit", "explain", "write")


def _is_credited(root: Word) -> bool:
    head, case = root.head, _case(root)
    if root.dep == "nsubj":
        verb, _ = VERBS.get(head.lower, (None, None))
        return head.lemma in _PUBLISHED or (verb is not None and bool(verb.use & (Use.CLAUSE | Use.TAG)))
    if any(child.lower in _CREDITING_WORDS for child in root.lefts) or case in ("per", "via"):
        return True
    if root.dep in ("nmod:poss", "compound"):
        return singular(head.text) in _OWNED
    return case in _CARRYING and head.lemma in _PUBLISHED


def _case(root: Word) -> str:
    return next((child.lower for child in root.lefts if child.dep == "case"), "")


def _references(article: ParsedArticle) -> Iterator[_Found]:
    """ "The report said", "according to the paper"; not one that the article introduced itself ("a report by...")."""
    introduced: dict[str, int] = {}
    for paragraph in article.parsed:
        if not paragraph.is_parsed:
            continue
        for token in paragraph.words:
            noun = singular(token.text)
            if noun not in _REPORTS and noun not in _PUBLICATIONS:
                continue
            start = _start_of_noun_phrase(token)
            first = paragraph.words[start].lower
            if first in _INDEFINITE and noun in _REPORTS:
                introduced[noun] = paragraph.offset + token.start_char
            if first in _DEFINITE and noun not in introduced and _is_source(token) and not _is_specified(token):
                begin = paragraph.offset + paragraph.words[start].start_char
                end = paragraph.offset + token.end_char
                yield _Found(begin, end, CitationKind.REFERENCE, is_publication=noun in _PUBLICATIONS)


def _start_of_noun_phrase(token: Word) -> int:
    start = token.i
    while start and token.i - start < 4 and token.words[start - 1].pos in ("DET", "ADJ", "NOUN", "PROPN", "PRON"):
        start -= 1
        if token.words[start].pos in ("DET", "PRON"):
            break
    return start


def _is_source(token: Word) -> bool:
    if token.dep in ("nsubj", "nsubj:pass"):
        verb, _ = VERBS.get(token.head.lower, (None, None))
        return verb is not None and bool(verb.use & (Use.CLAUSE | Use.TAG | Use.SHOW | Use.DIRECT))
    return any(child.lower == "according" for child in token.lefts)


def _is_specified(token: Word) -> bool:
    """ "The report by the ministry", "the Pentagon's report": its own words say whose it is."""
    if any(child.dep in ("nmod:poss", "compound") and child.text[:1].isupper() for child in token.lefts):
        return True
    return any(child.dep in ("nmod", "acl") for child in token.rights)


def _resolved(found: Sequence[_Found], text: str) -> Iterator[Citation]:
    """The citations, references led back to the last outlet that reported something, else the last one named."""
    credited: int | None = None
    named: int | None = None
    kept: list[Citation] = []
    for each in found:
        refers_to, outlet = None, each.outlet
        if each.kind is CitationKind.REFERENCE:
            refers_to = credited or (named if each.is_publication else None)
            if refers_to is None:
                continue
            outlet = kept[refers_to - 1].outlet
        kept.append(
            Citation(Span(each.start, each.end, text[each.start : each.end]), each.kind, outlet, each.url, refers_to)
        )
        if each.kind is CitationKind.CREDIT:
            credited = len(kept)
        elif each.kind in (CitationKind.ADDRESSEE, CitationKind.HAT_TIP, CitationKind.REPRINT):
            named = len(kept)
    return iter(kept)
