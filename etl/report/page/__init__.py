"""A story as one page: no script, no network, every statement linked to the words that show it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path, PurePath
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from etl.report.differences import tell_differences
from etl.report.page.charts import WORD_KINDS, draw_lineage, draw_timeline, draw_words
from etl.report.page.evidence import Evidence, mark_text
from etl.report.page.wording import compare_wording
from etl.report.story import Card, Claim, Near, Passage, Printing, Quoting, Story
from etl.report.telling import (
    describe_direction,
    describe_step,
    describe_support,
    describe_when,
    name_articles,
    summarize_story,
    tell_story,
)
from etl.report.words import count, in_brief, lower_opening, sentence

_FOLDER = Path(__file__).parent / "template"
_MOST_FACTS = 12
_MOST_ROWS = 60
_MOST_PASSAGES = 20
#: Places that show a claim where another part of the page has them all.
_MOST_LINKS = 6
#: Claims that are listed of those that an article leaves out, and of those that it alone has.
_MOST_MISSING = 6
_MOST_ALONE = 20


def render_page(story: Story) -> str:
    """The page as HTML. All text of articles is escaped; the page's own policy forbids scripts and requests."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=False
    )
    environment.filters |= {"sentence": sentence, "brief": in_brief, "filename": lambda path: PurePath(path).name}
    pointing = _Pointing(story)
    shared_prose = [passage for passage in story.passages if not passage.is_quotation][:_MOST_PASSAGES]
    left_out = list(_left_out(story))
    differences = tell_differences(story)
    return environment.get_template("story.html.j2").render(
        story=story,
        version=version("newstrace"),
        css=Markup((_FOLDER / "story.css").read_text(encoding="utf-8")),
        summary=summarize_story(story),
        telling={section.heading: section.items for section in tell_story(story)},
        parts=list(_parts(story, bool(differences), bool(left_out))),
        most_facts=_MOST_FACTS,
        most_links=_MOST_LINKS,
        most_missing=_MOST_MISSING,
        most_alone=_MOST_ALONE,
        timeline=draw_timeline(story),
        lineage=draw_lineage(story),
        words=draw_words(story),
        word_kinds=WORD_KINDS,
        matrix=_matrix(story),
        shared_prose=shared_prose,
        differences=differences,
        left_out=left_out,
        evidence=pointing.link,
        point=pointing.point,
        text=pointing.text,
        support=lambda claim: describe_support(story, claim),
        direction=lambda passage: _direction(story, passage),
        describe_step=describe_step,
        name_articles=name_articles,
        when=describe_when,
        hours=_hours,
        count=count,
        speaker=_speaker,
        address=_address,
        compare=compare_wording,
    )


class _Pointing:
    """Links into the texts, which stand last on the page, when all that is pointed at is known."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._evidence = Evidence()

    def link(self, article_id: int, start_char: int, end_char: int) -> Markup:
        card = self._story.card.get(article_id)
        if card is None:
            return Markup("<span>[{}]</span>").format(article_id)
        anchor = self._evidence.point_at(article_id, start_char, end_char)
        words = in_brief(card.text[start_char:end_char], 300)
        return Markup('<a class="ev" href="#{}" title="{}" aria-label="{}">[{}]</a>').format(
            anchor, words, f"evidence in {card.name}", article_id
        )

    def point(self, printing: Printing | Near) -> str:
        return self._evidence.point_at(printing.article_id, printing.start_char, printing.end_char)

    def text(self, card: Card) -> Markup:
        return mark_text(card.article_id, card.text, self._evidence.ranges.get(card.article_id, ()))


@dataclass(frozen=True, slots=True)
class _Cell:
    """How one article carries one claim, or what it tells that comes near."""

    printing: Printing | Near
    sign: str
    meaning: str


_SIGNS = {"contradicts": ("≠", "says the opposite"), "differs_in_number": ("≈", "has another number")}


def _matrix(story: Story) -> list[tuple[Claim, list[_Cell | None]]]:
    return [
        (claim, [_cell(story, claim, card.article_id) for card in story.cards])
        for claim in story.shared_claims[:_MOST_ROWS]
    ]


def _cell(story: Story, claim: Claim, article_id: int) -> _Cell | None:
    printing = next((each for each in claim.printings if each.article_id == article_id), None)
    if printing is None:
        near = story.near.get((claim.claim_id, article_id))
        return _Cell(near, "○", "may tell it in other words") if near else None
    if printing.stance in _SIGNS:
        return _Cell(printing, *_SIGNS[printing.stance])
    return _Cell(printing, *(("◐", "carries it with a hedge") if printing.is_hedged else ("●", "carries it")))


def _left_out(story: Story) -> Iterator[tuple[Card, tuple[Claim, ...], tuple[Claim, ...]]]:
    if story.articles < 2:
        return
    for card in story.cards:
        missing, alone = story.omissions(card.article_id), story.exclusives(card.article_id)
        if missing or alone:
            yield card, missing, alone


def _parts(story: Story, differs: bool, left_out: bool) -> Iterator[tuple[str, str]]:
    present = (
        ("happened", "What happened", story.shared_claims),
        ("when", "Who had it when", True),
        ("lineage", "Who got it from whom", story.steps or story.passages),
        ("matrix", "Claims and articles", story.shared_claims),
        ("quotes", "Quotes", story.quotes),
        ("speakers", "Who speaks", story.speakers),
        ("differs", "What differs", differs),
        ("omissions", "What was left out", left_out),
        ("texts", "The articles", True),
    )
    return ((id_, heading) for id_, heading, is_there in present if is_there)


def _direction(story: Story, passage: Passage) -> str:
    return describe_direction(passage.direction, story.name(passage.article_id), story.name(passage.other_article_id))


def _hours(card: Card) -> str:
    if card.hours_after_first is None:
        return "–"
    return f"{card.hours_after_first:.1f}" if card.is_exact else f"about {card.hours_after_first:.0f}"


def _speaker(printing: Quoting) -> str:
    return printing.speaker or lower_opening(printing.source_as_written or "nobody named")


def _address(card: Card) -> str | None:
    """The article's address, if a browser may follow it."""
    return card.url if card.url and urlsplit(card.url).scheme in ("http", "https") else None
