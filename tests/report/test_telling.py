"""A story of one article, told: numbers and verbs agree, and an article is not said to come from itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from etl.report.story import Card, Claim, Near, Number, Origin, Printing, Source, Speaker, Step, Story, Toll
from etl.report.telling import describe_support, name_articles, tell_story

_CARD = Card(
    article_id=7,
    headline="Mayor resigns",
    outlet="Gazette",
    published_at=None,
    published_precision=None,
    url=None,
    path="/news/mayor.txt",
    words=40,
    quoted_words=5,
    reused_words=0,
    attributed_words=10,
    own_words=25,
    originality=None,
    attributions=3,
    anonymous=1,
    hours_after_first=None,
    is_exact=None,
    text="Mayor resigns",
)
_STORY = Story(
    story_id=7,
    title="Mayor resigns",
    articles=1,
    outlets=1,
    first_published_at=None,
    undated_articles=1,
    claim_count=0,
    quote_count=0,
    cards=(_CARD,),
    origins=(Origin("Gazette", 7, True, 1, "no credit and no shared words lead further back"),),
    claims=(),
    quotes=(),
    steps=(),
    passages=(),
    numbers=(),
    speakers=(),
)


def _told(story: Story) -> list[str]:
    return [item.text for section in tell_story(story) for item in section.items]


def test_an_article_alone_is_not_said_to_trace_to_itself() -> None:
    told = _told(_STORY)
    assert "No origin is known but the article itself." in told
    assert "One of the 3 statements that the article attributes has an unnamed source." in told


def test_one_statement_is_not_counted_among_the_one() -> None:
    assert "The article attributes one statement, to an unnamed source." in _told(
        replace(_STORY, cards=(replace(_CARD, attributions=1),))
    )


def test_one_of_several_articles_traces() -> None:
    outside = Origin("Coast Wire", None, False, 1, "credits Coast Wire")
    story = replace(_STORY, articles=3, origins=(outside, Origin("Gazette", 7, True, 2, "")))
    told = _told(story)
    assert "One of three articles traces to Coast Wire, which is not among the loaded articles." in told
    assert "Two of three articles trace to Gazette [7]." in told


def test_a_document_is_not_told_as_somebody() -> None:
    names = {"document": "“the indictment”", "unknown": None}
    speakers = tuple(Speaker(None, name, kind, 1, 9, Decimal("0.5"), 1) for kind, name in names.items())
    told = _told(replace(_STORY, speakers=speakers))
    assert (
        "A document that could not be resolved (“the indictment”) is quoted in one article: 9 words, "
        "50% of all that is quoted." in told
    )
    assert "Somebody who could not be resolved is quoted in one article: 9 words, 50% of all that is quoted." in told


def test_who_stands_behind_a_claim_is_told_before_the_outlets_that_know_it_themselves() -> None:
    sources = (
        Source(1, "Gazette", "outlet", "Gazette"),
        Source(1, "The indictment", "document", "Courier"),
        Source(1, "Courier", "outlet", "Courier"),
        Source(1, "Ana Roy", "person", None),
    )
    told = describe_support(_STORY, replace(_claim(1, (7,)), articles=2, independent_sources=4, sources=sources))
    assert told.endswith(
        "resting on four independent sources: the indictment (through Courier), Ana Roy and the reporting of Gazette "
        "and Courier."
    )


def test_evidence_names_the_articles() -> None:
    assert name_articles(_STORY, "article 7 credits article 8") == "Gazette [7] credits article 8"


def test_numbers_that_count_several_things_say_what() -> None:
    numbers = tuple(
        Number(1, "The quake was felt", None, 1, counted, value, 1, 7)
        for counted, value in (("person", "170,000"), ("house", "90"))
    )
    told = _told(replace(_STORY, numbers=(numbers,)))
    assert "The quake was felt. The numbers differ: 170,000 (person; Gazette [7]) and 90 (house; Gazette [7])." in told


def test_who_says_the_opposite_is_told() -> None:
    claim = _claim(1, (7,))
    denial = replace(
        claim.printings[0],
        statement="[The mayor] will stay",
        voice="attributed",
        asserted_by="A clerk",
        stance="contradicts",
    )
    told = _told(replace(_STORY, claims=(replace(claim, printings=(denial,)),)))
    assert "Claim 1 is made. Gazette [7] has it otherwise on the word of a clerk: “[The mayor] will stay”." in told


def test_what_comes_near_is_not_told_as_left_out_and_the_view_is_named() -> None:
    cards = tuple(replace(_CARD, article_id=key) for key in (7, 8, 9))
    near = {(1, 9): Near(1, 9, 0, 5, "Mayor")}
    story = replace(_STORY, articles=3, cards=cards, claims=(_claim(1, (7, 8)), _claim(2, (7, 8))), near=near)
    told = _told(story)
    assert "Gazette [9] leaves out one claim that others share:" in told
    assert "What an article may tell in other words is not listed here: newstrace report near_claims --story 7" in told


def test_tolls_are_told_in_the_order_in_which_they_came() -> None:
    other = replace(_CARD, article_id=8, outlet="Courier")
    tolls = (Toll("killed", "At least 17", 7, 0, 11), Toll("killed", "24", 8, 5, 7))
    told = _told(replace(_STORY, articles=2, cards=(_CARD, other), tolls=(tolls,)))
    assert "How many were killed differs, or changed: at least 17 (Gazette [7]) and 24 (Courier [8])." in told


def _claim(claim_id: int, article_ids: Sequence[int], **more: bool) -> Claim:
    printings = tuple(
        Printing(claim_id, article_id, 0, 5, "Mayor", "Mayor", "author", "Gazette", False, "agrees")
        for article_id in article_ids
    )
    number = len(printings)
    return Claim(claim_id, f"Claim {claim_id} is made", number, number, 1, 0.5, printings, (), **more)


def test_a_large_story_is_told_in_brief_and_says_where_the_rest_is() -> None:
    """Sixty articles that share words with one another made three thousand lines."""
    cards = tuple(replace(_CARD, article_id=key, outlet=f"Paper {key}") for key in range(1, 61))
    keys = [card.article_id for card in cards]
    claims = tuple(_claim(number, keys[number:]) for number in range(1, 30))
    alone = tuple(_claim(100 + key, [key]) for key in keys)
    steps = tuple(Step(key, other, None, "wasDerivedFrom", "shares words") for key in keys for other in keys[:9])
    tolls = (tuple(Toll("killed", str(key % 3), key, 0, 1) for key in keys),)
    story = replace(_STORY, articles=62, cards=cards, claims=claims + alone, steps=steps, tolls=tolls)
    sections = {section.heading: section.items for section in tell_story(story)}
    assert all(len(items) <= 13 for items in sections.values())
    assert sections["The articles"][-1].text == "and 50 more articles: newstrace report articles --story 7"
    assert sections["Who took it from whom"][-1].text == (
        "and 528 more steps: newstrace report article_lineage --story 7"
    )
    assert sections["What was left out"][-1].text.endswith("newstrace report story_omissions --story 7")
    assert sections["What only one had"][-1].text == "and 48 more articles: newstrace report exclusive_claims --story 7"
    (toll,) = sections["What differs"]
    assert toll.text.count("14 more") == 3
    assert sections["What was left out"][1].details[0].endswith("and 52 more]")
