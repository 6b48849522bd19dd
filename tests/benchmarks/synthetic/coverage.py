"""The articles about an event: reports of their own, wire copy, rewording with credit, revisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum, auto
from random import Random

from etl.records import (
    Article,
    AttributionType,
    CitationKind,
    Document,
    EntityLabel,
    ParagraphRole,
    SourceKind,
    SpanRole,
    SuppliedMetadata,
)
from tests.benchmarks.synthetic.event import Event, Fact, Utterance, make_event
from tests.benchmarks.synthetic.page import Page
from tests.benchmarks.synthetic.vocabulary import everyday, make_phrase, make_sentence

FIRST_DAY = datetime(2015, 1, 1, tzinfo=UTC)
AGENCIES = ("Reuters", "Associated Press", "Agence France-Presse")


class Way(Enum):
    """How an article came about."""

    OWN = auto()  # the outlet's own reporting
    WIRE = auto()  # an agency's copy, nearly word for word
    REWRITE = auto()  # another outlet's report in other words, with credit
    REVISION = auto()  # a later version of the outlet's own article


@dataclass(frozen=True, slots=True)
class Telling:
    """What an article tells, and in what wording: a choice of the event's facts and utterances."""

    facts: tuple[tuple[Fact, int, str], ...]  # with the number of the wording, and what else is said of the place
    utterances: tuple[tuple[Utterance, int], ...]  # with the number of sentences kept
    fillers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A document and what the transform stage would make of it."""

    document: Document
    article: Article
    story: int


def make_coverage(outlets: Sequence[str], *, seed: int = 1, per_day: int = 400) -> Iterator[Made]:
    """Articles without end, in order of the events; the n-th is the same however many are taken.

    ``per_day``: articles that are published in a day, on average.
    """
    story = made = 0
    while True:
        random = Random(f"{seed}-{story}")
        event = make_event(random, made // per_day)
        for article in _cover(random, event, story, outlets):
            made += 1
            yield article
        story += 1


def _cover(random: Random, event: Event, story: int, outlets: Sequence[str]) -> Iterator[Made]:
    begins = FIRST_DAY + timedelta(days=event.day, minutes=random.randrange(24 * 60))
    wire, agency = _tell(random, event), random.choice(AGENCIES)
    earlier: list[tuple[str, Telling, str]] = []
    for place in range(event.weight):
        outlet = random.choice(outlets)
        way = random.choices(list(Way), (6, 3, 2, 1))[0] if place else Way.OWN
        at = begins + timedelta(minutes=int(random.expovariate(1 / 600)) if place else 0)
        telling, credited, url = _tell(random, event), None, f"https://{_host(outlet)}/{story}/{place}"
        if way is Way.WIRE:
            telling = _trim(random, wire)
        elif way is Way.REWRITE:
            credited, telling, _ = random.choice(earlier)
            telling = _reword(random, telling)
        elif way is Way.REVISION:
            outlet, telling, url = random.choice(earlier)
            telling = _extend(random, telling, event)
        earlier.append((outlet, telling, url))
        text, article = _write(random, event, telling, outlet, url, at, credited, agency if way is Way.WIRE else None)
        supplied = SuppliedMetadata(url=url, outlet=outlet, published_at=at.isoformat(), language="en")
        yield Made(Document(text, reader="synthetic/1", metadata=supplied), article, story)


def _host(outlet: str) -> str:
    return "".join(letter for letter in outlet.lower() if letter.isalnum()) + ".example"


def _tell(random: Random, event: Event) -> Telling:
    facts = random.sample(event.facts, random.randint(7, 13))
    utterances = random.sample(event.utterances, random.randint(1, 4))
    return Telling(
        tuple(_word(random, event, fact) for fact in facts),
        tuple((each, random.randint(1, len(each.sentences))) for each in utterances),
        tuple(_filler(random, event) for _ in range(random.randint(6, 18))),
    )


def _word(random: Random, event: Event, fact: Fact) -> tuple[Fact, int, str]:
    return fact, random.randrange(3), make_phrase(random, event.lexicon)


def _trim(random: Random, telling: Telling) -> Telling:
    """Wire copy loses its end."""
    return Telling(telling.facts[: random.randint(5, 13)], telling.utterances, telling.fillers[: random.randint(3, 12)])


def _reword(random: Random, telling: Telling) -> Telling:
    facts = [(fact, (wording + 1) % 3, more) for fact, wording, more in telling.facts if random.random() < 0.7]
    kept = [(each, random.randint(1, number)) for each, number in telling.utterances]
    return Telling(tuple(facts), tuple(kept), telling.fillers[:1])


def _extend(random: Random, telling: Telling, event: Event) -> Telling:
    more = tuple(_word(random, event, fact) for fact in random.sample(event.facts, 2))
    return Telling(telling.facts + more, telling.utterances, (*telling.fillers, _filler(random, event)))


def _filler(random: Random, event: Event) -> str:
    lexicon = event.lexicon if random.random() < 0.5 else everyday()
    subject = random.choice(("", "", f"the {random.choice(event.lexicon.nouns)} of {event.place}"))
    return f"{make_sentence(random, lexicon, subject)}."


def _write(
    random: Random,
    event: Event,
    telling: Telling,
    outlet: str,
    url: str,
    at: datetime,
    credited: str | None,
    agency: str | None,
) -> tuple[str, Article]:
    page = Page()
    lead = telling.facts[0][0] if telling.facts else event.facts[0]
    page.headline(f"{lead.subject} {lead.verb[1]} {lead.thing} in {event.place}")
    if agency is not None:
        start = page.begin()
        page.write(f"{event.place.upper()} (")
        page.citation(agency, CitationKind.WIRE)
        page.write(")")
        page.end_paragraph(start, ParagraphRole.DATELINE)
    utterances, fillers = list(telling.utterances), list(telling.fillers)
    for place, (fact, wording, more) in enumerate(telling.facts):
        start = page.begin()
        _write_fact(page, fact, wording, more, credited if place < 2 else None)
        if fillers:
            page.write(" ")
            _write_filler(page, fillers.pop(0))
        page.end_paragraph(start)
        if utterances:
            start = page.begin()
            _write_utterance(page, *utterances.pop(0), credited)
            page.end_paragraph(start)
    for filler in fillers:
        start = page.begin()
        _write_filler(page, filler)
        page.end_paragraph(start)
    return page.finish(url=url, outlet=outlet, published_at=at)


def _write_fact(page: Page, fact: Fact, wording: int, more: str, credited: str | None) -> None:
    start = page.begin()
    if wording == 2:
        page.write("In ")
        page.name(fact.place, EntityLabel.GPE)
        page.write(", ")
    subject = page.name(fact.subject, EntityLabel.ORG if fact.is_organization else EntityLabel.PERSON)
    page.write((" ", " has ", " on Monday ")[wording] + f"{fact.verb[1]} the {fact.thing} near {more}, with ")
    is_approximate = wording == 1
    number = fact.number if not is_approximate else round(fact.number, -1) or fact.number
    page.write("about " if is_approximate else "")
    page.figure(page.write(f"{number:,}"), number, fact.counted, is_approximate=is_approximate)
    page.write(f" {fact.counted} affected")
    if wording != 2:
        page.write(" in ")
        page.name(fact.place, EntityLabel.GPE)
    claim = page.span(start)
    if credited is not None:
        page.write(", ")
        page.citation(credited, CitationKind.CREDIT)
        page.write(" reported")
    page.write(".")
    page.claim(claim, page.end_sentence(start), subject=subject, predicate=fact.verb[0], thing=fact.thing)


def _write_utterance(page: Page, utterance: Utterance, kept: int, credited: str | None) -> None:
    start = page.begin()
    page.write("“")
    content = page.write(". ".join(utterance.sentences[:kept]))
    page.write(",” ")
    if utterance.name:
        begins = page.begin()
        speaker: int | None = page.name(utterance.name, EntityLabel.PERSON)
        page.write(f", the {utterance.role}")
        source = page.span(begins)
    else:
        speaker, source = None, page.write(f"a senior {utterance.role}")
    page.write(", ")
    parts = [(SpanRole.CONTENT, content), (SpanRole.SOURCE, source)]
    addressee = credited
    if credited is not None:
        parts.append((SpanRole.CUE, page.write("told")))
        page.write(" ")
        parts.append((SpanRole.ADDRESSEE, page.citation(credited, CitationKind.ADDRESSEE)))
    elif kept == len(utterance.sentences):
        addressee = "us"
        parts.append((SpanRole.CUE, page.write("told")))
        page.write(" ")
        parts.append((SpanRole.ADDRESSEE, page.write("us")))
    else:
        parts.append((SpanRole.CUE, page.write("said")))
    page.write(".")
    page.end_sentence(start)
    page.attribution(
        parts,
        kind=AttributionType.DIRECT,
        speaker=speaker,
        source=SourceKind.PERSON if speaker else SourceKind.ANONYMOUS,
        addressee=addressee,
        role=utterance.role,
    )


def _write_filler(page: Page, filler: str) -> None:
    start = page.begin()
    page.write(filler)
    page.end_sentence(start)
