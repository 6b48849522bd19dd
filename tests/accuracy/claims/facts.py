"""Facts that two or more of three papers tell of one event, and which of them end as one claim.

``facts.tsv`` has them for 16 events of BASIL (https://github.com/launchnlp/BASIL, ``articles/``), whose texts belong to
their papers: it gives ranges in the bodies (paragraphs joined by an empty line) and says each fact in words of ours.
One reader marked eight events, another eight; neither knew what newstrace finds. A fact is what a fact-checker would
take for one claim, told in any words and by anybody. ``choice`` served to weigh the evidence, ``kept`` did not.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

_FACTS = Path(__file__).with_name("facts.tsv")


@dataclass(frozen=True)
class Place:
    """A range in the body of an article."""

    article: str
    start: int
    end: int


@dataclass
class Fact:
    event: str
    words: str
    kind: str
    places: list[Place] = field(default_factory=list)


@dataclass(frozen=True)
class Printing:
    """A printing of a claim, its range that in the body."""

    article: str
    claim_id: int
    start: int
    end: int
    text: str

    def carries(self, place: Place) -> bool:
        """Whether half of the shorter range lies in the other."""
        overlap = min(self.end, place.end) - max(self.start, place.start)
        return overlap > 0 and 2 * overlap >= min(self.end - self.start, place.end - place.start)


@dataclass(frozen=True)
class Scores:
    """``told``: facts with two articles that tell them; ``extracted``: those of which both articles have a claim;
    ``found``: those with one claim in both. ``right`` and ``wrong``: pairs of printings that are one claim."""

    told: int
    extracted: int
    found: int
    right: int
    wrong: tuple[tuple[Printing, Printing], ...]

    @property
    def recall(self) -> float:
        return self.found / self.told

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.wrong))

    def __str__(self) -> str:
        return (
            f"{self.told} facts of two articles, {self.extracted} extracted from both, {self.found} one claim: "
            f"recall {self.recall:.3f}, precision {self.precision:.3f} ({self.right} of {self.right + len(self.wrong)})"
        )


def read_facts(half: str) -> list[Fact]:
    """The facts of ``choice`` or ``kept``."""
    facts: dict[tuple[str, str], Fact] = {}
    with _FACTS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["set"] == half:
                fact = facts.setdefault((row["event"], row["fact"]), Fact(row["event"], row["fact"], row["kind"]))
                fact.places.append(Place(row["article"], int(row["start"]), int(row["end"])))
    return list(facts.values())


def read_articles(root: Path, facts: Iterable[Fact]) -> dict[str, dict[str, str]]:
    """The articles of the facts' events, as records that ``newstrace run`` reads, by key."""
    events = {fact.event for fact in facts}
    found = {}
    for path in sorted(root.glob("basil/articles/*/*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        if record["triplet-uuid"] in events:
            found[record["uuid"]] = {
                "title": record["title"],
                "url": record["url"],
                "publish_date": record["date"][:10],
                "text": "\n\n".join(" ".join(sentences) for sentences in record["body-paragraphs"]),
            }
    return found


def score(facts: list[Fact], printings: Iterable[Printing]) -> Scores:
    """How many facts are one claim in both of two articles, and how many pairs of one claim tell one fact."""
    by_article: dict[str, list[Printing]] = defaultdict(list)
    for printing in printings:
        by_article[printing.article].append(printing)
    told: dict[Printing, set[int]] = defaultdict(set)
    units = []
    for number, fact in enumerate(facts):
        carrying = {
            place.article: {p for p in by_article[place.article] if any(map(p.carries, _in(fact, place.article)))}
            for place in fact.places
        }
        for found in carrying.values():
            for printing in found:
                told[printing].add(number)
        units += [(number, one, two, bool(carrying[one] and carrying[two])) for one, two in combinations(carrying, 2)]
    found_units: set[tuple[int, frozenset[str]]] = set()
    right, wrong = 0, []
    for one, two in _pairs(facts, by_article):
        common = told[one] & told[two]
        found_units |= {(number, frozenset((one.article, two.article))) for number in common}
        right += bool(common)
        if not common:
            wrong.append((one, two))
    found = sum((number, frozenset((one, two))) in found_units for number, one, two, _ in units)
    return Scores(len(units), sum(unit[3] for unit in units), found, right, tuple(wrong))


def _in(fact: Fact, article: str) -> list[Place]:
    return [place for place in fact.places if place.article == article]


def _pairs(facts: list[Fact], by_article: dict[str, list[Printing]]) -> Iterator[tuple[Printing, Printing]]:
    """Printings of one claim in two articles of one event."""
    events: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        events[fact.event].update(place.article for place in fact.places)
    for articles in events.values():
        for first, second in combinations(sorted(articles), 2):
            for one in by_article[first]:
                yield from ((one, two) for two in by_article[second] if one.claim_id == two.claim_id)
