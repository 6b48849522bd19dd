"""How much of an article a credit bears: the whole of it, or a part beside what the article has of its own.

"The Echo reported on Monday" in the first sentences makes the Echo the origin of what follows. After an opening that
named sources told to the article's own reporters it is a courtesy to who was first; and one credit behind an opening
that speaks of something else bears what stands there, and not the news.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from etl.link.claim.content import content_words
from etl.link.origin.evidence import Credit, Saying, Story
from etl.link.words import fold_words
from etl.records import CitationKind, SourceKind

#: Kinds of citations by which an article says where its matter comes from.
CREDITS = frozenset(
    {
        CitationKind.CREDIT,
        CitationKind.REFERENCE,
        CitationKind.WIRE,
        CitationKind.REPRINT,
        CitationKind.HAT_TIP,
        CitationKind.LINK,
    }
)
#: "Told the Echo" in another paper: the words are from the Echo.
_WITH_WORDS = CREDITS | {CitationKind.ADDRESSEE}
#: A credit in one of so many sentences stands at the head of an article; of several credits, the first.
HEAD = 3
_HEAD_OF_SEVERAL = 4
#: Credits in a quarter of all sentences bear an article, wherever they stand.
_SHARE = 4
_OWN = frozenset({SourceKind.PERSON, SourceKind.ORGANIZATION, SourceKind.DOCUMENT, SourceKind.ANONYMOUS})
#: A sentence with fewer telling words tells no news ("So much for safety", "The Echo first reported the news").
_LEAST_TELLING = 3
_LEAST_SHARED = 2
#: Sources that are nobody: "according to reports".
_HEARSAY = frozenset(("report", "reports", "media", "press", "news"))


def credits_by_outlet(story: Story, article_id: int, sections: dict[tuple[int, int], int]) -> dict[int, list[Credit]]:
    """The credits of an article to others than its own house, in text order."""
    own = story.articles[article_id].outlet_id
    found: dict[int, list[Credit]] = defaultdict(list)
    for credit in sorted(story.credits_of.get(article_id, ()), key=lambda each: each.start_char):
        if credit.kind in _WITH_WORDS:
            outlet = sections.get((article_id, credit.outlet_id), credit.outlet_id)
            if own is None or story.family(outlet) != story.family(own):
                found[outlet].append(credit)
    return found


def bears_article(story: Story, article_id: int, credits: Sequence[Credit], total: int) -> bool:
    """Whether the credits to one outlet, in text order, bear the article; ``total`` counts those to all outlets."""
    if any(credit.paragraph is not None for credit in credits):
        credits = [credit for credit in credits if credit.paragraph is None]
        if not credits:
            return False
    if story.articles[article_id].outlet_id is None and all(c.kind == CitationKind.ADDRESSEE for c in credits):
        return False  # a paper of unknown name may be whom it says that it was told
    number, place = len(credits), credits[0].sentence
    if number >= 2 and 2 * number >= total and _SHARE * number >= story.articles[article_id].sentences:
        return True
    at_head = place <= HEAD and total <= 2 and (number > 1 or _goes_on(story, credits[0]))
    at_head |= number >= 2 and 2 * number >= total and place <= _HEAD_OF_SEVERAL
    return at_head and not _opens_with_own(story, article_id, credits)


def _goes_on(story: Story, credit: Credit) -> bool:
    """Whether a credit soon after the opening speaks of what the article opens with, if that is news by itself."""
    if credit.opening is None or credit.kind == CitationKind.ADDRESSEE:
        return True
    opened = content_words(credit.opening)
    said = content_words(credit.words) - content_words(story.outlets[credit.outlet_id].name)
    if min(len(opened), len(said)) < _LEAST_TELLING or _HEARSAY & set(fold_words(credit.opening)):
        return True
    headline = story.articles[credit.article_id].headline or ""
    return len(said & (opened | content_words(headline))) >= _LEAST_SHARED


def _opens_with_own(story: Story, article_id: int, credits: Sequence[Credit]) -> bool:
    """Whether an article has somebody speak, before its first credit, whom it does not have from that outlet."""
    sayings = story.sayings_of.get(article_id, ())
    outlets = {credit.outlet_id for credit in credits}
    theirs = [saying for saying in sayings if _is_from(saying, outlets, credits)]
    if any(saying.entity_id is None and saying.kind == SourceKind.PERSON for saying in theirs):
        return False  # nobody knows who "the chancellor" is that told them: it may be whoever spoke before
    known = {_who(saying) for saying in theirs}
    start = credits[0].within[0]
    return any(
        saying.start_char < start and _is_own(saying) and saying not in theirs and _who(saying) not in known
        for saying in sayings
    )


def _is_from(saying: Saying, outlets: set[int], credits: Sequence[Credit]) -> bool:
    if {saying.outlet_id, saying.relay_id, saying.addressee_outlet_id} & outlets:
        return True
    return any(credit.within[0] <= saying.start_char < credit.within[1] for credit in credits)


def _is_own(saying: Saying) -> bool:
    if saying.outlet_id is not None or saying.relay_id is not None or saying.kind not in _OWN:
        return False
    words = fold_words(saying.source)
    return bool(words) and words[-1] not in _HEARSAY


def _who(saying: Saying) -> tuple[object, ...]:
    return ("entity", saying.entity_id) if saying.entity_id is not None else ("words", *fold_words(saying.source))
