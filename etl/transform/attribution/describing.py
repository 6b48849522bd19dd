"""Who a source is: the mention that it stands in, and its kind."""

from __future__ import annotations

from bisect import bisect_right

from etl.records import AnonymousSource, EntityLabel, MentionKind, SourceKind
from etl.transform.attribution.phrase import Source
from etl.transform.entity.anonymous import describe_source
from etl.transform.parsed import ParsedArticle

Described = tuple[SourceKind, AnonymousSource | None, int | None]


class Describer:
    """Looks sources up among an article's mentions."""

    def __init__(self, article: ParsedArticle) -> None:
        self._article = article
        self._starts = [mention.span.start_char for mention in article.mentions]
        self._longest = max((len(mention.span.text) for mention in article.mentions), default=0)

    def mention_at(self, char: int) -> int | None:
        """Ordinal of the shortest mention that covers a character."""
        best: int | None = None
        place = bisect_right(self._starts, char)
        while place > 0 and self._starts[place - 1] > char - self._longest - 1:
            span = self._article.mentions[place - 1].span
            if span.start_char <= char < span.end_char and (best is None or len(span.text) < self._size(best)):
                best = place
            place -= 1
        return best

    def _size(self, ordinal: int) -> int:
        return len(self._article.mentions[ordinal - 1].span.text)

    def _speaker(self, source: Source) -> int | None:
        tree = source.tree
        for token in (source.referent, source.head):
            found = self.mention_at(tree.starts[token])
            if found is not None:
                return found
        return self._named_in(source)

    def _named_in(self, source: Source) -> int | None:
        """The person whose title heads a source: "Director of National Intelligence **James Clapper**"."""
        start, end = source.tree.phrase(source.start, source.end)
        place = bisect_right(self._starts, end - 1)
        while place > 0 and self._starts[place - 1] >= start:
            mention = self._article.mentions[place - 1]
            is_person = mention.label is EntityLabel.PERSON and mention.kind is MentionKind.NAME
            if (
                is_person
                and mention.span.end_char <= end
                and "," not in self._article.text[start : mention.span.start_char]
            ):
                return place
            place -= 1
        return None

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
        words = source.tree.doc[source.start : source.end]
        if source.referent != source.head:
            head = source.referent
            words = source.tree.doc[source.tree.left[head] if source.tree.left[head] > head - 8 else head : head + 1]
        kind, anonymous = describe_source(words, label)
        return kind, anonymous, speaker
