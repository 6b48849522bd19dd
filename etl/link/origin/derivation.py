"""From what each article of a story came: explicit credits, "told us" in words that others credit, shared words.

Each derivation says what shows it, in words that a person can check, and how sure it is. PROV types: a credit with
the outlet's own words quoted is ``wasQuotedFrom``; a wire mark, a reprint or copied prose ``wasDerivedFrom``; a credit
for what is told ``hadPrimarySource``; a later version ``wasRevisionOf``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from etl.link.background.frequency import bits
from etl.link.origin.bearing import CREDITS, bears_article, credits_by_outlet
from etl.link.origin.evidence import Credit, Saying, Shared, Story
from etl.link.origin.house import close_neighbours, read_sections
from etl.link.passage.direction import came_before
from etl.link.story.vector import singular
from etl.link.words import fold_words
from etl.records import CitationKind, ProvType, SourceKind

#: Prose that two articles share by accident or habit is shorter than this.
_LEAST_WORDS = 12
#: An article that shares so many rests on the other as a whole.
_MOST_OF_IT = 40
#: Words more common than this, in bits, are in every headline.
_TELLING_BITS = 11.0
#: Sources that one article alone can have spoken with, so that their words lead back to it.
_UNNAMED = frozenset({SourceKind.ANONYMOUS})


@dataclass(frozen=True, slots=True)
class Derivation:
    """One step back: to a loaded article, or to an outlet with no article here.

    ``is_main``: it bears the article; ``is_whole``: every word of it, as a mark in the byline or its being a version.
    """

    article_id: int
    source_article_id: int | None
    source_outlet_id: int | None
    prov_type: ProvType
    evidence: str
    confidence: float
    is_main: bool = False
    is_whole: bool = False


@dataclass(frozen=True)
class Lineage:
    """What is known of a story's descent.

    ``us``: whom "us" means in an article, if it is not the article's outlet. ``sections``: which section of a house an
    article's credit means (:mod:`etl.link.origin.house`).
    """

    derivations: dict[int, list[Derivation]]
    us: dict[int, tuple[int, str]]
    sections: dict[tuple[int, int], int]


def derive(story: Story) -> Lineage:
    """The derivations of each article of a story, surest first."""
    near = close_neighbours(story)
    sections = read_sections(story, near)
    us = read_us(story, near, sections)
    found: dict[int, list[Derivation]] = defaultdict(list)
    for article_id in story.articles:
        found[article_id] += _credited(story, article_id, sections)
        if article_id in us:
            outlet, evidence = us[article_id]
            found[article_id].append(
                Derivation(article_id, None, outlet, ProvType.WAS_DERIVED_FROM, evidence, 0.9, is_main=True)
            )
        revised = story.articles[article_id].revision_of
        if revised is not None:
            evidence = "a later version of the same article, by the same publisher or at the same address"
            found[article_id].append(
                Derivation(
                    article_id, revised, None, ProvType.WAS_REVISION_OF, evidence, 0.95, is_main=True, is_whole=True
                )
            )
    rest = {article_id for article_id in story.articles if not any(d.is_main for d in found[article_id])}
    for derivation in _copied(story, found, rest):
        found[derivation.article_id].append(derivation)
    for derivation in _overheard(story, found, us):
        found[derivation.article_id].append(derivation)
    loaded = {key: [_load(story, each, near) for each in steps] for key, steps in found.items()}
    return Lineage({key: _distinct(steps) for key, steps in loaded.items()}, us, sections)


def _credited(story: Story, article_id: int, sections: dict[tuple[int, int], int]) -> Iterator[Derivation]:
    by_outlet = credits_by_outlet(story, article_id, sections)
    total = sum(map(len, by_outlet.values()))
    quoted = _quoted_outlets(story.sayings_of.get(article_id, ()))
    for outlet, credits in by_outlet.items():
        first = next((c for c in credits if c.kind == CitationKind.CREDIT), credits[0])
        is_whole = any(credit.is_whole for credit in credits)
        is_main = is_whole or bears_article(story, article_id, credits, total)
        names = {outlet, *(credit.outlet_id for credit in credits)}
        prov = (
            ProvType.WAS_DERIVED_FROM
            if is_whole
            else ProvType.WAS_QUOTED_FROM
            if names & quoted
            else ProvType.HAD_PRIMARY_SOURCE
        )
        times = "once" if len(credits) == 1 else f"{len(credits)} times"
        evidence = f"credits {story.name(first.outlet_id)} {times}: “{first.words}”"
        if outlet != first.outlet_id:
            evidence += f"; others credit {story.name(outlet)}, its section, for the same words"
        confidence = 0.95 if is_whole else min(0.6 + 0.1 * len(credits) + (0.1 if is_main else 0), 0.95)
        cited = next((credit.cited_article_id for credit in credits if credit.cited_article_id), None)
        yield Derivation(article_id, cited, outlet, prov, evidence, round(confidence, 2), is_main, is_whole)


def _quoted_outlets(sayings: Sequence[Saying]) -> set[int]:
    """The outlets whose own words an article quotes, not those of somebody whom they quote."""
    passing_on = {each.relayed_by for each in sayings if each.quote_id is not None}
    return {
        each.outlet_id
        for each in sayings
        if each.outlet_id is not None and each.quote_id is not None and each.attribution_id not in passing_on
    }


def read_us(
    story: Story, near: dict[int, set[int]], sections: dict[tuple[int, int], int]
) -> dict[int, tuple[int, str]]:
    """Whom "us" means where an article speaks in the first person in words that its neighbours credit to an outlet.

    Every neighbour votes for the outlet that it credits most (twice, for it is about all its words), and for the one
    that a shared quote was told to. Votes for a section count for its house too; the section that is named wins.
    """
    heard = {saying.article_id for saying in story.sayings if saying.is_to_us and not saying.is_inside}
    meant: dict[int, tuple[int, str]] = {}
    for article_id in sorted(heard):
        own = story.articles[article_id].outlet_id
        votes: Counter[int] = Counter()
        reasons: dict[int, str] = {}
        for other in sorted(near.get(article_id, ())):
            for outlet, weight, why in _votes(story, article_id, other, sections):
                votes[outlet] += weight
                reasons.setdefault(outlet, why)
        if not votes:
            continue
        houses: Counter[int] = Counter()
        for outlet, number in votes.items():
            houses[story.family(outlet)] += number
        house = min(houses, key=lambda each: (-houses[each], story.name(each)))
        if own is not None and story.family(own) in houses:
            continue  # the neighbours credit this very outlet: "us" is its own
        inside = [outlet for outlet in votes if story.family(outlet) == house]
        outlet = min(inside, key=lambda each: (story.outlets[each].parent is None, -votes[each], story.name(each)))
        meant[article_id] = (outlet, _us_evidence(story, article_id, outlet, reasons[outlet]))
    return meant


def _us_evidence(story: Story, article_id: int, outlet: int, reason: str) -> str:
    words = next(s.words for s in story.sayings_of[article_id] if s.is_to_us and not s.is_inside)
    return f"says “us” (“{words}”) in words that others credit to {story.name(outlet)}: {reason}"


def _votes(
    story: Story, article_id: int, other: int, sections: dict[tuple[int, int], int]
) -> Iterator[tuple[int, int, str]]:
    credited: Counter[int] = Counter()
    first: dict[int, Credit] = {}
    for credit in story.credits_of.get(other, ()):
        if credit.kind in CREDITS:
            outlet = sections.get((other, credit.outlet_id), credit.outlet_id)
            credited[outlet] += 1
            first.setdefault(outlet, credit)
    if credited:
        outlet = min(credited, key=lambda each: (-credited[each], story.name(each)))
        yield outlet, 2, f"article {other} has “{first[outlet].words}”"
    ours = {s.quote_id for s in story.sayings_of.get(article_id, ()) if s.is_to_us and s.quote_id}
    for saying in story.sayings_of.get(other, ()):
        if saying.quote_id in ours and saying.addressee_outlet_id and not saying.is_to_us:
            named = saying.addressee_outlet_id
            yield sections.get((other, named), named), 1, f"article {other} has “{saying.words}”"


def _copied(story: Story, found: dict[int, list[Derivation]], rest: set[int]) -> Iterator[Derivation]:
    """Prose shared with an article that had it first, where an article does not say itself where it is from."""
    between: dict[tuple[int, int], list[Shared]] = defaultdict(list)
    for shared in story.shared:
        if not shared.is_quotation:
            between[shared.pair].append(shared)
    for pair, passages in sorted(between.items()):
        words = sum(shared.words for shared in passages)
        first = _first(story, pair, passages)
        later = pair[1] if first == pair[0] else pair[0]
        if words < _LEAST_WORDS or later not in rest:
            continue
        if came_before(story.articles[later], story.articles[first]):
            continue  # it credits the other's outlet, but had the words before this article of it was out
        known = next((each for each in passages if each.first == first), None)
        if known is None and words < _MOST_OF_IT:
            continue  # a few words in common, and nobody knows who had them first: that leads nowhere
        grounds = "which came first is not known" if known is None else _spell_grounds(known)
        evidence = f"shares {words} words of prose with article {first}; {grounds}"
        confidence = 0.5 if known is None else min(0.5 + words / 400, 0.9)
        yield Derivation(
            later, first, None, ProvType.WAS_DERIVED_FROM, evidence, round(confidence, 2), is_main=words >= _MOST_OF_IT
        )


def _first(story: Story, pair: tuple[int, int], passages: Sequence[Shared]) -> int:
    """Which of two articles had their shared prose first: as most of its words tell, or by time and text."""
    words = {article: sum(each.words for each in passages if each.first == article) for article in pair}
    if words[pair[0]] == words[pair[1]]:
        return min(pair, key=story.order)
    return max(pair, key=words.__getitem__)


def _spell_grounds(shared: Shared) -> str:
    """The grounds of a passage's direction, with its two articles by number: they are read beside a third one's row."""
    this, other = f"article {shared.article_id}", f"article {shared.other_id}"
    told = shared.grounds
    if told.startswith("published"):
        told = f"{this} was {told}"
    for pointing, name in (
        ("this article", this),
        ("this one", this),
        ("its form", f"{this}'s form"),
        ("the other article", other),
        ("the other", other),
    ):
        told = told.replace(pointing, name)
    return told


def _overheard(
    story: Story, found: dict[int, list[Derivation]], us: dict[int, tuple[int, str]]
) -> Iterator[Derivation]:
    """Words of an unnamed source that one outlet alone can have heard, printed without a credit."""
    printed: dict[int, dict[int, Saying]] = defaultdict(dict)
    for saying in story.sayings:
        if saying.quote_id is not None and saying.kind in _UNNAMED:
            printed[saying.quote_id].setdefault(saying.article_id, saying)
    for sayings in printed.values():
        known = {
            article: max(steps, key=lambda each: each.confidence)
            for article in sayings
            if (steps := [each for each in found[article] if each.is_main and each.source_outlet_id is not None])
        }
        for article, saying in sorted(sayings.items()):
            if article in known or any(each.is_main for each in found[article]) or not known:
                continue
            other = min(known, key=story.order)
            outlet = known[other].source_outlet_id
            assert outlet is not None
            own = story.articles[article].outlet_id
            if own is not None and story.family(own) == story.family(outlet):
                continue  # the words are its own outlet's: it needs nobody to have them from
            evidence = (
                f"prints, without a credit, what an unnamed source said in article {other}, whose words are "
                f"{story.name(outlet)}'s: “{saying.words}”"
            )
            yield Derivation(article, None, outlet, ProvType.WAS_QUOTED_FROM, evidence, 0.7, is_main=True)


def _load(story: Story, step: Derivation, near: dict[int, set[int]]) -> Derivation:
    """A step to an outlet, tied to that outlet's article in the story where one is loaded that can be meant."""
    if step.source_article_id is not None or step.source_outlet_id is None:
        return step
    outlet = step.source_outlet_id
    own = [
        article
        for article in story.articles.values()
        if article.outlet_id is not None
        and article.article_id != step.article_id
        and (article.outlet_id == outlet or story.family(article.outlet_id) == story.family(outlet))
        and not came_before(story.articles[step.article_id], article)
    ]
    if not own:
        return step
    sharing = [article for article in own if article.article_id in near.get(step.article_id, ())]
    credited = _credited_words(story, step.article_id, outlet)
    chosen = min(
        sharing or own,
        key=lambda article: (
            article.outlet_id != outlet,
            -_told_in(article.headline, credited),
            story.order(article.article_id),
        ),
    )
    return replace(step, source_article_id=chosen.article_id)


def _credited_words(story: Story, article_id: int, outlet: int) -> set[str]:
    """The words of the sentences in which an article credits an outlet or its house."""
    credits = story.credits_of.get(article_id, ())
    family = story.family(outlet)
    return {
        singular(word)
        for credit in credits
        if story.family(credit.outlet_id) == family
        for word in fold_words(credit.words)
    }


def _told_in(headline: str | None, credited: set[str]) -> int:
    """How much of what is credited a headline tells, in tenths of a bit: an outlet has several articles on an event."""
    told = {singular(word) for word in fold_words(headline or "")}
    return sum(round(10 * bits(word)) for word in told & credited if bits(word) > _TELLING_BITS)


def _distinct(steps: list[Derivation]) -> list[Derivation]:
    """One step to each source, the surest; surest first."""
    best: dict[tuple[int | None, int | None], Derivation] = {}
    for step in sorted(steps, key=lambda each: (-each.is_main, -each.confidence, each.evidence)):
        best.setdefault((step.source_article_id, step.source_outlet_id), step)
    return list(best.values())
