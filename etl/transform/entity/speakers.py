"""The words "I" and "me" inside what somebody says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.records import Attribution, AttributionType, EntityLabel, Mention, MentionKind, SpanRole
from etl.transform.lexicon import word_set
from etl.transform.parsed import ParsedArticle

_FIRST_PERSON = word_set("i me myself")
_THIRD_PERSON = word_set("he she him her himself herself")
#: So many mentions are looked back for another person.
_BACK = 12


def resolve_speakers(article: ParsedArticle, attributions: Sequence[Attribution]) -> tuple[Mention, ...]:
    """The article's mentions, with "I" inside quoted words taken to be whoever says them.

    Where one statement carries another, the inner speaker is meant.
    """
    article = replace(article, mentions=_without_own(article, attributions))
    speakers = _speakers(article, attributions)
    if not speakers:
        return article.mentions
    first: dict[int, int] = {}
    for ordinal, mention in enumerate(article.mentions, start=1):
        chain = speakers.get(ordinal, mention.chain)
        if chain is not None:
            first.setdefault(chain, ordinal)
    return tuple(
        replace(
            mention,
            chain=first.get(speakers.get(ordinal, mention.chain or 0)),
            label=article.mentions[speakers[ordinal] - 1].label if ordinal in speakers else mention.label,
        )
        for ordinal, mention in enumerate(article.mentions, start=1)
    )


def _speakers(article: ParsedArticle, attributions: Sequence[Attribution]) -> dict[int, int]:
    """Chain of the speaker by ordinal of the pronoun."""
    quoted = sorted([*((each.start_char, each.end_char) for each in article.quotations), *_turns(attributions)])
    starts = [mention.span.start_char for mention in article.mentions]
    contents = [
        (span.end_char - span.start_char, span, chain)
        for each in attributions
        if (each.type is not AttributionType.INDIRECT or each.rule == "turn")  # "He said *I* was late": not his "I"
        and (chain := _chain(article, each.speaker)) is not None
        for span in each.of_role(SpanRole.CONTENT)
    ]
    found: dict[int, int] = {}
    for _, span, chain in sorted(contents, key=lambda each: -each[0]):
        for place in range(bisect_left(starts, span.start_char), bisect_left(starts, span.end_char)):
            mention = article.mentions[place]
            is_first_person = mention.kind is MentionKind.PRONOUN and mention.name.lower() in _FIRST_PERSON
            if is_first_person and _is_inside(mention.span.start_char, quoted):
                found[place + 1] = chain
    return found


def _turns(attributions: Sequence[Attribution]) -> Iterator[tuple[int, int]]:
    """The turns of a talk, which are somebody's own words without marks."""
    for each in attributions:
        if each.rule == "turn":
            yield from ((span.start_char, span.end_char) for span in each.of_role(SpanRole.CONTENT))


def _without_own(article: ParsedArticle, attributions: Sequence[Attribution]) -> tuple[Mention, ...]:
    """The mentions, with "he" inside the words that somebody is quoted with taken from that somebody.

    It goes to the last other person named before it in the same sentence, else to nobody.
    """
    starts = [mention.span.start_char for mention in article.mentions]
    sentences = [sentence.start_char for sentence in article.sentences]
    mentions = list(article.mentions)
    for each in attributions:
        chain = _chain(article, each.speaker)
        if each.type is not AttributionType.DIRECT or chain is None:
            continue
        for span in each.of_role(SpanRole.CONTENT):
            for place in range(bisect_left(starts, span.start_char), bisect_left(starts, span.end_char)):
                mention = mentions[place]
                is_third = mention.kind is MentionKind.PRONOUN and mention.name.lower() in _THIRD_PERSON
                if is_third and mention.chain == chain:
                    first = sentences[max(bisect_left(sentences, mention.span.start_char + 1) - 1, 0)]
                    other = _last_person(mentions, place, first, chain)
                    mentions[place] = replace(mention, chain=other)
    return tuple(mentions)


def _last_person(mentions: Sequence[Mention], place: int, first_char: int, speaker: int) -> int | None:
    for mention in reversed(mentions[max(place - _BACK, 0) : place]):
        if mention.span.start_char < first_char:
            return None
        if mention.label is EntityLabel.PERSON and mention.kind is MentionKind.NAME and mention.chain != speaker:
            return mention.chain
    return None


def _is_inside(char: int, ranges: Sequence[tuple[int, int]]) -> bool:
    place = bisect_left(ranges, (char + 1, 0)) - 1
    return any(start <= char < end for start, end in ranges[max(place - 2, 0) : place + 1])


def _chain(article: ParsedArticle, speaker: int | None) -> int | None:
    return None if speaker is None else article.mentions[speaker - 1].chain
