"""Facts that two or more of three papers tell of one event, and which of them end as one claim.

``facts.tsv`` says each fact in words of ours and gives ranges in the bodies (paragraphs joined by an empty line), for
the texts belong to their papers. A fact is what a fact-checker would take for one claim, in any words and by anybody.

- ``choice``, ``kept``: politics, 16 events of BASIL (https://github.com/launchnlp/BASIL, ``articles/``), half each.
  ``choice`` served to weigh the evidence, ``kept`` did not.
- ``other-choice``, ``other-kept``: other news, ten events of ECB+ (``ECB+/`` of https://github.com/cltl/ECB-parser),
  half each: a quake, two deaths on a mountain, a bombed camp, a trial, a fatal crash, a bout, a coach dismissed, a part
  cast, a takeover, a flaw in a browser. All are of topics that served to choose the stories. ``typesetting.py`` makes
  the texts. ``other-choice`` may be looked at; ``other-kept`` is only scored.

Three readers marked them; none knew what newstrace finds.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

from tests.accuracy.claims.typesetting import typeset

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
    """The facts of one half: see above."""
    facts: dict[tuple[str, str], Fact] = {}
    with _FACTS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["set"] == half:
                fact = facts.setdefault((row["event"], row["fact"]), Fact(row["event"], row["fact"], row["kind"]))
                fact.places.append(Place(row["article"], int(row["start"]), int(row["end"])))
    return list(facts.values())


def read_articles(root: Path, facts: Iterable[Fact]) -> dict[str, dict[str, str]]:
    """The articles that tell the facts, as records that ``newstrace run`` reads, by key.

    Of ECB+ an address is given where there is one; a date and a headline are left to the layout stage, as in the
    scorer of stories.
    """
    told = {(fact.event, place.article) for fact in facts for place in fact.places}
    keys = {key for _, key in told}
    found = {}
    for path in sorted(root.glob("basil/articles/*/*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        # One key of BASIL stands for articles of four events.
        if (record["triplet-uuid"], record["uuid"]) in told:
            found[record["uuid"]] = {
                "title": record["title"],
                "url": record["url"],
                "publish_date": record["date"][:10],
                "text": "\n\n".join(" ".join(sentences) for sentences in record["body-paragraphs"]),
            }
    for path in sorted(root.glob("ECB+/*/*.xml")):
        if path.stem in keys:
            found[path.stem] = _from_ecb(path)
    return found


def _from_ecb(path: Path) -> dict[str, str]:
    sentences: dict[str, list[str]] = defaultdict(list)
    for token in ElementTree.parse(path).iter("token"):
        sentences[token.attrib["sentence"]].append(token.text or "")
    first, *others = sentences.values()
    record = {"url": "".join(first)} if first[0].startswith("http") else {}
    record["text"] = typeset(others if record else [first, *others], cuts_hyphens=path.stem.endswith("plus"))
    return record


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


def count_alone(facts: list[Fact], printings: Iterable[Printing], exclusive: Set[int]) -> tuple[int, int]:
    """Of the claims that only one article is said to have: how many there are, and how many tell a fact that another
    article tells as well."""
    articles = {place.article for fact in facts for place in fact.places}
    shared = [fact for fact in facts if len({place.article for place in fact.places}) > 1]
    alone: dict[int, bool] = {}
    for printing in printings:
        if printing.article in articles and printing.claim_id in exclusive:
            tells = any(printing.carries(place) for fact in shared for place in _in(fact, printing.article))
            alone[printing.claim_id] = alone.get(printing.claim_id, False) or tells
    return len(alone), sum(alone.values())


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
