"""Five outlets or one scoop five times: the question that the program is for, worked out on paper first."""

from __future__ import annotations

import itertools

import pytest

from etl.link.link import link_pending
from etl.records import AnonymousSource, AttributionType, CitationKind, SourceKind
from etl.report.checks import find_faults
from tests.link.newsroom import Claim, Copy, Credit, Name, Newsroom, Said

# The Valley Echo, which nobody loaded, has a scoop. A reprint says "us"; two papers credit it, one of them its house;
# a fourth prints the unnamed official's words and credits nobody.
OFFICIAL = AnonymousSource(1, "senior official", "water board")
QUOTE = "“We found lead in the water of Eastfield and were told to keep silent until the vote in November,”"
REPRINT = (
    "The water board hid lead in the water of Eastfield for eleven months. "
    f"{QUOTE} a senior official of the water board told us. "
    "The board has spent four million dollars on filters that do not work in the poorer quarters of the town."
)
CREDITING = (
    "The water board hid lead in the water of Eastfield for eleven months, Valley Echo reported on Monday. "
    f"{QUOTE} a senior official told Valley Echo. "
    "The board has spent four million dollars on filters that do not work in the poorer quarters of the town, "
    "Valley Echo added."
)
HOUSE = (
    "Lead in the water of Eastfield was hidden by the water board for eleven months, according to Echo. "
    f"{QUOTE} an official said. Echo says the mayor knew."
)
SILENT = (
    "Parents in Eastfield are angry. The water board hid lead in the water of Eastfield for eleven months. "
    f"{QUOTE} a senior official said."
)
OTHER = (
    "The mayor of Westfield opened a new bridge over the river on Friday. "
    "It cost nine million dollars, the builder said."
)

HID = "The water board hid lead in the water of Eastfield for eleven months"


def official(text: str, source: str, **more: object) -> Said:
    return Said(QUOTE, source, kind=SourceKind.ANONYMOUS, anonymous=OFFICIAL, **more)  # type: ignore[arg-type]


COPIES = {
    "reprint": Copy(
        REPRINT,
        said=[official(REPRINT, "a senior official", addressee="us", addressee_kind=SourceKind.AUTHOR)],
        claims=[Claim(HID, subject="The water board", predicate="hide")],
    ),
    "crediting": Copy(
        CREDITING,
        outlet="Daily North",
        said=[
            Said(HID, "Valley Echo", kind=SourceKind.OUTLET, type=AttributionType.INDIRECT),
            official(CREDITING, "a senior official", addressee="Valley Echo", addressee_kind=SourceKind.OUTLET),
        ],
        claims=[Claim(HID, said=1, subject="The water board", predicate="hide")],
        credits=[
            Credit("Valley Echo", "Valley Echo"),
            Credit("told Valley Echo", "Valley Echo", CitationKind.ADDRESSEE),
            Credit("Valley Echo added", "Valley Echo"),
        ],
    ),
    "house": Copy(
        HOUSE,
        outlet="Southern Star",
        said=[official(HOUSE, "an official")],
        claims=[
            Claim(
                "Lead in the water of Eastfield was hidden by the water board for eleven months",
                subject="Lead in the water of Eastfield",
                predicate="be hidden",
            )
        ],
        credits=[Credit("according to Echo", "Echo"), Credit("Echo says", "Echo")],
    ),
    "silent": Copy(
        SILENT,
        outlet="Eastern Mail",
        said=[official(SILENT, "a senior official")],
        claims=[Claim(HID, subject="The water board", predicate="hide")],
    ),
    "other": Copy(OTHER, outlet="Bridge News"),
}


@pytest.fixture
def archive(newsroom: Newsroom) -> Newsroom:
    """A newsroom whose outlets know that Valley Echo is a section of Echo."""
    newsroom.rows(
        "insert into news.outlets (outlet_id, name, kind, parent_outlet_id) values "
        "(900001, 'Echo', 'newspaper', null), (900002, 'Valley Echo', 'newspaper', 900001) returning outlet_id"
    )
    newsroom.rows(
        "insert into news.outlet_names (name_key, outlet_id, name, kind) values "
        "('echo', 900001, 'Echo', 'name'), ('valley echo', 900002, 'Valley Echo', 'name') returning outlet_id"
    )
    return newsroom


def link(archive: Newsroom, names: tuple[str, ...], *, together: bool) -> dict[int, str]:
    keys: dict[int, str] = {}
    for name in names:
        (key,) = archive.put(COPIES[name])
        keys[key] = name
        if not together:
            link_pending(archive.connection)
    link_pending(archive.connection)
    return keys


ORDERS = list(itertools.permutations(("reprint", "crediting", "house", "silent", "other")))[::23]


@pytest.mark.parametrize("names", ORDERS)
@pytest.mark.parametrize("together", [True, False])
def test_one_scoop_is_one_origin_whatever_the_order(archive: Newsroom, names: tuple[str, ...], together: bool) -> None:
    keys = link(archive, names, together=together)
    rows = archive.rows(
        "select o.name, s.article_id, s.articles_tracing from news.story_origins as s "
        "join news.outlets as o using (outlet_id) where s.articles_tracing > 1"
    )
    assert rows == [("Valley Echo", None, 4)]
    rows = archive.rows(
        "select d.article_id, o.name, d.prov_type from news.derivations as d "
        "join news.outlets as o on o.outlet_id = d.source_outlet_id"
    )
    assert {(keys[article], outlet) for article, outlet, _ in rows} == {
        ("reprint", "Valley Echo"),
        ("crediting", "Valley Echo"),
        ("house", "Valley Echo"),
        ("silent", "Valley Echo"),
    }
    sources = archive.rows(
        "select c.independent_sources, s.source_kind, s.source, s.occurrences from news.claims as c "
        "join news.claim_sources as s using (claim_id)"
    )
    assert sources == [(1, "outlet", "Valley Echo", 4)]


def test_us_is_whom_the_neighbours_credit(archive: Newsroom) -> None:
    keys = link(archive, ("reprint", "crediting", "house"), together=True)
    rows = archive.rows(
        "select a.article_id, o.name from news.attributions as a "
        "join news.outlets as o on o.outlet_id = a.addressee_outlet_id where a.addressee = 'us'"
    )
    assert [(keys[article], name) for article, name in rows] == [("reprint", "Valley Echo")]


def test_us_in_an_article_that_nobody_follows_is_its_own_outlet(archive: Newsroom) -> None:
    text = f"{QUOTE} a senior official told us."
    archive.put(
        Copy(
            text,
            outlet="Daily North",
            said=[official(text, "a senior official", addressee="us", addressee_kind=SourceKind.AUTHOR)],
        )
    )
    link_pending(archive.connection)
    rows = archive.rows("select o.name from news.attributions a join news.outlets o on outlet_id = addressee_outlet_id")
    assert rows == [("Daily North",)]


ROAD = "The northern road will be closed for repairs until the end of the winter"


def test_a_named_speaker_counts_once_and_each_own_voice_as_its_outlet(archive: Newsroom) -> None:
    """Two papers have it from the minister, a third says so itself and shares no words: two sources."""
    for outlet, words in (
        ("Daily North", f"{ROAD}, Minister Ida Brask said on Monday."),
        ("Southern Star", f"Ida Brask announced: {ROAD}, and nobody cheered."),
    ):
        archive.put(
            Copy(
                words,
                outlet=outlet,
                names=[Name("Ida Brask")],
                said=[Said(ROAD, "Ida Brask", speaker="Ida Brask", type=AttributionType.INDIRECT)],
                claims=[Claim(ROAD, said=1, subject="The northern road", predicate="be closed")],
            )
        )
    own = "Until the winter ends the northern road stays closed for repairs"
    archive.put(
        Copy(
            f"{own}. Drivers must go by the coast.",
            outlet="Eastern Mail",
            claims=[Claim(own, subject="the northern road", predicate="stay")],
        )
    )
    link_pending(archive.connection)
    rows = archive.rows(
        "select source_kind, source, occurrences from news.claim_sources order by occurrences desc, source"
    )
    assert rows == [("person", "Ida Brask", 2), ("outlet", "Eastern Mail", 1)]
    assert archive.rows("select distinct independent_sources from news.claims") == [(2,)]


def test_an_unnamed_source_counts_once_for_each_origin_that_speaks_of_it(archive: Newsroom) -> None:
    for outlet, claim, frame in (
        (
            "Daily North",
            "The treasury has hidden two billion crowns of debt from parliament",
            "{}, an official told Daily North under the condition of anonymity on Monday evening.",
        ),
        (
            "Southern Star",
            "From parliament the treasury kept hidden a debt of two billion crowns",
            "Asked by this paper, an official said it plainly last week: {}, and more is to come.",
        ),
    ):
        text = frame.format(claim)
        archive.put(
            Copy(
                text,
                outlet=outlet,
                said=[Said(claim, "an official", kind=SourceKind.ANONYMOUS, type=AttributionType.INDIRECT)],
                claims=[Claim(claim, said=1, subject="the treasury", predicate="hide")],
            )
        )
    link_pending(archive.connection)
    assert archive.rows("select source_kind, source from news.claim_sources order by ordinal") == [
        ("anonymous", "an official"),
        ("anonymous", "an official"),
    ]


def test_a_wire_story_in_three_papers_is_one_source(archive: Newsroom) -> None:
    body = (
        "The dam above Korsvik broke on Tuesday night and flooded the lower half of the town. "
        "Rescuers were still searching the houses along the river when morning came."
    )
    claim = "The dam above Korsvik broke on Tuesday night"
    for outlet in ("Daily North", "Southern Star", "Eastern Mail"):
        archive.put(
            Copy(
                f"KORSVIK (AP) — {body} {outlet} sent no reporter.",
                outlet=outlet,
                claims=[Claim(claim, subject="The dam above Korsvik", predicate="break")],
                credits=[Credit("(AP)", "AP", CitationKind.WIRE)],
            )
        )
    link_pending(archive.connection)
    rows = archive.rows("select source, occurrences from news.claim_sources")
    assert rows == [("Associated Press", 3)]
    types = archive.rows("select distinct prov_type from news.derivations")
    assert types == [("wasDerivedFrom",)]


def test_an_agency_whose_story_is_loaded_is_the_origin_and_does_not_come_from_itself(archive: Newsroom) -> None:
    body = (
        "The dam above Korsvik broke on Tuesday night and flooded the lower half of the town. "
        "“Somebody signed a paper and nobody climbed the wall,” an engineer said. "
        "Rescuers were still searching the houses along the river when morning came."
    )
    said = Said(
        "“Somebody signed a paper and nobody climbed the wall,”",
        "an engineer",
        SourceKind.ANONYMOUS,
        anonymous=AnonymousSource(1, "engineer", None),
    )
    (agency,) = archive.put(Copy(body, outlet="Associated Press", published="2024-03-05", said=[said]))
    (paper,) = archive.put(
        Copy(
            f"KORSVIK (AP) — {body}",
            outlet="Daily North",
            published="2024-03-06",
            said=[said],
            credits=[Credit("(AP)", "AP", CitationKind.WIRE)],
        )
    )
    link_pending(archive.connection)
    assert archive.rows("select article_id, source_article_id from news.derivations") == [(paper, agency)]
    origins = archive.rows("select origin, origin_article_id, is_in_corpus, articles_tracing from report.story_origins")
    assert origins == [("Associated Press", agency, True, 2)]


def test_of_several_articles_of_an_outlet_the_one_that_tells_it_is_meant(archive: Newsroom) -> None:
    """Else who credits a paper's investigation comes from the agency whose report the paper had printed before."""
    first, investigation, crediting = archive.put(
        Copy(
            "The dam above Korsvik broke on Tuesday night and flooded the lower half of the town of Korsvik.",
            outlet="Daily North",
            published="2024-03-05",
            headline="Dam above Korsvik breaks",
        ),
        Copy(
            "Engineers found cracks in the dam above Korsvik two years ago, and the town flooded all the same.",
            outlet="Daily North",
            published="2024-03-06",
            headline="Engineers knew of cracks in dam above Korsvik",
        ),
        Copy(
            "Korsvik mourned. Daily North reported that engineers had found cracks in the dam above the flooded town.",
            outlet="Southern Star",
            published="2024-03-07",
            headline="Korsvik mourns its dead after dam breaks",
            credits=[Credit("Daily North", "Daily North")],
        ),
    )
    link_pending(archive.connection)
    rows = archive.rows("select article_id, source_article_id from news.derivations")
    assert rows == [(crediting, investigation)]
    assert first != investigation


def test_a_paper_that_calls_itself_by_its_short_name_credits_nobody(archive: Newsroom) -> None:
    """ "A report seen by the Daily Mail" in the Mbara Daily Mail: its readers know which one is meant."""
    (article,) = archive.put(
        Copy(
            "The dam was cracked, according to a report seen by the Daily Mail.",
            outlet="Mbara Daily Mail",
            published="2024-03-05",
            credits=[Credit("Daily Mail", "Daily Mail")],
        )
    )
    link_pending(archive.connection)
    assert archive.rows("select name from news.citations join news.outlets using (outlet_id)") == [
        ("Mbara Daily Mail",)
    ]
    assert archive.rows("select article_id from news.derivations") == []
    assert archive.rows("select origin_article_id from report.story_origins") == [(article,)]


def test_the_evidence_of_a_copy_names_the_article_that_was_out_before(archive: Newsroom) -> None:
    body = (
        "The dam above Korsvik broke on Tuesday night and flooded the lower half of the town. "
        "Rescuers were still searching the houses along the river when morning came."
    )
    (later,) = archive.put(Copy(body, outlet="Southern Star", published="2024-03-07"))
    (earlier,) = archive.put(Copy(body, outlet="Daily North", published="2024-03-05"))
    link_pending(archive.connection)
    evidence = archive.rows("select article_id, evidence from news.derivations")
    assert evidence == [
        (
            later,
            f"shares 28 words of prose with article {earlier}; "
            f"article {later} was published 2 days after article {earlier}",
        )
    ]


def test_a_group_is_among_the_unnamed_sources_of_a_claim(archive: Newsroom) -> None:
    claim = "The treasury has hidden two billion crowns of debt from parliament"
    archive.put(
        Copy(
            f"{claim}, critics said.",
            outlet="Daily North",
            said=[Said(claim, "critics", kind=SourceKind.GROUP, type=AttributionType.INDIRECT)],
            claims=[Claim(claim, said=1, subject="the treasury", predicate="hide")],
        )
    )
    link_pending(archive.connection)
    counts = "select named_sources, anonymous_sources, independent_sources from report.claim_support"
    assert archive.rows(counts) == [(0, 1, 1)]


@pytest.mark.parametrize(
    ("published", "source"),
    [("2024-03-07", "2024-03-05"), ("2024-03-06", "2024-03-06")],
    ids=["a day later", "some time on the same day"],
)
def test_a_credit_does_not_lead_to_an_article_that_came_later(archive: Newsroom, published: str, source: str) -> None:
    """A paper that covers a story for days prints the same words again: they are not what was credited before."""
    body = (
        "The dam above Korsvik broke on Tuesday night and flooded the lower half of the town. "
        "Rescuers were still searching the houses along the river when morning came."
    )
    archive.put(
        Copy("The dam above Korsvik broke and flooded the town.", outlet="Daily North", published="2024-03-05"),
        Copy(
            f"{body} Daily North first reported it.",
            outlet="Southern Star",
            published="2024-03-06",
            credits=[Credit("Daily North", "Daily North")],
        ),
        Copy(body, outlet="Daily North", published=published),
    )
    link_pending(archive.connection)
    credited = archive.rows("""
        select distinct sources.published_at::date::text
        from news.derivations
        inner join news.articles using (article_id)
        inner join news.outlets using (outlet_id)
        inner join news.articles as sources on sources.article_id = derivations.source_article_id
        where outlets.name = 'Southern Star'
    """)
    assert credited == [(source,)]
    assert not [fault for fault in find_faults(archive.connection) if fault.check == "derived_from_later"]


def test_a_paper_credited_once_far_down_is_not_the_origin_of_the_article(archive: Newsroom) -> None:
    report = (
        "The town council of Eastfield voted on Monday to rebuild the burnt library on the river. "
        "Nine members were for it and four against. "
        "The library burnt down in March. "
        "The fire began in a store of paint, the fire service found. "
        "The new house will cost twelve million dollars. "
        "The council wants to open it in three years. "
        "Two in three townspeople are for it, according to a poll of the Valley Echo."
    )
    (article,) = archive.put(Copy(report, outlet="Daily North", credits=[Credit("Valley Echo", "Valley Echo")]))
    link_pending(archive.connection)

    (evidence,) = archive.rows("select evidence from news.derivations")
    assert evidence[0].startswith("credits Valley Echo once: ")
    assert archive.rows("select origin_article_id, origin, evidence from report.story_origins") == [
        (article, "Daily North", "no credit and no shared words lead further back")
    ]


def test_a_pronoun_that_nobody_resolved_is_no_source_beside_the_one_that_is_named(archive: Newsroom) -> None:
    """One paper names the minister; in the other nobody knows who "he" is: two papers, and no third source."""
    other = "Until the winter ends the northern road stays closed for repairs"
    for outlet, source, words in (("Daily North", "Ida Brask", ROAD), ("Southern Star", "He", other)):
        is_named = source != "He"
        archive.put(
            Copy(
                f"{source} said on Monday: {words}.",
                outlet=outlet,
                names=[Name(source)] if is_named else [],
                said=[Said(words, source, speaker=source if is_named else None, type=AttributionType.INDIRECT)],
                claims=[Claim(words, said=1, subject="the northern road", predicate="stay")],
            )
        )
    link_pending(archive.connection)
    rows = archive.rows("select source_kind, source from news.claim_sources order by source")
    assert rows == [("person", "Ida Brask"), ("outlet", "Southern Star")]


def test_a_few_common_words_of_nobody_knows_whom_lead_nowhere(archive: Newsroom) -> None:
    common = "the dam above Korsvik broke on Tuesday night and flooded the lower half of the town"
    archive.put(
        Copy(f"Rescuers were out all night after {common}. A school took in the homeless.", outlet="Daily North"),
        Copy(f"Nobody had been warned when {common}. The mayor blames the ministry.", outlet="Southern Star"),
    )
    link_pending(archive.connection)
    assert archive.rows("select count(*) from news.passages where not is_quotation") != [(0,)]
    assert archive.rows("select * from news.derivations") == []
