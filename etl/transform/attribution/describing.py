"""Who a source is: the mention that it stands in, and its kind."""

from __future__ import annotations

from bisect import bisect_right

from etl.records import AnonymousSource, EntityLabel, MentionKind, SourceKind, Span
from etl.transform.attribution.phrase import Source
from etl.transform.attribution.tree import Tree
from etl.transform.entity.anonymous import describe_source
from etl.transform.entity.nouns import BODY_NOUNS, DOCUMENT_NOUNS, OUTLET_NOUNS, PERSON_NOUNS
from etl.transform.entity.titles import is_title_word
from etl.transform.parsed import ParsedArticle
from etl.transform.singular import singular

_PLACES = frozenset([EntityLabel.GPE, EntityLabel.LOC, EntityLabel.FAC])
#: What may stand behind the name of who speaks.
#: Characters of the words behind a name that are looked at.
_FARTHEST = 8
_NOTHING = frozenset(["", "who", "which"])
#: Who may speak in a headline.
_SPEAKING = frozenset([EntityLabel.PERSON, EntityLabel.ORG, EntityLabel.GPE, EntityLabel.NORP])

Described = tuple[SourceKind, AnonymousSource | None, int | None]


class Describer:
    """Looks sources up among an article's mentions."""

    def __init__(self, article: ParsedArticle) -> None:
        self._article = article
        self._starts = [mention.span.start_char for mention in article.mentions]
        self._prose = {paragraph.ordinal for paragraph in article.parsed}
        self._names = _names(article)
        self._longest = max((len(mention.span.text) for mention in article.mentions), default=0)

    def mention_at(self, char: int) -> int | None:
        """Ordinal of the shortest mention of somebody or something that covers a character; no day speaks."""
        best: int | None = None
        place = bisect_right(self._starts, char)
        while place > 0 and self._starts[place - 1] > char - self._longest - 1:
            mention = self._article.mentions[place - 1]
            span, is_somebody = mention.span, mention.label.is_name or mention.kind is not MentionKind.NAME
            covers = is_somebody and span.start_char <= char < span.end_char
            if covers and (best is None or len(span.text) < self._size(best)):
                best = place
            place -= 1
        return best

    def is_in_name(self, char: int) -> bool:
        """Whether a character stands in somebody's or something's name."""
        ordinal = self.mention_at(char)
        return ordinal is not None and self._article.mentions[ordinal - 1].kind is MentionKind.NAME

    def knows(self, word: str) -> bool:
        """Whether a word is, or ends, a name in the article's prose."""
        return word.lower() in self._names

    def named(self, name: str) -> int | None:
        """The first mention of a name, or of whom a surname belongs to."""
        return self._names.get(name.lower())

    def chain_of(self, source: Source) -> int | None:
        """The first mention of who a source is, if that is known."""
        speaker = self._speaker(source)
        return None if speaker is None else self._article.mentions[speaker - 1].chain

    def _size(self, ordinal: int) -> int:
        return len(self._article.mentions[ordinal - 1].span.text)

    def _speaker(self, source: Source) -> int | None:
        if source.speaker is not None:
            return source.speaker
        if source.tree.ordinal not in self._prose:
            words = source.tree.text[source.start : source.end]
            return self._names.get("".join(words).lower()) or self._names.get(words[-1].lower())
        writer = self._writer(source)
        if writer is not None:
            return writer
        starts = source.tree.starts
        found = (self.mention_at(starts[token]) for token in (source.referent, source.head))
        nearest = next((each for each in found if each is not None), None)
        mention = None if nearest is None else self._article.mentions[nearest - 1]
        if mention is None or mention.chain is None:
            return self._named_in(source) or nearest
        is_body = mention.kind is MentionKind.NAME and mention.label is not EntityLabel.PERSON
        return (self._named_in(source) if is_body else None) or nearest

    def _writer(self, source: Source) -> int | None:
        """Whose words a document prints: "a tweet by *Jones*", "a statement from *the king*"."""
        tree = source.tree
        if singular(tree.lower[source.head]) not in DOCUMENT_NOUNS or source.referent != source.head:
            return None
        by = next((i for i in range(source.head, source.end) if tree.lower[i] in ("by", "from")), source.end)
        for i in range(by + 1, source.end):
            if tree.text[i] == ",":
                return None
            mention = self.mention_at(tree.starts[i]) if tree.pos[i] == "PROPN" else None
            if mention is not None and self._article.mentions[mention - 1].label is EntityLabel.PERSON:
                return mention
        return None

    def _named_in(self, source: Source) -> int | None:
        """The person at the end of a title: "Chairman of the board **Maria Holt**", "its director, **Maria Holt**".

        Not one whom the words only speak of: "Some inside the *Obama* administration", "a spokesman for *Clapper*".
        """
        start, end = source.tree.phrase(source.start, source.end)
        place = bisect_right(self._starts, end - 1)
        while place > 0 and self._starts[place - 1] >= start:
            mention = self._article.mentions[place - 1]
            rest = self._between(mention.span.end_char, end).strip(" ,)")
            is_body = mention.kind is MentionKind.NAME and mention.label not in _PLACES and "," not in rest
            if is_body and _is_body_apposed(source, mention.span):
                return place
            if mention.label is EntityLabel.PERSON and mention.kind is MentionKind.NAME:
                ends_source = mention.span.end_char <= end and rest in _NOTHING
                is_meant = ends_source and (self._is_titled(source, mention.span) or _is_apposed(source, mention.span))
                is_meant = is_meant or self._is_told_of(source, mention.span)
                is_meant = is_meant or (self._goes_on(mention.span, end) and _is_apposed(source, mention.span))
                return place if is_meant else None
            place -= 1
        return None

    def _between(self, start: int, end: int) -> str:
        return self._article.text[start:end]

    def _is_titled(self, source: Source, name: Span) -> bool:
        """Whether neither a comma nor a preposition of its own stands before a name."""
        tree = source.tree
        if "," in self._between(tree.starts[source.start], name.start_char):
            return False
        i = bisect_right(tree.starts, name.start_char) - 2
        while i > source.head and self._is_before_name(tree, i):
            i -= 1
        return tree.pos[i] != "ADP"

    def _is_told_of(self, source: Source, name: Span) -> bool:
        """Whether a name right behind its trade or title is told more of: "Campaigner *Nora Finch*, of the group,"."""
        tree = source.tree
        first = bisect_right(tree.starts, name.start_char) - 1
        between = tree.text[source.head + 1 : first]
        is_behind = first > source.head and all(text == "." or is_title_word(text) for text in between)
        if not is_behind or (between and not is_title_word(tree.text[source.head])):
            return False
        if self._between(name.end_char, name.end_char + 1) == ",":
            return True
        return is_title_word(tree.text[source.head]) and self._goes_on(name, name.end_char + _FARTHEST)

    def _goes_on(self, name: Span, end: int) -> bool:
        """Whether more is told of a name: "his father, *Jan Dahl*, a driver", "her lawyer, *Ann Roe* of Roe & Lund"."""
        rest = self._between(name.end_char, end)
        return rest.startswith((", a ", ", an ", ", the ", ", who ", " of ", " from ", " at ", " with "))

    def _is_before_name(self, tree: Tree, i: int) -> bool:
        """Whether a word only leads to a name; the end of another name ("Joint Chiefs of *Staff*") does not."""
        is_leading = tree.pos[i] in ("DET", "ADJ") or is_title_word(tree.text[i])
        return is_leading and self.mention_at(tree.starts[i]) is None

    def describe(self, source: Source | None) -> Described:
        """Kind, what the words tell of an unnamed source, and the ordinal of the speaker's mention."""
        if source is None:
            return SourceKind.UNKNOWN, None, None
        speaker = self._speaker(source)
        label: EntityLabel | None = None
        if speaker is not None:
            mention = self._article.mentions[speaker - 1]
            if mention.kind is MentionKind.NAME:
                label = mention.label
            elif mention.kind is MentionKind.PRONOUN and mention.chain:
                label = self._article.mentions[mention.chain - 1].label
        words = source.tree.words[source.start : source.end]
        if speaker is None and len(words) == 1 and words[0].text in ("Q", "A"):
            return SourceKind.UNKNOWN, None, None  # of an interview
        if source.referent != source.head:
            head = source.referent
            words = source.tree.words[source.tree.left[head] if source.tree.left[head] > head - 8 else head : head + 1]
        kind, anonymous = describe_source(words, label)
        return kind, anonymous, speaker


def _names(article: ParsedArticle) -> dict[str, int]:
    """Names in lower case, and their last words, to the mention that first has them."""
    names: dict[str, int] = {}
    for ordinal, mention in enumerate(article.mentions, 1):
        if mention.kind is MentionKind.NAME and mention.label in _SPEAKING:
            name = mention.span.text.lower()
            names.setdefault(name, ordinal)
            if mention.label is EntityLabel.PERSON:
                names.setdefault(name.rpartition(" ")[2], ordinal)
    return names


def _is_body_apposed(source: Source, name: Span) -> bool:
    """Whether a name stands behind a body: "the agency *Izna*", "the bank, *Nordkredit*", "one of them, the *PLO*"."""
    tree = source.tree
    first = bisect_right(tree.starts, name.start_char) - 1
    if first == source.head + 1:
        return tree.lower[source.head] in BODY_NOUNS | OUTLET_NOUNS
    comma = first - 1 - (tree.lower[first - 1] == "the")
    if comma <= source.head or tree.text[comma] != "," or "," in tree.text[source.start : comma]:
        return False
    word = tree.lower[source.head]
    return word in BODY_NOUNS | OUTLET_NOUNS or word == "one"


def _is_apposed(source: Source, name: Span) -> bool:
    """Whether a name stands behind a comma after one person's trade: "a spokesman for the bank, *Jan Dahl*".

    The trade heads the source, or ends it before the comma: "the bank's chairman, *Jan Dahl*".
    """
    tree = source.tree
    first = bisect_right(tree.starts, name.start_char) - 1
    commas = [i for i in range(source.start + 1, first) if tree.text[i] == ","]
    if not commas or not all(is_title_word(tree.text[i]) for i in range(commas[-1] + 1, first)):
        return False
    heads_it = commas[-1] == next((i for i in commas if i > source.head), None)
    if heads_it and tree.lower[source.head] in ("another", "one"):
        return True
    return (heads_it and _is_trade(tree, source.head)) or _is_trade(tree, commas[-1] - 1)


def _is_trade(tree: Tree, noun: int) -> bool:
    """Whether a noun says what one person is."""
    word = tree.lower[noun]
    is_one = singular(word) == word and tree.child(noun, "conj") is None
    return is_one and (is_title_word(tree.text[noun]) or word in PERSON_NOUNS)
