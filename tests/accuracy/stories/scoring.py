"""Scores the stories on news that people grouped by event.

    NEWSTRACE_EVENTS=FOLDER python -m tests.accuracy.stories.scoring [choice|test]

The folder holds what corpora.py names; none of it is kept here, as the texts belong to their papers. The texts go
through the layout stage, as in a run. The measure is B-cubed (Bagga and Baldwin, "Algorithms for scoring coreference
chains", 1998).
"""

from __future__ import annotations

import os
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from etl.link.article import LinkedArticle, priority_of
from etl.link.story import formation
from etl.link.story.formation import Membership, form
from etl.link.story.parting import part
from etl.link.story.store import place
from etl.link.story.vector import Placed, similarity
from etl.records import Document, Span
from etl.transform.layout import lay_out
from tests.accuracy.stories.corpora import CORPORA, NewsArticle


@dataclass(frozen=True, slots=True)
class Score:
    precision: float
    recall: float

    @property
    def f(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def b_cubed(found: Sequence[Hashable], gold: Sequence[Hashable]) -> Score:
    """``found`` and ``gold`` name the group of each article."""
    both, one, other = Counter(zip(found, gold, strict=True)), Counter(found), Counter(gold)
    count = len(gold)
    precision = sum(n * n / one[group] for (group, _), n in both.items()) / count
    recall = sum(n * n / other[group] for (_, group), n in both.items()) / count
    return Score(precision, recall)


class Archive:
    """A corpus as a :class:`~etl.link.story.formation.Space`; similarities are worked out once."""

    def __init__(self, articles: Sequence[NewsArticle]) -> None:
        self._placed = {key: place(_read(key, each.document)) for key, each in enumerate(articles)}
        self._near: dict[int, list[Placed]] = {key: [] for key in self._placed}
        for key, one in self._placed.items():
            for other in list(self._placed.values())[:key]:
                if similarity(one, other) >= formation.NEAR:
                    self._near[key].append(other)
                    self._near[other.article_id].append(one)

    def placed(self, article_id: int) -> Placed:
        return self._placed[article_id]

    def neighbours(self, article_id: int) -> list[Placed]:
        return self._near[article_id]

    def expect(self, article_ids: Sequence[int]) -> None:
        """All is at hand."""

    def membership(self, article_id: int) -> Membership | None:
        return None

    def stories(self, threshold: float) -> list[int]:
        """The story of each article, with another threshold than the one in force."""
        kept, formation.THRESHOLD = formation.THRESHOLD, threshold
        try:
            found = form(self, self._placed)
        finally:
            formation.THRESHOLD = kept
        gatherings: dict[int, list[Placed]] = defaultdict(list)
        for key, each in found.items():
            gatherings[each.first_article_id].append(self._placed[key])
        story = {
            article.article_id: articles[0].article_id
            for gathering in gatherings.values()
            for articles in part(gathering)
            for article in articles
        }
        return [story[key] for key in self._placed]


def _read(key: int, document: Document) -> LinkedArticle:
    """The article as the link stage would read it from the database."""
    layout = lay_out(document)
    published = layout.published
    at = published.at if published else None
    return LinkedArticle(
        article_id=key,
        text=document.text,
        headline=layout.headline.text if isinstance(layout.headline, Span) else layout.headline,
        published_at=at,
        precision=published.precision if published else None,
        outlet_id=None,
        url=layout.url,
        path="",
        file_id=key,
        position=0,
        priority=priority_of(at, sha256(document.text.encode()).hexdigest()),
        is_annotated=True,
        prose=tuple((each.start_char, each.end_char) for each in layout.paragraphs if each.role.is_prose),
        block_quotations=(),
    )


def main() -> None:
    root = Path(os.environ["NEWSTRACE_EVENTS"])
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    for name, read in CORPORA.items():
        if wanted not in name:
            continue
        articles = list(read(root))
        archive, gold = Archive(articles), [each.event for each in articles]
        print(f"{name}: {len(articles)} articles, {len(set(gold))} events")
        for threshold in (0.14, 0.16, 0.18, 0.2, 0.22):
            score = b_cubed(archive.stories(threshold), gold)
            mark = " <- in force" if threshold == formation.THRESHOLD else ""
            print(f"  {threshold:.2f} B3 P {score.precision:.3f} R {score.recall:.3f} F {score.f:.3f}{mark}")


if __name__ == "__main__":
    main()
