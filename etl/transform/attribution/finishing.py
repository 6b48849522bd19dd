"""Drafts -> records: who speaks, to whom, through what, who relays it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.records import (
    Attribution,
    AttributionSpan,
    AttributionType,
    Medium,
    MentionKind,
    QuotationEnd,
    SourceKind,
    Span,
    SpanRole,
)
from etl.transform.attribution.addressee import find_addressee, find_recipient, first_word
from etl.transform.attribution.describing import Described, Describer
from etl.transform.attribution.draft import Chars, Draft
from etl.transform.attribution.medium import find_medium, medium_of_listener, medium_of_source
from etl.transform.attribution.phrase import Source
from etl.transform.attribution.relay import find_relay
from etl.transform.attribution.source import is_passive
from etl.transform.lexicon import word_set
from etl.transform.parsed import ParsedArticle

_DENIALS = word_set("deny refute rebut dispute reject disavow repudiate dismiss debunk rubbish")
_HEDGES = word_set("reportedly allegedly apparently supposedly purportedly")
_NEGATIONS = word_set("not n't n’t never neither")
_SENT = (Medium.LETTER, Medium.EMAIL, Medium.DOCUMENT, Medium.SPEECH, Medium.INTERVIEW, Medium.STATEMENT)
_TALKED = (Medium.CALL, Medium.OTHER)
#: What a pronoun may stand for that no name was found for.
_STANDS_FOR = {
    "he": (SourceKind.ANONYMOUS,),
    "she": (SourceKind.ANONYMOUS,),
    "they": (SourceKind.ANONYMOUS, SourceKind.GROUP),
    "it": (SourceKind.ORGANIZATION, SourceKind.DOCUMENT, SourceKind.OUTLET),
}
#: Verbs with which "it" is somebody.
_SPEAKS = word_set("say add write note announce state tell argue warn claim insist point explain expect plan")
_RELAYING = word_set("report quote cite write")
_RELAYS = (SourceKind.OUTLET, SourceKind.DOCUMENT)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d(?:[ap]\.?m\.?)?")


class Finisher:
    """Turns an article's drafts, in text order, into records."""

    def __init__(self, article: ParsedArticle, describer: Describer) -> None:
        self._article = article
        self._describer = describer

    def finish(self, drafts: Sequence[Draft]) -> tuple[Attribution, ...]:
        carriers = _carriers(drafts)
        described = self._with_unnamed(drafts, [self._describer.describe(draft.source) for draft in drafts])
        return tuple(
            self._record(draft, described[place], carriers[place], described, drafts)
            for place, draft in enumerate(drafts)
        )

    def _with_unnamed(self, drafts: Sequence[Draft], described: Sequence[Described]) -> list[Described]:
        """Of what kind sources are; a pronoun that stands for nobody named is of the kind of the source before it.

        "*A guard* said it was late. **She** added …" is an unnamed source twice.
        """
        found = list(described)
        last: int | None = None  # the last statement whose source is no pronoun
        for place, draft in enumerate(drafts):
            source = draft.source
            if source is None:
                continue
            word = source.tree.lower[source.head]
            if word not in _STANDS_FOR or source.end - source.start > 1:
                last = place
                continue
            speaker = found[place][2]
            if word == "it" and draft.lemma not in _SPEAKS:
                continue  # a rule, a film, a fact may "order" and "show"
            is_open = speaker is None or self._article.mentions[speaker - 1].chain is None
            if last is None or not is_open or not _is_near(drafts[last], draft):
                continue
            meant, told, _ = found[last]
            is_several = told is not None and told.number != 1
            if meant in _STANDS_FOR[word] and (told is None or is_several == (word == "they")):
                found[place] = meant, told, speaker
        return found

    def _record(
        self,
        draft: Draft,
        described: Described,
        carrier: int | None,
        all_described: Sequence[Described],
        drafts: Sequence[Draft],
    ) -> Attribution:
        kind, anonymous, speaker = self._in_own_voice(draft, described, carrier, all_described, drafts)
        addressee = find_addressee(draft)
        medium = find_medium(draft)
        if medium is None and addressee is not None:
            gathering = medium_of_listener(addressee.tree.lower[addressee.start : addressee.head + 1])
            medium = (gathering, None) if gathering is not None else None
        is_said = draft.rule.startswith(("said", "speech"))
        if medium is None and carrier is not None and drafts[carrier].rule == "according-to" and is_said:
            named = medium_of_source(drafts[carrier])
            medium = (named, None) if named is not None else None
        if addressee is None and medium is not None and medium[0] in _SENT + _TALKED and medium[1] is not None:
            addressee = find_recipient(draft, medium[1][1])
        spans = [*self._spans(draft)]
        addressee_kind = None
        if addressee is not None:
            spans.append(self._tokens(SpanRole.ADDRESSEE, draft, addressee.start, addressee.end))
            addressee_kind = self._describer.describe(addressee)[0]
            if draft.rule == "requested" and addressee_kind is SourceKind.OUTLET:
                addressee_kind = SourceKind.ORGANIZATION  # who is urged to do something is not who was told something
        if medium is not None and medium[1] is not None:
            spans.append(self._tokens(SpanRole.MEDIUM, draft, *medium[1]))
        relay = None
        quoting = find_relay(draft)
        if quoting is not None:
            relay = self._bare(quoting)
            spans.append(self._tokens(SpanRole.RELAY, draft, quoting.start, quoting.end))
        elif carrier is not None:
            outer = drafts[carrier]
            quotes = outer.rule == "colon" or outer.lemma in _RELAYING
            if outer.source is not None and (quotes or all_described[carrier][0] in _RELAYS):
                relay = self._bare(outer.source)
                spans.append(self._tokens(SpanRole.RELAY, outer, outer.source.start, outer.source.end))
        kind_of_quote, end = self._quotation(draft)
        return Attribution(
            type=kind_of_quote,
            spans=tuple(sorted(spans, key=lambda each: (each.span.start_char, each.span.end_char, each.role))),
            cue_lemma=draft.lemma,
            source_kind=kind,
            speaker=speaker,
            unresolved_reason=self._reason(draft, kind, speaker),
            anonymous=anonymous,
            addressee=self._bare(addressee) if addressee is not None else None,
            addressee_kind=addressee_kind,
            medium=medium[0] if medium is not None else None,
            relay=relay,
            relayed_by=carrier + 1 if carrier is not None else None,
            is_hedged=_is_hedged(draft),
            is_denied=_is_denied(draft),
            quotation_end=end,
            confidence=draft.confidence,
            rule=draft.rule,
        )

    def _in_own_voice(
        self,
        draft: Draft,
        described: Described,
        carrier: int | None,
        all_described: Sequence[Described],
        drafts: Sequence[Draft],
    ) -> Described:
        """Who "I" and "we" are in the turn of a talk: its speaker and theirs, not the author."""
        if described[0] is not SourceKind.AUTHOR or carrier is None or drafts[carrier].rule != "turn":
            return described
        assert draft.source is not None
        is_alone = draft.tree.lower[draft.source.head] in ("i", "me")
        return all_described[carrier] if is_alone else (SourceKind.GROUP, None, None)

    def _reason(self, draft: Draft, kind: SourceKind, speaker: int | None) -> str | None:
        if draft.source is None:
            return "no cue beside the quotation" if draft.rule == "uncued" else "no source named"
        if kind is SourceKind.ANONYMOUS:
            return "unnamed source"
        if kind is SourceKind.GROUP and speaker is None:
            return "a group, not named"
        if speaker is None:
            return "no mention at the source's words"
        if self._article.mentions[speaker - 1].chain is None:
            return "the words' referent was not found in the article"
        return None

    def _quotation(self, draft: Draft) -> tuple[AttributionType, QuotationEnd]:
        quotations = [self._article.quotations[ordinal - 1] for ordinal in sorted(draft.quotations)] + draft.marked
        if not quotations:
            return AttributionType.INDIRECT, QuotationEnd.NONE
        outside = sum(end - start for start, end in draft.content)
        if self._article.text.startswith("that", draft.start):
            outside -= len("that")
        for each in quotations:
            outside -= sum(
                max(0, min(end, each.end_char) - max(start, each.start_char)) for start, end in draft.content
            )
        is_direct = outside <= 3 * len(draft.content)
        return (AttributionType.DIRECT if is_direct else AttributionType.MIXED), quotations[-1].end

    def _spans(self, draft: Draft) -> list[AttributionSpan]:
        spans = [self._chars(SpanRole.CONTENT, each) for each in draft.content]
        if draft.cue is not None:
            spans.append(self._tokens(SpanRole.CUE, draft, *draft.cue))
        if draft.source is not None:
            spans.append(self._chars(SpanRole.SOURCE, self._widened(draft)))
        return spans

    def _widened(self, draft: Draft) -> Chars:
        """A source's characters, with the whole of a name that the parse cut in two."""
        assert draft.source is not None
        tree, first = draft.source.tree, draft.source.start
        if first == 0 and draft.source.head > 0 and _CLOCK.fullmatch(tree.text[first]):
            first += 1  # "*15.12* Network Rail says": when a live page had it
        start, end = tree.phrase(first, draft.source.end)
        ordinal = self._describer.mention_at(draft.source.tree.starts[draft.source.head])
        if ordinal is not None:
            mention = self._article.mentions[ordinal - 1]
            first, last = mention.span.start_char, mention.span.end_char
            is_free = not any(draft.covers(char) for char in (first, last - 1))
            if mention.kind is MentionKind.NAME and is_free and last - first < 80:
                return min(start, first), max(end, last)
        return start, end

    def _bare(self, source: Source) -> str:
        start, end = source.tree.phrase(first_word(source), source.end)
        return self._article.text[start:end]

    def _tokens(self, role: SpanRole, draft: Draft, start: int, end: int) -> AttributionSpan:
        return self._chars(role, draft.tree.phrase(start, end))

    def _chars(self, role: SpanRole, chars: Chars) -> AttributionSpan:
        start, end = chars
        return AttributionSpan(role, Span(start, end, self._article.text[start:end]))


def _is_near(before: Draft, draft: Draft) -> bool:
    """Whether a statement stands in the paragraph of another or in the one behind it."""
    return draft.tree.ordinal - before.tree.ordinal in (0, 1)


def _carriers(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the place of the one whose content holds its cue, the innermost where there are several."""
    carriers: list[int | None] = [None] * len(drafts)
    open_: list[int] = []
    order = sorted(range(len(drafts)), key=lambda place: (drafts[place].start, -drafts[place].end))
    for place in order:
        draft = drafts[place]
        open_ = [each for each in open_ if drafts[each].end > draft.start]
        if draft.carrier is not None:
            carriers[place] = next((at for at, each in enumerate(drafts) if each is draft.carrier), None)
        elif draft.cue is not None:
            char = draft.tree.starts[draft.cue[0]]
            holders = [each for each in open_ if drafts[each].covers(char) and drafts[each].start <= draft.start]
            if holders:
                carriers[place] = holders[-1]
        open_.append(place)
    return carriers


def _is_denied(draft: Draft) -> bool:
    """Whether a verb of denial is the cue, or "not" stands before another one; "did not deny it" is no denial."""
    tree, head = draft.tree, draft.head
    is_negated = head is not None and any(
        tree.lower[child] in _NEGATIONS for child in tree.children[head] if child < head
    )
    is_denial = draft.lemma in _DENIALS and draft.rule != "called"  # "dismissed it as talk" holds that it is talk
    return draft.is_denied or is_negated != is_denial


def _is_hedged(draft: Draft) -> bool:
    if draft.head is None:
        return False
    tree = draft.tree
    if any(tree.lower[child] in _HEDGES for child in tree.children[draft.head]):
        return True
    return draft.source is None and draft.lemma != "know" and is_passive(tree, draft.head)
