"""The ultimate source of each article, and of the story: derivations followed to their end."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from etl.link.origin.derivation import Derivation, Lineage
from etl.link.origin.evidence import Story


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where matter comes from: an outlet, with its article where that is loaded; or an article of no known outlet."""

    outlet_id: int | None
    article_id: int | None

    @property
    def key(self) -> tuple[str, int]:
        """What two printings of one origin have in common: the outlet, or else the article."""
        if self.outlet_id is not None:
            return "outlet", self.outlet_id
        if self.article_id is None:
            raise ValueError("an origin is an outlet or an article")
        return "article", self.article_id


@dataclass(frozen=True, slots=True)
class Trace:
    """An article's origin and the step that it rests on; no step where the article is its own origin."""

    origin: Origin
    step: Derivation | None

    @property
    def is_main(self) -> bool:
        """Whether the article as a whole rests on it, not some words of it."""
        return self.step is not None and self.step.is_main


@dataclass(frozen=True, slots=True)
class StoryOrigin:
    """One place from which articles of a story come, and how many do."""

    origin: Origin
    articles: int
    evidence: str


def trace(story: Story, lineage: Lineage) -> dict[int, Trace]:
    """The origin of each article: its surest step followed, and the step of that, to the end."""
    found: dict[int, Trace] = {}
    for article_id in story.articles:
        steps = lineage.derivations.get(article_id, [])
        own = Origin(story.articles[article_id].outlet_id, article_id)
        origin = _follow(story, lineage, article_id, {article_id}) if steps else own
        found[article_id] = Trace(origin, steps[0] if steps else None)
    return found


def _follow(story: Story, lineage: Lineage, article_id: int, seen: set[int]) -> Origin:
    steps = lineage.derivations.get(article_id, [])
    if not steps:
        return Origin(story.articles[article_id].outlet_id, article_id)
    source, outlet = steps[0].source_article_id, steps[0].source_outlet_id
    if source is None or source not in story.articles:
        return Origin(outlet, source)
    if source in seen:
        return Origin(outlet if outlet is not None else story.articles[source].outlet_id, source)
    end = _follow(story, lineage, source, seen | {source})
    # the section that was credited says more than the house that published it
    if outlet is not None and end.article_id == source and story.outlets[outlet].parent == end.outlet_id:
        return Origin(outlet, source)
    return end


def story_origins(story: Story, traces: dict[int, Trace]) -> list[StoryOrigin]:
    """Where the story comes from, most articles first.

    Where an origin has articles besides its own, articles that stand by themselves are no origins of the story.
    """
    tracing: dict[tuple[str, int], list[int]] = defaultdict(list)
    for article_id, found in traces.items():
        tracing[found.origin.key].append(article_id)
    rows = []
    for articles in tracing.values():
        derived = [each for each in articles if traces[each].step is not None]
        chosen = min(derived or articles, key=lambda each: (not traces[each].is_main, story.order(each)))
        step = traces[chosen].step
        evidence = f"article {chosen} {step.evidence}" if step else "no credit and no shared words lead further back"
        ends = {traces[each].origin.article_id for each in articles}
        loaded = [each for each in ends if each is not None and each in story.articles]
        first = min(loaded, key=story.order, default=None)
        rows.append(StoryOrigin(Origin(traces[chosen].origin.outlet_id, first), len(articles), evidence))
    rows.sort(key=lambda row: (-row.articles, row.origin.article_id is None, _label(story, row.origin)))
    return rows


def _label(story: Story, origin: Origin) -> str:
    if origin.outlet_id is not None:
        return story.name(origin.outlet_id)
    article = story.articles.get(origin.article_id or 0)
    return article.tie_break if article else ""
