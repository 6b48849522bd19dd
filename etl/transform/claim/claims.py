"""The assertions of an article, attributed or in its own voice, and the figures in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.records import (
    Attribution,
    AttributionType,
    ClaimOccurrence,
    EntityLabel,
    Figure,
    Mention,
    MentionKind,
    Span,
    SpanRole,
    Voice,
)
from etl.transform.claim.checkworthiness import score_claim
from etl.transform.claim.clause import Clause, find_clauses, subjects_before, tokens_between
from etl.transform.claim.content import (
    Content,
    Contents,
    cue_characters,
    deed_characters,
    hedge_of_attribution,
    tags_within,
)
from etl.transform.claim.figures import find_figures
from etl.transform.claim.kind import ClauseKind, alleged_in, own_subject
from etl.transform.claim.naming import full_names, source_in_place_of, subject_above
from etl.transform.claim.quantity import Numbers, Quantity
from etl.transform.claim.relative import agrees
from etl.transform.claim.saying import GOING_ON, finds_nothing, goes_on_to, introduces, tells_of_a_deed
from etl.transform.claim.stance import (
    hedge_of,
    is_conditional,
    is_instruction,
    is_left_open,
    is_opinion,
    is_question,
    polarity_of,
)
from etl.transform.claim.statement import word_statement
from etl.transform.claim.wording import object_of, predicate_of, subject_of
from etl.transform.entity.anaphor import SPEAKING
from etl.transform.parsed import ParsedArticle, ParsedParagraph
from etl.transform.word import Word

#: So many characters behind its clause may belong to what somebody said ("..., down from the 2% forecast in March").
_LONGEST_REST = 80
#: Rules whose content is a clause with a subject of its own.
_CLAUSES = frozenset(["said-clause", "said-clause-surface", "thought-clause", "called"])
#: A word with its first letter in brackets, at the end.
_CHANGED = re.compile(r"\[\w\]\w+ $")
_LONGEST_WORD = 20
_JOINING = frozenset(["and", "but", "or", "if", "when", "that", "because", "although", "while", "so"])
#: How long something has been so says nothing of what it is.
_TIMES = frozenset(["time", "while", "day", "week", "month", "year", "decade", "century"])
#: Words without which a clause cannot be understood.
_FEWEST_WORDS = 3


def find_claims(
    article: ParsedArticle, numbers: Sequence[Numbers], attributions: Sequence[Attribution]
) -> tuple[tuple[ClaimOccurrence, ...], tuple[Figure, ...]]:
    """The claims of an article and the figures of its prose, both in text order.

    ``numbers`` are those of ``article.parsed``, paragraph by paragraph.
    """
    reader = _Reader(article, attributions)
    claims = sorted(reader.claims(numbers), key=lambda claim: (claim.span.start_char, -claim.span.end_char))
    return tuple(claims), tuple(find_figures(article, numbers, claims))


class _Reader:
    """Reads claims off an article's clauses."""

    def __init__(self, article: ParsedArticle, attributions: Sequence[Attribution]) -> None:
        self._article = article
        self._attributions = attributions
        self._contents = Contents(attributions)
        self._cues: frozenset[int] = frozenset()
        self._deeds = deed_characters(attributions)
        self._heads: list[int] = []
        self._sentence_starts = [sentence.start_char for sentence in article.sentences]
        self._mention_starts = [mention.span.start_char for mention in article.mentions]
        self._names = full_names(article.mentions)

    def claims(self, numbers: Sequence[Numbers]) -> Iterator[ClaimOccurrence]:
        seen: set[tuple[int, int]] = set()
        clauses = [
            find_clauses(paragraph, {each.start for each in own.quantities})
            for paragraph, own in zip(self._article.parsed, numbers, strict=True)
        ]
        heads = sorted(
            paragraph.offset + clause.head.start_char
            for paragraph, own in zip(self._article.parsed, clauses, strict=True)
            for clause in own
        )
        self._cues = cue_characters(self._attributions, heads)
        self._heads = heads
        for paragraph, own, found in zip(self._article.parsed, numbers, clauses, strict=True):
            for clause in found:
                claim = self._claim(clause, paragraph, own.quantities)
                if claim is not None and (claim.span.start_char, claim.span.end_char) not in seen:
                    seen.add((claim.span.start_char, claim.span.end_char))
                    yield claim

    def _claim(
        self, clause: Clause, paragraph: ParsedParagraph, quantities: Sequence[Quantity]
    ) -> ClaimOccurrence | None:
        head_char = paragraph.offset + clause.head.start_char
        if not _asserts(clause) or self._is_frame(clause, head_char, paragraph.offset):
            return None
        content = self._contents.innermost(head_char)
        if content is not None and _borrows_subject(clause, paragraph.offset, content):
            # said *many areas* lost power and might not get it back
            subject = next(subjects_before(clause.head, content.whole[0] - paragraph.offset), None)
            if subject is None and self._attributions[content.attribution - 1].rule in _CLAUSES:
                return None
            if subject is not None and agrees(subject, clause.head):
                clause = replace(clause, subject=subject)
        sentence = bisect_right(self._sentence_starts, head_char)
        if not sentence:
            return None
        start, end = self._inside(sentence, *self._range(clause, paragraph, content, quantities))
        if end <= start:
            return None
        attribution = None if content is None else self._attributions[content.attribution - 1]
        hedge = hedge_of(clause)
        polarity = polarity_of(clause)
        figures = sum(start <= paragraph.offset + each.start < end for each in quantities)
        score, reasons = score_claim(clause, self._labels(start, end), figures, polarity, hedge)
        is_reported = clause.kind is ClauseKind.COMPLEMENT and clause.head.head.lemma in SPEAKING
        is_reported = is_reported or (clause.subject is not None and alleged_in(clause.subject) is not None)
        span = Span(start, end, self._article.text[start:end])
        mention = self._subject_mention(clause, paragraph)
        return ClaimOccurrence(
            span=span,
            sentence=sentence,
            attribution=None if content is None else content.attribution,
            voice=Voice.ATTRIBUTED if content is not None or is_reported else Voice.AUTHOR,
            polarity=polarity,
            is_hedged=hedge is not None or (attribution is not None and attribution.is_hedged),
            hedge=hedge or hedge_of_attribution(attribution),
            subject=subject_of(clause),
            predicate=predicate_of(clause),
            object=object_of(clause),
            subject_mention=mention,
            checkworthiness=score,
            checkworthiness_reasons=reasons,
            statement=word_statement(
                clause,
                span,
                paragraph.offset,
                self._full_name(clause, mention, attribution),
                [] if attribution is None else tags_within(attribution),
            ),
        )

    def _is_frame(self, clause: Clause, head_char: int, offset: int) -> bool:
        """Whether the clause only says that somebody said something."""
        head = clause.head
        if finds_nothing(head):
            return False
        if head_char in self._cues and not tells_of_a_deed(head):
            return True
        next_verb = goes_on_to(head)
        if next_verb is not None and offset + next_verb.start_char in self._cues:
            return True
        if any(child.dep == "ccomp" and child.i < head.i for child in head.children):
            return True
        is_deed = head_char in self._deeds
        return (not is_deed and introduces(clause)) or self._quotes(clause, offset)

    def _quotes(self, clause: Clause, offset: int) -> bool:
        """Whether most of the clause is what somebody is quoted as saying, and its predicate is not."""
        words = clause.head.words
        start, end = offset + words[clause.start].start_char, offset + words[clause.end - 1].start_char
        head_char = offset + clause.head.start_char
        said = 0
        for content in self._contents.near(end):
            if content.start <= head_char < content.end:
                return False
            attribution = self._attributions[content.attribution - 1]
            cues = attribution.of_role(SpanRole.CUE)
            if attribution.type is AttributionType.DIRECT and any(start <= cue.start_char < end for cue in cues):
                said = max(said, min(end, content.end) - max(start, content.start))
        return 2 * said > end - start

    def _range(
        self, clause: Clause, paragraph: ParsedParagraph, content: Content | None, quantities: Sequence[Quantity]
    ) -> tuple[int, int]:
        """The clause's characters, without what lies outside the content that it is part of.

        A figure is not cut, and the last clause of what somebody said goes to the end of it.
        """
        start = paragraph.offset + paragraph.words[clause.start].start_char
        end = paragraph.offset + paragraph.words[clause.end - 1].end_char
        end = next((paragraph.offset + each.end for each in quantities if _cuts(end - paragraph.offset, each)), end)
        if content is not None:
            start, end = content.cut(start, end)
            rest = content.end - end
            is_last = bisect_left(self._heads, end) == bisect_left(self._heads, content.end)
            if clause.kind is ClauseKind.COMPLEMENT and is_last and 0 < rest < _LONGEST_REST:
                end = content.end
        return _trimmed(self._article.text, start, end)

    def _inside(self, sentence: int, start: int, end: int) -> tuple[int, int]:
        """A range without what lies outside the sentence of its predicate, wherever the parser saw one end: a bracket,
        a figure or the rest of what was said may reach over it."""
        whole = self._article.sentences[sentence - 1]
        if whole.start_char <= start and end <= whole.end_char:
            return start, end
        return _cleared(self._article.text, max(start, whole.start_char), min(end, whole.end_char))

    def _labels(self, start: int, end: int) -> frozenset[EntityLabel]:
        return frozenset(mention.label for mention in self._mentions(start, end) if mention.label.is_name)

    def _mentions(self, start: int, end: int) -> Iterator[Mention]:
        for place in range(bisect_right(self._mention_starts, start - 1), len(self._mention_starts)):
            if self._mention_starts[place] >= end:
                return
            yield self._article.mentions[place]

    def _subject_mention(self, clause: Clause, paragraph: ParsedParagraph) -> int | None:
        """The mention that the subject's head stands in."""
        if clause.subject is None:
            return None
        char = paragraph.offset + clause.subject.start_char
        place = bisect_right(self._mention_starts, char)
        for ordinal in range(place, max(place - 3, 0), -1):
            mention = self._article.mentions[ordinal - 1]
            is_somebody = mention.label.is_name or mention.kind is not MentionKind.NAME
            if is_somebody and mention.span.start_char <= char < mention.span.end_char:
                return ordinal
        return None

    def _full_name(self, clause: Clause, mention: int | None, attribution: Attribution | None) -> str | None:
        """What the article calls the subject in full, where the clause has a pronoun, a noun or part of a name."""
        chain = None if mention is None else self._article.mentions[mention - 1].chain
        if mention is None or chain is None:
            return source_in_place_of(clause, attribution) or subject_above(clause)
        if self._article.mentions[mention - 1].kind is not MentionKind.NAME:
            return self._names[chain]
        own = self._article.mentions[mention - 1]
        is_part = own.label is EntityLabel.PERSON and " " not in own.name and own.name != self._names[chain]
        return self._names[chain] if is_part else None


def _borrows_subject(clause: Clause, offset: int, content: Content) -> bool:
    """Whether a predicate in what somebody said has its subject from before it: the parser joined it to "said"."""
    if clause.kind is not ClauseKind.COORDINATED or clause.subject is None or own_subject(clause.head) is not None:
        return False
    return offset + clause.subject.end_char <= content.whole[0]


def _cuts(char: int, quantity: Quantity) -> bool:
    return quantity.start < char < quantity.end


def _asserts(clause: Clause) -> bool:
    """Whether the clause could be true or false, whoever says it."""
    words = sum(1 for _ in tokens_between(clause.head.words, clause.start, clause.end))
    fewest = _FEWEST_WORDS - (clause.kind is ClauseKind.ADVERBIAL)
    if words < fewest or (clause.subject is None and clause.kind is not ClauseKind.RELATIVE):
        return False
    if _repeats(clause.head) or _is_asked_for(clause) or is_left_open(clause):
        return False
    return not (is_question(clause) or is_instruction(clause) or is_conditional(clause) or is_opinion(clause))


def _repeats(head: Word) -> bool:
    """Whether the predicate only stands for another: "long before he did"."""
    if head.lower in ("why", "when", "where", "how") and not any(child.dep != "punct" for child in head.rights):
        return True  # "That's why."
    if head.lemma == "put" and any(child.dep == "obj" and child.lower == "it" for child in head.children):
        return True  # "as the court *put it*"
    is_like = head.lemma == "be" and any(child.dep == "mark" and child.lower == "as" for child in head.lefts)
    if is_like and all(child.dep not in ("nsubj", "obj", "xcomp") for child in head.children):
        return True  # "as there *was* in 2015"
    if head.lemma in _TIMES and any(child.dep == "case" and child.lower in ("for", "since") for child in head.lefts):
        return True  # "and *has been for a long time*"
    is_bare = head.lemma in ("do", "have", "be") and head.pos in ("AUX", "VERB")
    return is_bare and all(child.dep in ("nsubj", "advmod", "punct", "mark", "cc", "aux") for child in head.children)


def _is_asked_for(clause: Clause) -> bool:
    """Whether somebody is only asked to say it: "asked the government to promise that it will not interfere"."""
    over = clause.head.head
    is_complement = clause.kind is ClauseKind.COMPLEMENT and clause.head.dep == "ccomp"
    is_infinitive = over.tag == "VB" and any(child.tag == "TO" for child in over.lefts)
    is_done = over.dep in ("xcomp", "advcl") and over.head.lemma in GOING_ON  # "went on *to say*"
    return is_complement and is_infinitive and over.lemma in SPEAKING and not is_done


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    return _with_partners(text, *_cleared(text, start, end))


def _cleared(text: str, start: int, end: int) -> tuple[int, int]:
    """Without marks and white space at its ends."""
    while start < end and (text[start].isspace() or text[start] in "\"“”‘'’«».,;:–—-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in '"“”‘«».,;:–—-'):
        end -= 1
    return start, end


def _with_partners(text: str, start: int, end: int) -> tuple[int, int]:
    """A mark that closes right behind the range, or opens right before it, belongs to it: "(IS)", "[O]fficial".

    So does a word whose first letter an editor changed: "[W]ithin ten days".
    """
    changed = _CHANGED.search(text, max(start - _LONGEST_WORD, 0), start)
    if changed is not None and changed.group().strip("[] ").replace("]", "").lower() not in _JOINING:
        start = changed.start()
    for opening, closing in ("()", "[]"):
        open_inside = text.count(opening, start, end) - text.count(closing, start, end)
        if open_inside == 1 and text[end : end + 1] == closing:
            end += 1
        elif open_inside == -1 and text[start - 1 : start] == opening:
            start -= 1
    is_open = text.count("“", start, end) > text.count("”", start, end) or text.count('"', start, end) % 2 == 1
    if is_open and text[end : end + 1] in ("”", '"'):
        end += 1
    return start, end
