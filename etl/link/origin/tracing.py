"""The ultimate source of each article, and of the story: derivations followed to their end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
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
    """An article's origin, and the step by which the article as a whole goes back to it; none where it is its own.

    ``aside``: the surest step where none bears the whole article, and where that leads: some words are from there.
    """

    origin: Origin
    step: Derivation | None
    aside: tuple[Derivation, Origin] | None = None


@dataclass(frozen=True, slots=True)
class StoryOrigin:
    """One place from which articles of a story come, and how many do."""

    origin: Origin
    articles: int
    evidence: str


def trace(story: Story, lineage: Lineage) -> dict[int, Trace]:
    """The origin of each article: its surest step followed, and the step of that, to the end.

    Only steps that bear a whole article are followed. A poll that is credited to a paper in the tenth paragraph does
    not make the paper the origin of the article.
    """
    found: dict[int, Trace] = {}
    for article_id in story.articles:
        steps = lineage.derivations.get(article_id, [])
        step = _main(steps)
        own = Origin(story.articles[article_id].outlet_id, article_id)
        if step is not None:
            found[article_id] = Trace(_follow(story, lineage, step, {article_id}), step)
        elif steps:
            found[article_id] = Trace(own, None, (steps[0], _follow(story, lineage, steps[0], {article_id})))
        else:
            found[article_id] = Trace(own, None)
    return found


def _main(steps: Sequence[Derivation]) -> Derivation | None:
    return next((step for step in steps if step.is_main), None)


def _follow(story: Story, lineage: Lineage, step: Derivation, seen: set[int]) -> Origin:
    source, outlet = step.source_article_id, step.source_outlet_id
    if source is None or source not in story.articles:
        return Origin(outlet, source)
    further = _main(lineage.derivations.get(source, []))
    if source in seen or further is None:
        end = Origin(story.articles[source].outlet_id, source)
    else:
        end = _follow(story, lineage, further, seen | {source})
    # the section that was credited says more than the house that published it
    if (
        outlet is not None
        and end.article_id == source
        and (source in seen or story.outlets[outlet].parent == end.outlet_id)
    ):
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
        chosen = min(derived or articles, key=story.order)
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
