"""Who stands behind each printing of a claim, and how many independent sources that makes (DESIGN.md, section 4).

A named speaker counts once, by entity. Whoever is unnamed counts once per origin that speaks of him; so do the
origin's own voice and all who relay it. Where an origin prints a claim both in its own voice and in a source's mouth,
that source is where it has it from, and the own voice adds none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from etl.link.origin.addition import Additions
from etl.link.origin.body import find_bodies
from etl.link.origin.derivation import Lineage
from etl.link.origin.evidence import ClaimPrinting, Credit, Saying, Shared, Story
from etl.link.origin.paper import class_of_paper, writers_of
from etl.link.origin.tracing import Origin, Trace
from etl.link.words import fold_words
from etl.records import CitationKind, SourceKind

_TO_OWN = "it was told to the article's own reporters"
_OWN_VOICE = "the article's own voice"
_PRONOUNS = frozenset(("he", "she", "they", "it", "who", "we", "i", "you", "him", "her", "them"))
_NAMED = frozenset({SourceKind.PERSON, SourceKind.ORGANIZATION, SourceKind.DOCUMENT})
_UNNAMED = frozenset({SourceKind.ANONYMOUS, SourceKind.GROUP, SourceKind.UNKNOWN})


@dataclass(frozen=True, slots=True)
class PrintingSource:
    """Who stands behind one printing. ``relay_id``: the outlet through which the article has it, if not its own.

    ``mention_id``: where the story names a body that the article does not name.
    """

    occurrence_id: int
    claim_id: int
    article_id: int
    kind: SourceKind
    source: str
    entity_id: int | None
    relay_id: int | None
    origin: Origin
    origin_name: str
    grounds: str
    mention_id: int | None = None


@dataclass(frozen=True, slots=True)
class ClaimSource:
    """One independent source of a claim, and the printings that were counted to it."""

    kind: SourceKind
    source: str
    entity_id: int | None
    origin: Origin
    occurrences: tuple[int, ...]
    grounds: str


class SourceReader:
    """Reads who stands behind the printings of a story's claims."""

    def __init__(
        self, story: Story, lineage: Lineage, traces: Mapping[int, Trace], texts: Mapping[int, str] | None = None
    ) -> None:
        self._story = story
        self._additions = Additions(story, texts or {})
        self._bodies = find_bodies(story)
        self._lineage = lineage
        self._traces = traces
        self._sayings = {saying.attribution_id: saying for saying in story.sayings}
        self._sections = lineage.sections
        self._prose: dict[int, list[Shared]] = defaultdict(list)
        for shared in story.shared:
            if not shared.is_quotation:
                self._prose[shared.article_id].append(shared)
                self._prose[shared.other_id].append(shared)
        self._tracing: dict[int, set[tuple[int, tuple[str, int]]]] = defaultdict(set)
        for printing in story.printings:
            key = traces[printing.article_id].origin.key
            self._tracing[printing.claim_id].add((printing.article_id, key))

    def read(self, printing: ClaimPrinting) -> PrintingSource:
        """Who stands behind one printing."""
        saying = self._sayings.get(printing.attribution_id or 0)
        if saying is None:
            return self._own_voice(printing)
        relay, grounds = self._relay(saying)
        if relay is not None:
            origin = self._outlet_origin(printing, relay)
        elif self._is_told_own(saying):
            origin, grounds = self._own(printing.article_id), _TO_OWN
        elif saying.is_to_us and not saying.is_inside:
            origin, relay, grounds = self._us(printing)
        else:
            voice = self._own_voice(printing)
            origin, relay, grounds = voice.origin, voice.relay_id, voice.grounds
            if grounds == _OWN_VOICE:
                grounds = "the article has it from the source itself"
        kind = SourceKind(saying.kind)
        if saying.outlet_id is not None:
            return self._made(printing, SourceKind.OUTLET, self._name(origin), None, relay, origin, grounds)
        body = self._bodies.get(saying.attribution_id)
        if body is not None:
            kind = SourceKind.ORGANIZATION
            made = self._made(printing, kind, body.name, body.entity_id, relay, origin, grounds)
            return replace(made, mention_id=body.mention_id)
        if kind is SourceKind.AUTHOR:
            kind = SourceKind.OUTLET
        return self._made(printing, kind, saying.source or self._name(origin), saying.entity_id, relay, origin, grounds)

    def _relay(self, saying: Saying) -> tuple[int | None, str]:
        """The outlet that carries a saying, outermost last; or the one that it was told to."""
        seen: set[int] = set()
        step: Saying | None = saying
        found: int | None = None
        while step is not None and step.attribution_id not in seen:
            seen.add(step.attribution_id)
            carrier = step.outlet_id if step.outlet_id is not None else step.relay_id
            found = carrier if carrier is not None else found
            step = self._sayings.get(step.relayed_by or 0)
        own = self._story.articles[saying.article_id].outlet_id
        if found is not None and found != own:
            outlet = self._sections.get((saying.article_id, found), found)
            return outlet, f"the article has it from {self._story.name(found)}"
        told = saying.addressee_outlet_id
        if told is not None and not saying.is_to_us and told != own:
            outlet = self._sections.get((saying.article_id, told), told)
            return outlet, f"it was told to {self._story.name(told)}"
        return None, ""

    def _is_told_own(self, saying: Saying) -> bool:
        """Whether it was told to the article's own outlet, by name."""
        told, own = saying.addressee_outlet_id, self._story.articles[saying.article_id].outlet_id
        if told is None or own is None or saying.is_to_us:
            return False
        return self._story.family(told) == self._story.family(own)

    def _us(self, printing: ClaimPrinting) -> tuple[Origin, int | None, str]:
        if printing.article_id in self._lineage.us:
            outlet, evidence = self._lineage.us[printing.article_id]
            return self._outlet_origin(printing, outlet), outlet, f"the article {evidence}"
        return self._own(printing.article_id), None, _TO_OWN

    def _own(self, article_id: int) -> Origin:
        return Origin(self._story.articles[article_id].outlet_id, article_id)

    def _outlet_origin(self, printing: ClaimPrinting, outlet: int) -> Origin:
        """Where what an article has from an outlet goes back to: the origin of that outlet's article, if loaded."""
        for step in self._lineage.derivations.get(printing.article_id, []):
            if step.source_outlet_id == outlet and step.source_article_id in self._traces:
                assert step.source_article_id is not None
                return self._followed(printing, outlet, step.source_article_id)
        return Origin(outlet, None)

    def _followed(self, printing: ClaimPrinting, outlet: int, article_id: int) -> Origin:
        """The origin of what an article of ``outlet`` tells, followed as far as those it rests on tell it too."""
        step = self._traces[article_id].step
        if step is None or self._additions.is_added(printing, step, by_figure=True):
            return Origin(outlet, article_id)
        return self._traces[article_id].origin

    def _own_voice(self, printing: ClaimPrinting) -> PrintingSource:
        article = printing.article_id
        found = self._traces[article]
        marked = self._marked(printing)
        if marked is not None:
            grounds = f"it stands beside a credit: “{marked.words}”"
            outlet = self._sections.get((article, marked.outlet_id), marked.outlet_id)
            return self._voice(printing, outlet, self._outlet_origin(printing, outlet), grounds)
        if found.step is not None and self._additions.is_added(printing, found.step):
            return self._voice(printing, None, self._own(article), "those that it credits do not tell it")
        if found.step is not None:
            relay = found.step.source_outlet_id
            return self._voice(printing, relay, found.origin, f"the article {found.step.evidence}")
        other = self._shared_passage(printing)
        if other is not None:
            origin = self._traces[other].origin
            return self._voice(printing, None, origin, f"it stands in a passage that article {other} had first")
        if found.aside is not None and printing.attribution_id is None:
            step, origin = found.aside
            tracing = self._tracing[printing.claim_id]
            is_others = any(key == origin.key and other_article != article for other_article, key in tracing)
            if is_others and not self._additions.is_added(printing, step):
                grounds = f"others print it from the same origin, and the article {step.evidence}"
                return self._voice(printing, step.source_outlet_id, origin, grounds)
        return self._voice(printing, None, self._own(article), _OWN_VOICE)

    def _marked(self, printing: ClaimPrinting) -> Credit | None:
        """The credit under the paragraph that a printing stands in, or behind it in its sentence.

        "(AFP)" at the end of a paragraph; "The mill will close, the Echo reports" where the parse found no source.
        """
        own = self._story.articles[printing.article_id].outlet_id
        for credit in self._story.credits_of.get(printing.article_id, ()):
            if own is not None and self._story.family(own) == self._story.family(credit.outlet_id):
                continue
            if credit.paragraph is not None:
                if credit.paragraph[0] <= printing.start_char < credit.paragraph[1]:
                    return credit
            elif (
                credit.kind == CitationKind.CREDIT
                and printing.attribution_id is None
                and credit.within[0] <= printing.start_char
                and printing.end_char <= credit.start_char
            ):
                return credit
        return None

    def _voice(self, printing: ClaimPrinting, relay: int | None, origin: Origin, grounds: str) -> PrintingSource:
        return self._made(printing, SourceKind.OUTLET, self._name(origin), None, relay, origin, grounds)

    def _shared_passage(self, printing: ClaimPrinting) -> int | None:
        """The article that had the passage first in which most of a printing stands, if another had."""
        for shared in self._prose.get(printing.article_id, ()):
            mine = shared.article_id == printing.article_id
            start, end = (shared.start_char, shared.end_char) if mine else (shared.other_start, shared.other_end)
            overlap = min(end, printing.end_char) - max(start, printing.start_char)
            if 2 * overlap < printing.end_char - printing.start_char:
                continue
            pair = (shared.article_id, shared.other_id)
            first = shared.first if shared.first in pair else min(pair, key=self._story.order)
            if first != printing.article_id:
                return first
        return None

    def _name(self, origin: Origin) -> str:
        if origin.outlet_id is not None:
            return self._story.name(origin.outlet_id)
        return f"article {origin.article_id} (outlet unknown)"

    def _made(
        self,
        printing: ClaimPrinting,
        kind: SourceKind,
        source: str,
        entity_id: int | None,
        relay: int | None,
        origin: Origin,
        grounds: str,
    ) -> PrintingSource:
        own = self._story.articles[printing.article_id].outlet_id
        return PrintingSource(
            printing.occurrence_id,
            printing.claim_id,
            printing.article_id,
            kind,
            source,
            entity_id,
            relay if relay != own else None,
            origin,
            self._name(origin),
            grounds,
        )


def count_sources(printings: Iterable[PrintingSource]) -> list[ClaimSource]:
    """The independent sources behind one claim, most printings first; every printing is counted to one."""
    printings = sorted(printings, key=lambda each: each.occurrence_id)
    behind: dict[tuple[object, ...], list[PrintingSource]] = defaultdict(list)
    voices: dict[tuple[str, int], list[PrintingSource]] = defaultdict(list)
    papers = _papers(printings)
    for each in printings:
        if _is_pronoun(each):
            voices[each.origin.key].append(each)
        elif each.kind in _NAMED:
            behind[papers.get(each.occurrence_id) or _named_key(each)].append(each)
        elif each.kind in _UNNAMED:
            behind["unnamed", *each.origin.key].append(each)
        else:
            voices[each.origin.key].append(each)
    for key, own in voices.items():
        behind[_behind_voice(key, behind, own)] += own
    sources = [_source(group) for group in behind.values()]
    return sorted(sources, key=lambda each: (-len(each.occurrences), each.source, each.occurrences))


def _is_pronoun(printing: PrintingSource) -> bool:
    """Whether nobody knows who "he" or "they" is: no source beside those that the same origin names."""
    return printing.entity_id is None and printing.source.lower() in _PRONOUNS


def _named_key(printing: PrintingSource) -> tuple[object, ...]:
    if printing.entity_id is not None:
        return "entity", printing.entity_id
    return ("named", *fold_words(printing.source))


def _papers(printings: Sequence[PrintingSource]) -> dict[int, tuple[object, ...]]:
    """The documents that printings of one claim rest on and that no name tells apart: "a letter" is one letter.

    Two that are said to be of different writers are two, and what names no writer is then neither.
    """
    of_class: dict[str, list[PrintingSource]] = defaultdict(list)
    for each in printings:
        paper = class_of_paper(each.source) if each.kind is SourceKind.DOCUMENT and each.entity_id is None else None
        if paper is not None:
            of_class[paper].append(each)
    found: dict[int, tuple[object, ...]] = {}
    for paper, group in of_class.items():
        named = [writers for each in group if (writers := writers_of(each.source))]
        if all(one & other for one in named for other in named):
            found |= {each.occurrence_id: ("paper", paper) for each in group}
    return found


def _behind_voice(
    key: tuple[str, int], behind: Mapping[tuple[object, ...], list[PrintingSource]], own: Sequence[PrintingSource]
) -> tuple[object, ...]:
    """The source that an origin's own voice rests on: one in whose mouth it puts the claim too, else itself."""
    if ("unnamed", *key) in behind:
        return ("unnamed", *key)
    of_origin = {source: sum(p.origin.key == key for p in group) for source, group in behind.items()}
    named = [source for source, number in of_origin.items() if number]
    if named:
        return min(named, key=lambda source: (-of_origin[source], min(each.source for each in behind[source])))
    return ("voice", *key)


def _source(group: Sequence[PrintingSource]) -> ClaimSource:
    """One source out of its printings.

    It bears the name of the speaker, unless the speaker stands in few of the articles: a comment in one of them, say.
    Then it bears the origin's.
    """
    kinds = (*_NAMED, SourceKind.ANONYMOUS, SourceKind.GROUP)
    spoken = [each for each in group if each.kind in kinds and not _is_pronoun(each)]
    articles = {each.article_id for each in group}
    is_spoken = 2 * len({each.article_id for each in spoken}) >= len(articles)
    origins = Counter(each.origin for each in group)
    names = {each.origin: each.origin_name for each in group}
    origin = min(origins, key=lambda each: (-origins[each], each.article_id is None, names[each]))
    reasons = list(dict.fromkeys(each.grounds for each in group))
    shown = "; ".join(reasons[:3]) + (f"; and {len(reasons) - 3} more" if len(reasons) > 3 else "")
    occurrences = tuple(sorted(each.occurrence_id for each in group))
    if spoken and is_spoken:
        said = Counter(each.source for each in spoken)
        first = min(spoken, key=lambda each: (each.kind is SourceKind.GROUP, -said[each.source], each.source))
        return ClaimSource(first.kind, first.source, first.entity_id, origin, occurrences, shown)
    return ClaimSource(SourceKind.OUTLET, names[origin], None, origin, occurrences, shown)
