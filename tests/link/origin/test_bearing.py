"""Whose an article is that credits another outlet somewhere: worked out on paper first."""

from __future__ import annotations

import pytest

from etl.link.link import link_pending
from etl.records import AnonymousSource, AttributionType, CitationKind, SourceKind
from tests.link.newsroom import Claim, Copy, Credit, Name, Newsroom, Said

OPENING = "The dam above Korsvik broke on Tuesday night and flooded the lower half of the town"
NIGHT = "Rescuers searched the houses along the river until the morning"
SCHOOL = "Three hundred homeless sleep in the school of Vallby"

AP = "Associated Press"
ORIGINS = "select origin from report.story_origins"
BEHIND = (
    "select o.text, e.source from news.claim_origins as e join news.claim_occurrences as o using (claim_occurrence_id) "
    "order by o.start_char"
)


def dam(*paragraphs: str, mark: str, kind: CitationKind = CitationKind.WIRE) -> Copy:
    text = "\n".join(paragraphs)
    claims = [Claim(words, subject="somebody", predicate="do") for words in (OPENING, NIGHT, SCHOOL)]
    return Copy(text, outlet="Daily North", claims=claims, credits=[Credit(mark, "AP", kind)])


def test_an_agencys_mark_under_one_paragraph_speaks_of_that_paragraph(newsroom: Newsroom) -> None:
    newsroom.put(dam(f"{OPENING}.", f"{NIGHT}. (AP)", f"{SCHOOL}.", mark="(AP)"))
    link_pending(newsroom.connection)
    assert newsroom.rows(ORIGINS) == [("Daily North",)]
    assert newsroom.rows(BEHIND) == [(OPENING, "Daily North"), (NIGHT, AP), (SCHOOL, "Daily North")]
    assert newsroom.rows(
        "select outlets.name from news.derivations join news.outlets on outlet_id = source_outlet_id"
    ) == [(AP,)]


@pytest.mark.parametrize(
    "paragraphs",
    [
        (f"KORSVIK (AP) — {OPENING}.", f"{NIGHT}.", f"{SCHOOL}."),
        (f"{OPENING}.", f"{NIGHT}.", f"{SCHOOL}. (AP)"),
    ],
    ids=["in the dateline", "under the last paragraph"],
)
def test_an_agencys_mark_at_either_end_speaks_of_the_article(newsroom: Newsroom, paragraphs: tuple[str, ...]) -> None:
    newsroom.put(dam(*paragraphs, mark="(AP)"))
    link_pending(newsroom.connection)
    assert newsroom.rows(ORIGINS) == [(AP,)]
    assert {source for _, source in newsroom.rows(BEHIND)} == {AP}


def test_an_agency_beside_the_papers_own_reporter_has_a_part_only(newsroom: Newsroom) -> None:
    newsroom.put(dam("By Ada Roe and AP", f"{OPENING}.", f"{NIGHT}.", f"{SCHOOL}.", mark="AP"))
    link_pending(newsroom.connection)
    assert newsroom.rows(ORIGINS) == [("Daily North",)]


LOAN = "The foundry seeks a loan of five billion crowns to buy its rival"
PRICE = "it offers 61 crowns a share"
FIRST = "The Valley Echo first reported the talks"
BANKERS = AnonymousSource(2, "banker", None)


def scoop(text: str, *, is_told: bool = True) -> Copy:
    """A paper that has it from bankers of its own, and says who was first."""
    told = {"addressee": "the Daily North", "addressee_kind": SourceKind.OUTLET} if is_told else {}
    anonymous = {"kind": SourceKind.ANONYMOUS, "anonymous": BANKERS, "type": AttributionType.INDIRECT}
    return Copy(
        text,
        outlet="Daily North",
        said=[
            Said(LOAN, "two bankers", **anonymous, **told),  # type: ignore[arg-type]
            Said(PRICE, "The bankers", **anonymous),  # type: ignore[arg-type]
        ],
        claims=[
            Claim(LOAN, said=1, subject="The foundry", predicate="seek"),
            Claim(PRICE, said=2, subject="it", predicate="offer"),
        ],
        credits=[Credit("Valley Echo", "Valley Echo")],
    )


def test_who_was_first_is_not_the_origin_of_what_a_paper_heard_itself(newsroom: Newsroom) -> None:
    text = f"{LOAN}, two bankers told the Daily North. The bankers said that {PRICE}. {FIRST} on Monday."
    newsroom.put(scoop(text))
    link_pending(newsroom.connection)
    assert newsroom.rows(ORIGINS) == [("Daily North",)]
    origins = newsroom.rows(
        "select distinct name from news.claim_origins join news.outlets on outlet_id = origin_outlet_id"
    )
    assert origins == [("Daily North",)]
    assert newsroom.rows("select prov_type from news.derivations") == [("hadPrimarySource",)]


def test_who_was_first_is_the_origin_where_the_paper_opens_with_it(newsroom: Newsroom) -> None:
    text = f"{FIRST} on Monday. {LOAN}, two bankers said. The bankers said that {PRICE}."
    newsroom.put(scoop(text, is_told=False))
    link_pending(newsroom.connection)
    assert newsroom.rows(ORIGINS) == [("Valley Echo",)]


def test_words_that_were_told_to_another_paper_are_from_there(newsroom: Newsroom) -> None:
    sentences = [f"{OPENING}.", f"{NIGHT}.", f"{SCHOOL}.", "The mayor was away."]
    telling = "“I heard it before I saw it,” Ida Brask told AP."
    newsroom.put(
        Copy(
            " ".join([*sentences, telling]),
            outlet="Daily North",
            names=[Name("Ida Brask")],
            said=[
                Said(
                    "“I heard it before I saw it,”",
                    "Ida Brask",
                    speaker="Ida Brask",
                    addressee="AP",
                    addressee_kind=SourceKind.OUTLET,
                )
            ],
            credits=[Credit("AP", "AP", CitationKind.ADDRESSEE)],
        )
    )
    link_pending(newsroom.connection)
    assert newsroom.rows("select evidence from news.derivations") == [(f"credits {AP} once: “{telling}”",)]
    assert newsroom.rows(ORIGINS) == [("Daily North",)]


def test_what_an_article_adds_to_what_it_credits_is_its_own(newsroom: Newsroom) -> None:
    """The agency's article is loaded and says nothing of the factory: the paper has that of its own."""
    factory = "The flooded foundry employs 2,300 people from four villages"
    newsroom.put(
        Copy(f"{OPENING}. {NIGHT}.", outlet="Valley Echo", published="2024-03-05"),
        Copy(
            f"{OPENING}, the Valley Echo reported. {NIGHT}, the Valley Echo said. {factory}.",
            outlet="Daily North",
            published="2024-03-06",
            claims=[
                Claim(NIGHT, subject="Rescuers", predicate="search"),
                Claim(factory, subject="The flooded foundry", predicate="employ"),
            ],
            credits=[Credit("the Valley Echo reported", "Valley Echo"), Credit("the Valley Echo said", "Valley Echo")],
        ),
    )
    link_pending(newsroom.connection)
    assert newsroom.rows(BEHIND) == [(NIGHT, "Valley Echo"), (factory, "Daily North")]


def test_what_a_paper_has_from_a_third_goes_back_to_the_third(newsroom: Newsroom) -> None:
    """The Daily North has the grand jury from the Valley Echo, which nobody loaded, and all else itself."""
    jury = "A grand jury in Vallby is looking into the land deals of Senator Roy Calloway"
    sale = "The senator sold 310 acres for four million, according to a filing"
    newsroom.put(
        Copy(
            f"{sale}. It was in March. He paid no tax. {jury}, the Valley Echo reported.",
            outlet="Daily North",
            said=[
                Said("The senator sold 310 acres for four million", "a filing", SourceKind.DOCUMENT),
                Said(jury, "the Valley Echo", SourceKind.OUTLET, type=AttributionType.INDIRECT),
            ],
            claims=[Claim(jury, said=2, subject="A grand jury", predicate="look")],
            credits=[Credit("Valley Echo", "Valley Echo")],
        ),
        Copy(
            f"{jury}, according to the Daily North. It rained.",
            outlet="Southern Star",
            said=[Said(jury, "the Daily North", SourceKind.OUTLET, type=AttributionType.INDIRECT)],
            claims=[Claim(jury, said=1, subject="A grand jury", predicate="look")],
            credits=[Credit("Daily North", "Daily North")],
        ),
    )
    link_pending(newsroom.connection)
    assert newsroom.rows("select source, occurrences from news.claim_sources") == [("Valley Echo", 2)]


POLL = "The Echo reported that younger voters and Latino voters had helped Sanders most"
CAUCUS = "Bernie Sanders won the caucuses in Nevada on Saturday"


@pytest.mark.parametrize(
    ("opening", "credited", "origin"),
    [
        (CAUCUS, POLL, "Daily North"),
        (CAUCUS, "The Echo reported that Sanders had won the caucuses with ease", "The Echo"),
        (CAUCUS, "The Echo first reported it", "The Echo"),
        ("So much for that", POLL, "The Echo"),
        ("Reports say that Sanders has won in Nevada", POLL, "The Echo"),
        (POLL, CAUCUS, "The Echo"),
    ],
    ids=["a matter beside it", "the same", "a bare credit", "an opening without news", "hearsay", "credited at once"],
)
def test_one_credit_behind_the_opening_bears_what_it_speaks_of(
    newsroom: Newsroom, opening: str, credited: str, origin: str
) -> None:
    text = f"{opening}. {credited}. The count goes on in the towns of the north."
    newsroom.put(Copy(text, outlet="Daily North", credits=[Credit("The Echo", "The Echo", CitationKind.CREDIT)]))
    link_pending(newsroom.connection)
    assert newsroom.rows(ORIGINS) == [(origin,)]
