"""A user who asks where a story came from would be led to nobody, or to the wrong paper, if these failed."""

from __future__ import annotations

import pytest

from etl.records import Article, Citation, CitationKind, SourceKind
from etl.transform.article import Transformer
from etl.transform.outlets import is_outlet


def citations_of(transformer: Transformer, text: str) -> tuple[Citation, ...]:
    return transformer.annotate_prose(text).citations


@pytest.mark.parametrize(
    ("text", "kind", "outlet"),
    [
        ("The talks failed, Reuters reported on Monday.", CitationKind.CREDIT, "Reuters"),
        ("According to The New York Times, the talks failed.", CitationKind.CREDIT, "New York Times"),
        ("The mayor resigned, according to the Springfield Herald.", CitationKind.CREDIT, "Springfield Herald"),
        ("“We failed,” the minister told the BBC.", CitationKind.ADDRESSEE, "BBC"),
        ("h/t Politico", CitationKind.HAT_TIP, "Politico"),
        ("This article originally appeared in The Guardian.", CitationKind.REPRINT, "The Guardian"),
        ("The city fell on Monday (AP).", CitationKind.WIRE, "AP"),
        ("More is at https://www.reuters.com/world/talks-fail today.", CitationKind.LINK, "Reuters"),
        ("Read the full story here.", CitationKind.LINK, None),
    ],
)
def test_forms_of_credit(transformer: Transformer, text: str, kind: CitationKind, outlet: str | None) -> None:
    assert [(citation.kind, citation.outlet) for citation in citations_of(transformer, text)] == [(kind, outlet)]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The strike was first reported by the Daily Maverick. Unions denied it.", "the Daily Maverick"),
        ("The fire was first reported by the St. Petersburg Times. Nobody was hurt.", "the St. Petersburg Times"),
        ("Reprinted with permission from Valley Echo. Ana Roy is its editor.", "Valley Echo"),
    ],
)
def test_a_credit_ends_with_its_sentence(transformer: Transformer, text: str, outlet: str) -> None:
    (credit, *_) = transformer.annotate_prose(text).citations
    assert credit.outlet == outlet
    assert credit.span.text.endswith(outlet)


@pytest.mark.parametrize(
    ("text", "kind", "outlet"),
    [
        ("The talks were first reported by the Daily Maverick.", CitationKind.CREDIT, "Daily Maverick"),
        ("The story was first reported by Reuters.", CitationKind.CREDIT, "Reuters"),
        ("The photographs, first published by Reuters, show a ship.", CitationKind.CREDIT, "Reuters"),
        ("This story was first published by Reuters.", CitationKind.REPRINT, "Reuters"),
        ("Originally published on Politico.", CitationKind.REPRINT, "Politico"),
        ("The mill will close this spring, The Guardian reports.", CitationKind.CREDIT, "Guardian"),
        ("As Reuters reports, the mill will close this spring.", CitationKind.CREDIT, "Reuters"),
        ("Via Politico:", CitationKind.CREDIT, "Politico"),
    ],
)
def test_a_reprint_is_told_from_news_that_another_had_first(
    transformer: Transformer, text: str, kind: CitationKind, outlet: str
) -> None:
    """Else an article with matter of its own would be another paper's, from the first word to the last."""
    found = [
        (each.kind, (each.outlet or "").removeprefix("the ").removeprefix("The "))
        for each in citations_of(transformer, text)
    ]
    assert found == [(kind, outlet)]


def test_the_report_goes_back_to_who_reported(transformer: Transformer) -> None:
    credit, reference = citations_of(
        transformer, "The bank hid its losses, Bloomberg reported.\nThe report said that two managers knew."
    )
    assert (reference.kind, reference.span.text) == (CitationKind.REFERENCE, "The report")
    assert (reference.outlet, reference.refers_to) == (credit.outlet, 1)


def test_a_report_of_a_ministry_is_not_a_papers(transformer: Transformer) -> None:
    text = "The BBC said that the ministry had written a report on the fire.\nThe report said that nobody was to blame."
    assert [citation.kind for citation in citations_of(transformer, text)] == [CitationKind.CREDIT]


def test_an_outlet_that_is_only_spoken_of_is_not_credited(transformer: Transformer) -> None:
    assert citations_of(transformer, "She left The New York Times in 2010 and moved to Chicago.") == ()


@pytest.mark.parametrize("name", ["Reuters", "WSJ", "the Wall Street Journal", "Tulsa Daily Herald", "Al-Noor TV"])
def test_outlets_are_known_or_recognised(name: str) -> None:
    assert is_outlet(name)


@pytest.mark.parametrize("name", ["World Trade Organization", "Times Square", "Supreme Court", "news", ""])
def test_others_are_not(name: str) -> None:
    assert not is_outlet(name)


def kinds(article: Article) -> list[tuple[str, str | None]]:
    return [(citation.span.text, citation.outlet) for citation in article.citations if citation.outlet is not None]


def test_the_samples_credits(samples: dict[str, Article]) -> None:
    assert kinds(samples["001"])[1:] == [
        ("BloombergView", "BloombergView"),
        ("the report", "BloombergView"),
        ("BloombergView", "BloombergView"),
        ("BloombergView", "BloombergView"),
        ("BloombergView", "BloombergView"),
    ]
    assert kinds(samples["002"]) == [
        ("Bloomberg", "Bloomberg"),
        ("the report", "Bloomberg"),
        ("WSJ", "WSJ"),
        ("The paper", "Bloomberg"),
        ("Bloomberg", "Bloomberg"),
        ("The reports", "Bloomberg"),
        ("Bloomberg", "Bloomberg"),
    ]
    assert [citation.kind for citation in samples["000"].citations] == [CitationKind.LINK]


def test_an_outlet_that_is_urged_to_do_something_was_told_nothing(transformer: Transformer) -> None:
    article = transformer.annotate_prose("The White House urged CNN to retract the story.")
    assert [each.addressee_kind for each in article.attributions] == [SourceKind.ORGANIZATION]
    assert article.citations == ()
    told = transformer.annotate_prose("“It is a lie,” the senator told CNN.")
    assert [each.kind for each in told.citations] == [CitationKind.ADDRESSEE]


def test_a_day_is_no_outlet(transformer: Transformer) -> None:
    article = transformer.annotate_prose("The Atlantic first reported on Monday that the message had been received.")
    assert [each.outlet for each in article.citations] == ["Atlantic"]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The Associated Press contributed to this report.", "The Associated Press"),
        ("(Valley Echo with AFP)", "AFP"),
        ("With additional reporting by Reuters", "Reuters"),
    ],
)
def test_who_had_a_part_in_an_article_is_credited(transformer: Transformer, text: str, outlet: str) -> None:
    prose = f"The dam broke on Monday.\n{text}"
    assert [(each.kind, each.outlet) for each in citations_of(transformer, prose)] == [(CitationKind.CREDIT, outlet)]


@pytest.mark.parametrize(
    ("text", "kind", "outlet"),
    [
        ("The bank is closing, Der Spiegel magazine reported.", CitationKind.CREDIT, "Der Spiegel"),
        ("An official told Reuters news agency there was no sign of an attack.", CitationKind.ADDRESSEE, "Reuters"),
        ("Reuters journalists were arrested at the airport.", None, None),
    ],
)
def test_a_name_with_what_it_names_behind_it_is_credited(
    transformer: Transformer, text: str, kind: CitationKind | None, outlet: str | None
) -> None:
    found = [(each.kind, each.outlet) for each in citations_of(transformer, text)]
    assert found == ([] if kind is None else [(kind, outlet)])


def test_a_programme_is_its_broadcasters(transformer: Transformer) -> None:
    text = "In an interview with CNN's State of the Union, Senator Ada Roe said that taxes would rise."
    assert [(each.kind, each.outlet) for each in citations_of(transformer, text)] == [(CitationKind.ADDRESSEE, "CNN")]
