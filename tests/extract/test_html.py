"""What a user would lose: the article in a page as a browser saves it, and what the page says of it."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from etl.extract import read_file
from etl.records import ExtractedFile, Mark, SuppliedMetadata, read_marks
from tests.extract.pages import HEADLINE, LINKED, PARAGRAPHS, QUOTED, page


def read(folder: Path, content: str | bytes, name: str = "bridge.html") -> ExtractedFile:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_file(str(path))


def metadata_of(extracted: ExtractedFile) -> SuppliedMetadata:
    (document,) = extracted.documents
    return document.metadata


def reason(extracted: ExtractedFile) -> str:
    assert list(extracted.documents) == []
    return "; ".join(extracted.rejects[0].reasons)


def test_the_text_is_the_headline_and_the_paragraphs_word_for_word(tmp_path: Path) -> None:
    extracted = read(tmp_path, page())
    (document,) = extracted.documents
    assert document.text == "\n\n".join((HEADLINE, *PARAGRAPHS))
    assert (document.position, document.encoding) == (0, "utf-8")
    assert document.reader.startswith("html/1 trafilatura/")
    assert extracted.file.media_type == "text/html"
    assert extracted.rejects == ()


def test_what_the_page_says_of_its_article(tmp_path: Path) -> None:
    metadata = metadata_of(read(tmp_path, page()))
    other = {name: value for name, value in metadata.other.items() if name != "markup"}
    assert (metadata.headline, metadata.outlet, metadata.author) == (
        HEADLINE, "The Riverton Courier", "Maria Okafor; Jan de Wit",
    )  # fmt: skip
    assert metadata.published_at == "2024-05-02T17:05:00-04:00"
    assert metadata.url == "https://courier.example/2024/05/02/bridge"
    assert metadata.language == "en"
    assert other == {
        "modified_at": "2024-05-03T09:00:00-04:00",
        "is_based_on": "https://wire.example/2024/bridge",
        "is_accessible_for_free": "true",
    }


def test_quotations_headings_lists_and_tables_stay_apart(tmp_path: Path) -> None:
    after = f"""<h2>Money</h2><blockquote><p>{QUOTED}</p></blockquote>
<p>The engineers listed what has to be done before the first car can cross the bridge again:</p>
<ul><li>new footings for pillars two and four, which stand in the river</li><li>a survey of the other three</li></ul>
<table><tr><th>Pillar</th><th>Cracks</th></tr><tr><td>Two</td><td>14</td></tr></table>
<p>The work begins in the second week of June and is to end before the schools open again in September.</p>"""
    (document,) = read(tmp_path, page(after=after)).documents
    marks = {
        document.text[each.start_char : each.end_char]: each.mark
        for each in read_marks(document.metadata.other["markup"])
    }
    assert marks == {
        HEADLINE: Mark.HEADLINE,
        "Money": Mark.HEADING,
        QUOTED: Mark.QUOTATION,
        "- new footings for pillars two and four, which stand in the river": Mark.ITEM,
        "- a survey of the other three": Mark.ITEM,
        "Pillar | Cracks": Mark.ROW,
        "Two | 14": Mark.ROW,
    }
    assert document.text.endswith("in September.")
    assert "\n\nMoney\n\n" in document.text
    assert "\nTwo | 14\n\nThe work" in document.text


def dated(published: str) -> str:
    return f'{{"@type": "NewsArticle", "headline": "x", "datePublished": "{published}"}}'


def unfree(value: str) -> str:
    return LINKED.replace('"isAccessibleForFree": true', f'"isAccessibleForFree": {value}')


@pytest.mark.parametrize(
    ("head", "linked", "after", "published"),
    [
        ('<meta property="article:published_time" content="2024-05-02T21:05:00Z">', None, "", "2024-05-02T21:05:00Z"),
        ('<meta name="parsely-pub-date" content="2024-05-02">', None, "", "2024-05-02"),
        ('<meta name="pubdate" content="20240502">', None, "", "2024-05-02"),
        ('<meta itemprop="datePublished" content="2024-05-02T00:00:00Z">', None, "", "2024-05-02"),
        (
            "",
            dated("2024-05-02 17:05:00 +0200"),
            "",
            "2024-05-02T17:05:00+02:00",
        ),
        (
            "",
            dated("Thu, 02 May 2024 17:05:00 -0400"),
            "",
            "2024-05-02T17:05:00-04:00",
        ),
        ("", dated("0001-01-01T00:00:00Z"), "", None),
        ("", '{"@type":"WebSite","name":"x","datePublished":"2001-01-01"}', "", None),
        ("", None, '<time itemprop="datePublished" datetime="2024-05-02T17:05">2 May</time>', "2024-05-02T17:05"),
    ],
)
def test_the_time_of_publication_is_as_exact_as_the_page_has_it(
    tmp_path: Path, head: str, linked: str | None, after: str, published: str | None
) -> None:
    assert metadata_of(read(tmp_path, page(head=head, linked=linked, after=after))).published_at == published


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Published 5:05 PM EDT May 2, 2024", "Published 5:05 PM EDT May 2, 2024"),
        ("Thursday, 2 May 2024", "Thursday, 2 May 2024"),
        ("Updated May 3, 2024", None),
        ("The cracks were seen in May 2019", None),
    ],
)
def test_a_date_that_only_readers_see(tmp_path: Path, line: str, published: str | None) -> None:
    shown = page(linked=None).replace('<div class="share">', f'<span>{line}</span><div class="share">')
    assert metadata_of(read(tmp_path, shown)).published_at == published


def test_dates_of_other_articles_are_not_this_ones(tmp_path: Path) -> None:
    others = "".join(f"<li><a href='/{day}'>Fair opens</a> <span>May {day}, 2023</span></li>" for day in range(1, 9))
    far = "<p>More.</p>" * 90
    assert metadata_of(read(tmp_path, page(linked=None, after=f"{far}<ul>{others}</ul>"))).published_at is None


def test_broken_data_lose_only_themselves(tmp_path: Path) -> None:
    metadata = metadata_of(read(tmp_path, page(linked='{"@type": "NewsArticle", "headline": ')))
    assert (metadata.headline, metadata.published_at) == (HEADLINE, None)
    lax = LINKED.replace('"name": "The Riverton Courier"}', '"name": "The Riverton Courier",}')
    assert metadata_of(read(tmp_path, page(linked=f"//<![CDATA[\n{lax}\n//]]>"))).outlet == "The Riverton Courier"


def test_meta_tags_where_there_are_no_data(tmp_path: Path) -> None:
    head = (
        '<meta property="og:site_name" content="Riverton Courier &amp; Post">'
        '<meta name="author" content="By Maria Okafor">'
        '<meta property="og:title" content="Bridge closed">'
    )
    metadata = metadata_of(read(tmp_path, page(head=head, linked=None)))
    assert (metadata.outlet, metadata.author) == ("Riverton Courier & Post", "Maria Okafor")
    assert metadata.headline == HEADLINE, "the page's own large heading says it in full"


def test_a_sidecar_wins_over_the_page(tmp_path: Path) -> None:
    (tmp_path / "bridge.meta.json").write_text('{"outlet": "Courier", "published_at": "2024-05-01"}')
    metadata = metadata_of(read(tmp_path, page()))
    assert (metadata.outlet, metadata.published_at) == ("Courier", "2024-05-01")
    assert metadata.author == "Maria Okafor; Jan de Wit"


@pytest.mark.parametrize("name", ["a.HTML", "a.htm", "story", "story.php", "a.txt", "a.aspx"])
def test_a_page_is_known_by_its_contents_too(tmp_path: Path, name: str) -> None:
    (document,) = read(tmp_path, page(), name).documents
    assert document.reader.startswith("html/1")


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("windows-1252", "cp1252"), ("iso-8859-1", "cp1252"), ("utf-8", "cp1252")],
)
def test_the_encoding_is_the_declared_one_or_the_true_one(tmp_path: Path, charset: str, encoding: str) -> None:
    (document,) = read(tmp_path, page(charset=charset).encode("cp1252")).documents
    assert "the county’s roads & waterways office" in document.text
    assert document.encoding == encoding


def test_a_page_in_utf_8_that_declares_another(tmp_path: Path) -> None:
    (document,) = read(tmp_path, page(charset="iso-8859-1")).documents
    assert "“Nobody should drive" in document.text
    assert document.encoding == "utf-8"


def test_a_language_that_the_text_is_not_in_is_not_believed(tmp_path: Path) -> None:
    german = tuple(
        f"Die Brücke bei Flussheim bleibt bis September geschlossen, teilte der Landkreis mit. Satz {each}:"
        " Taucher haben Risse in zwei ihrer fünf Pfeiler gefunden, und niemand soll darüber fahren."
        for each in range(4)
    )
    metadata = metadata_of(read(tmp_path, page(paragraphs=german, language="en")))
    assert (metadata.language, metadata.other["declared_language"]) == (None, "en")
    assert metadata_of(read(tmp_path, page(paragraphs=german, language="de-DE"))).language == "de-DE"


def test_pages_without_an_article_say_what_they_are(tmp_path: Path) -> None:
    wall = (
        "<html><title>Consent</title><body><h1>Before you continue</h1><p>"
        "We and our 842 partners store your consent. Accept all cookies or manage cookies.</p></body></html>"
    )
    assert "wall" in reason(read(tmp_path, wall))
    gone = (
        "<html><title>404 Not Found</title><body><h1>Page not found</h1>"
        "<p>Sorry, the page you are looking for is not here any more. Try the search.</p></body></html>"
    )
    assert "no article at its address" in reason(read(tmp_path, gone))
    stub = page(paragraphs=("The bridge over the Elbe will stay closed …",), linked=unfree('"False"'))
    assert "not free" in reason(read(tmp_path, stub))
    assert "no article was found" in reason(read(tmp_path, "<html><body><div>Hello</div></body></html>"))
    teasers = "".join(
        f"<div class='teaser'><h2><a href='/{each}'>Ferry number {each} gets a second boat and a new captain</a></h2>"
        f"<p>The ferry company said so on day {each} of its meeting in Riverton.</p></div>"
        for each in range(20)
    )
    front = (
        "<html><head><title>The Riverton Courier</title><meta property='og:type' content='website'></head>"
        f"<body><main>{teasers}</main></body></html>"
    )
    assert "list of articles" in reason(read(tmp_path, front, "index.html"))


def test_an_article_behind_a_paywall_is_marked_where_some_of_it_is_there(tmp_path: Path) -> None:
    stub = page(paragraphs=PARAGRAPHS[:2], linked=unfree("false"))
    assert metadata_of(read(tmp_path, stub)).other["is_accessible_for_free"] == "false"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("<html><body>" + "<div>" * 5_000 + "<p>Text.</p>", "nested too deeply"),
        ("<html><body>" + "<p>a</p>" * 100_001, "elements"),
        ("<html><body><p " + " ".join(f"a{each}=1" for each in range(20_000)) + ">x</p>", "attributes"),
        ("<html><body><article><p>" + "The council met again on Thursday. " * 31_000 + "</p></article>", "split it"),
    ],
)
def test_what_no_page_of_a_paper_is(tmp_path: Path, content: str, told: str) -> None:
    assert told in reason(read(tmp_path, content))


def test_a_page_over_the_limit_is_not_read(tmp_path: Path) -> None:
    assert "is read up to 16,777,216" in reason(read(tmp_path, b"<html>" + b" " * (16 << 20)))


def test_tags_left_open_through_a_long_article_lose_nothing(tmp_path: Path) -> None:
    paragraphs = "".join(
        f"<p><font size=2>Sentence number {each} of a long report on the river.</p>" for each in range(400)
    )
    (document,) = read(tmp_path, page(paragraphs=(), after=paragraphs)).documents
    assert "Sentence number 399 of" in document.text


def test_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    outside = '<!DOCTYPE html SYSTEM "http://127.0.0.1:9/a.dtd"><!ENTITY x SYSTEM "file:///etc/passwd">'
    extracted = read(tmp_path, page(after="<p>&x;</p>").replace("<!DOCTYPE html>", outside), "a.html")
    assert "root:" not in extracted.documents[0].text


def test_the_same_page_gives_the_same_row_whatever_came_before(tmp_path: Path) -> None:
    first = read(tmp_path, page()).documents
    read(tmp_path, page(paragraphs=PARAGRAPHS[::-1]), "other.html")
    assert read(tmp_path, page()).documents == first


def test_white_space_of_the_headline_is_that_of_the_text(tmp_path: Path) -> None:
    """The headline stands in the text: where the two differed, it was looked for there in vain."""
    headline = "Riverton bridge\u00a0stays\n  closed until\u2009September"
    (document,) = read(tmp_path, page(linked=None, headline=headline)).documents
    assert document.metadata.headline == "Riverton bridge\u00a0stays closed until\u2009September"
    assert document.text.startswith(f"{document.metadata.headline}\n\n")
