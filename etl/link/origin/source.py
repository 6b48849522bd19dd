"""Who stands behind each printing of a claim: a speaker, or a voice, and the origin that it goes back to.

How many independent sources that makes is counted in :mod:`etl.link.origin.counting`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from etl.link.origin.addition import Additions
from etl.link.origin.body import find_bodies
from etl.link.origin.derivation import Lineage
from etl.link.origin.evidence import ClaimPrinting, Credit, Saying, Shared, Story
from etl.link.origin.tracing import Origin, Trace
from etl.records import CitationKind, SourceKind

_TO_OWN = "it was told to the article's own reporters"
_OWN_VOICE = "the article's own voice"


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
        self._asked: list[int] = []
        self._printings: dict[tuple[int, int], list[ClaimPrinting]] = defaultdict(list)
        for printing in sorted(story.printings, key=lambda each: each.start_char):
            self._printings[printing.claim_id, printing.article_id].append(printing)
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
        saying = self._teller(saying)
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

    def _teller(self, saying: Saying) -> Saying:
        """Who tells it: "ministers were warned that …, says a memo" does not say who warned them, so the memo does."""
        outer = self._sayings.get(saying.relayed_by or 0)
        return outer if outer is not None and not saying.source and outer.outlet_id is None else saying

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
        handed_on = self._handed_on(printing, article_id) if step is None else None
        if handed_on is not None:
            return handed_on
        if step is None or self._additions.is_added(printing, step, by_figure=True):
            return Origin(outlet, article_id)
        return self._traces[article_id].origin

    def _handed_on(self, printing: ClaimPrinting, article_id: int) -> Origin | None:
        """Where an article that is its own origin says that it has this one claim from."""
        for each in self._printings.get((printing.claim_id, article_id), ()):
            saying = self._sayings.get(each.attribution_id or 0)
            relay = self._relay(saying)[0] if saying is not None else None
            if relay is not None and relay not in self._asked:
                self._asked.append(relay)  # two that credit each other for it end here
                try:
                    return self._outlet_origin(each, relay)
                finally:
                    self._asked.pop()
        return None

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
