"""What a user would lose: the archives of other tools, or a million records to one that is broken."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.extract import read_file
from etl.records import ExtractedFile, SuppliedMetadata

TEXT = "A headline\n\nThe council met again on Thursday."
EXPECTED = SuppliedMetadata(
    url="https://example.org/a",
    outlet="The Example",
    author="Anne Roe; John Doe",
    published_at="2015-06-22 21:05:00",
    language="en",
    headline="A headline",
)


def read(folder: Path, name: str, content: str) -> ExtractedFile:
    path = folder / name
    path.write_text(content, encoding="utf-8", errors="surrogatepass")
    return read_file(str(path))


def read_lines(folder: Path, *records: Any) -> ExtractedFile:
    return read(folder, "a.jsonl", "\n".join(each if isinstance(each, str) else json.dumps(each) for each in records))


OTHER_TOOLS = {
    "newspaper4k": {
        "url": "https://example.org/a", "title": "A headline", "authors": ["Anne Roe", "John Doe"], "text": TEXT,
        "publish_date": "2015-06-22 21:05:00", "meta_site_name": "The Example", "meta_lang": "en",
        "canonical_link": "https://example.org/canonical",
    },
    "news-please": {
        "authors": ["Anne Roe", "John Doe"], "date_publish": "2015-06-22 21:05:00", "maintext": TEXT,
        "title": "A headline", "source_domain": "The Example", "url": "https://example.org/a", "language": "en",
    },
    "trafilatura": {
        "title": "A headline", "author": "Anne Roe; John Doe", "hostname": "example.org", "fingerprint": "0f",
        "date": "2015-06-22 21:05:00", "text": TEXT, "raw_text": "other", "language": "en", "id": None, "license": None,
        "source": "https://example.org/a", "source-hostname": "The Example", "excerpt": "A", "tags": "",
    },
    "Media Cloud": {
        "id": "1", "url": "https://example.org/a", "title": "A headline", "media_name": "The Example", "text": TEXT,
        "publish_date": "2015-06-22 21:05:00", "language": "en", "author": "Anne Roe; John Doe",
    },
    "NewsAPI": {
        "source": {"id": None, "name": "The Example"}, "author": "Anne Roe; John Doe", "title": "A headline",
        "url": "https://example.org/a", "publishedAt": "2015-06-22 21:05:00", "content": TEXT, "language": "en",
    },
    "ninjs 2": {
        "uri": "urn:newsml:example.org:20150622:a", "url": "https://example.org/a", "by": "Anne Roe; John Doe",
        "language": "en", "infosources": [{"name": "x"}], "publisher": "The Example",
        "versionCreated": "2015-06-22 21:05:00",
        "headlines": [{"role": "main", "value": "A headline"}],
        "bodies": [{"role": "main", "contenttype": "text/plain", "value": TEXT}],
    },
    "schema.org": {
        "headline": "A headline", "articleBody": TEXT, "datePublished": "2015-06-22 21:05:00", "inLanguage": "en",
        "author": [{"@type": "Person", "name": "Anne Roe"}, {"@type": "Person", "name": "John Doe"}],
        "publisher": {"@type": "Organization", "name": "The Example"}, "url": "https://example.org/a",
    },
    "ninjs": {
        "uri": "https://example.org/a", "by": "Anne Roe; John Doe", "language": "en",
        "infoSources": [{"role": "editor", "name": "The Example"}], "located": "Riverton",
        "firstCreated": "2015-06-22 21:05:00", "versionCreated": "2015-06-23 08:00:00", "altIds": [{"value": "7"}],
        "headlines": [{"role": "short", "value": "No"}, {"role": "main", "value": "A headline"}],
        "bodies": [{"contentType": "text/html", "value": "<p>"}, {"contentType": "text/plain", "value": TEXT}],
    },
}  # fmt: skip


@pytest.mark.parametrize("tool", OTHER_TOOLS)
def test_the_field_names_of_other_tools(tmp_path: Path, tool: str) -> None:
    extracted = read(tmp_path, "a.json", json.dumps(OTHER_TOOLS[tool]))
    (document,) = extracted.documents
    assert document.text == TEXT
    metadata = document.metadata
    assert (metadata.url, metadata.outlet, metadata.author) == (EXPECTED.url, EXPECTED.outlet, EXPECTED.author)
    assert (metadata.published_at, metadata.language) == (EXPECTED.published_at, EXPECTED.language)
    assert metadata.headline == EXPECTED.headline
    assert extracted.rejects == ()


def test_lines_keep_their_positions_around_broken_ones(tmp_path: Path) -> None:
    extracted = read_lines(
        tmp_path, {"text": "One."}, '{"text": ', {"title": "no text"}, [1], {"text": 5}, "", {"text": "Six."}
    )
    assert [(each.position, each.text) for each in extracted.documents] == [(0, "One."), (5, "Six.")]
    assert [each.position for each in extracted.rejects] == [1, 2, 3, 4]
    reasons = [each.reasons[0] for each in extracted.rejects]
    assert reasons[0] == "line 2: it is no JSON: Expecting value at column 10"
    assert reasons[1].startswith("line 3: it has no text: one of the fields text, maintext")
    assert reasons[2].startswith("line 4: it is no JSON object")
    assert reasons[3] == "line 5: its field text does not hold text"
    assert extracted.rejects[0].excerpt == '{"text": '


def test_a_record_with_wrong_metadata_loads_and_is_told(tmp_path: Path) -> None:
    extracted = read_lines(tmp_path, {"text": "One.", "url": "no address", "published_at": "soon", "outlet": "X"})
    assert extracted.documents[0].metadata.outlet == "X"
    assert [len(each.reasons) for each in extracted.rejects] == [2]


def test_unknown_fields_are_kept(tmp_path: Path) -> None:
    (document,) = read_lines(tmp_path, {"text": "One.", "tags": ["a"], "words": 1}).documents
    assert document.metadata.other == {"tags": '["a"]', "words": "1"}


def test_an_array_and_a_single_object(tmp_path: Path) -> None:
    assert [each.text for each in read(tmp_path, "a.json", '[{"text": "One."}, {"text": "Two."}]').documents] == [
        "One.",
        "Two.",
    ]
    assert read(tmp_path, "a.json", '{"text": "One."}').documents[0].reader == "json/1"


def test_the_place_of_a_broken_record_is_told_as_an_editor_counts(tmp_path: Path) -> None:
    broken = read(tmp_path, "a.jsonl", '\n\n{"text": "One."}\n{"text": "Tw\n')
    assert broken.rejects[0].reasons == ("line 4: it is no JSON: Unterminated string starting at column 10",)
    among = read(tmp_path, "a.json", '[{"text": "One."}, {"title": "x"}]')
    assert among.rejects[0].reasons[0].startswith("record 2: it has no text")


@pytest.mark.parametrize(("content", "told"), [("[]", "no records"), ("{", "no JSON"), ("[" * 100_000, "too deeply")])
def test_files_that_are_wrong_as_a_whole(tmp_path: Path, content: str, told: str) -> None:
    extracted = read(tmp_path, "a.json", content)
    assert extracted.documents == ()
    assert told in extracted.rejects[0].reasons[0]


ANSWERS: dict[str, Any] = {
    "the Guardian": {
        "response": {
            "status": "ok",
            "results": [
                {
                    "id": "world/a", "webTitle": "A headline", "webUrl": "https://example.org/a",
                    "webPublicationDate": "2015-06-22 21:05:00",
                    "fields": {
                        "byline": "Anne Roe; John Doe", "publication": "The Example", "lang": "en",
                        "body": "<p>A headline</p><p>The council met again on Thursday.</p>",
                    },
                }
            ],
        }
    },
    "WordPress": [
        {
            "id": 7, "date": "2015-06-22 23:05:00", "date_gmt": "2015-06-22 21:05:00", "link": "https://example.org/a",
            "title": {"rendered": "A headline"}, "author": 3, "byline": "Anne Roe; John Doe", "lang": "en",
            "content": {"rendered": "<p>A headline</p>\n<p>The council met again on Thursday.</p>\n"},
            "sitename": "The Example",
        }
    ],
    "NewsData": {
        "status": "success", "totalResults": 1,
        "results": [
            {
                "title": "A headline", "link": "https://example.org/a", "creator": ["Anne Roe", "John Doe"],
                "pubDate": "2015-06-22 21:05:00", "content": TEXT, "source_name": "The Example", "language": "en",
            }
        ],
    },
    "Event Registry": {
        "articles": {
            "page": 1,
            "results": [
                {
                    "uri": "8", "url": "https://example.org/a", "title": "A headline", "body": TEXT, "lang": "en",
                    "dateTimePub": "2015-06-22 21:05:00", "source": {"uri": "example.org", "title": "The Example"},
                    "authors": [{"uri": "a", "name": "Anne Roe"}, {"uri": "b", "name": "John Doe"}],
                }
            ],
        }
    },
}  # fmt: skip


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_answers_of_interfaces_load_as_they_are(tmp_path: Path, answer: Any) -> None:
    extracted = read(tmp_path, "a.json", json.dumps(answer))
    assert extracted.rejects == ()
    (document,) = extracted.documents
    assert document.text == TEXT
    own = document.metadata
    assert (own.url, own.outlet, own.author, own.published_at, own.language, own.headline) == (
        EXPECTED.url,
        EXPECTED.outlet,
        EXPECTED.author,
        EXPECTED.published_at,
        EXPECTED.language,
        EXPECTED.headline,
    )


def test_the_items_of_a_json_feed_are_of_its_outlet(tmp_path: Path) -> None:
    items = [{"content_text": "One."}, {"content_text": "Two.", "outlet": "Own", "language": "de"}]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "The Example", "language": "en", "items": items}
    first, second = read(tmp_path, "a.json", json.dumps(feed)).documents
    assert (first.metadata.outlet, first.metadata.language) == ("The Example", "en")
    assert (second.metadata.outlet, second.metadata.language) == ("Own", "de")
    (other, _) = read(tmp_path, "b.json", json.dumps(feed | {"version": 2})).documents
    assert other.metadata.outlet is None


BODIES = {
    "paragraphs, a heading and a quotation": (
        "<p>One <b>bold</b> word.</p><h2>Then</h2><blockquote><p>We left.</p></blockquote><p>Two.</p>",
        "One bold word.\n\nThen\n\nWe left.\n\nTwo.",
        "heading 16 20; quotation 22 30",
    ),
    "a list and a table": (
        "<ul><li>Red</li><li>Blue</li></ul><table><tr><th>Town</th><th>Dead</th></tr><tr><td>Ely</td><td>4</td></tr></table>",
        "- Red\n- Blue\n\nTown | Dead\nEly | 4",
        "item 0 5; item 6 12; row 14 25; row 26 33",
    ),
    "a table that lays a page out": ("<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>", "One.\n\nTwo.", None),
    "line breaks, and words before the first tag": (
        "One.<br/><br>Two <a href='/x'>links</a>.",
        "One.\n\nTwo links.",
        None,
    ),
    "what is no part of the article": (
        "<p>One.</p><figure><img src='a'><figcaption>A man</figcaption></figure><script>x = 1</script>"
        "<aside>Read more</aside><iframe src='b'>frame</iframe><p>Two.</p>",
        "One.\n\nTwo.",
        None,
    ),
    "lines that a content system makes paragraphs of": (
        "He read <i>The Sun</i>\ntoday.\n\nTwo.",
        "He read The Sun today.\n\nTwo.",
        None,
    ),
    "tags that an export escaped": ("&lt;p&gt;He said: &amp;quot;No.&amp;quot;&lt;/p&gt;", 'He said: "No."', None),
    "white space and a break inside a word": ("<p>One\n  two<wbr>three\u00a0four</p>", "One twothree\u00a0four", None),
    "tags that nobody closed": ("<p>One<p>Two <b>three", "One\n\nTwo three", None),
}


@pytest.mark.parametrize(("body", "text", "markup"), BODIES.values(), ids=BODIES)
def test_html_in_a_field_gives_its_paragraphs(tmp_path: Path, body: str, text: str, markup: str | None) -> None:
    (document,) = read_lines(tmp_path, {"content_html": body}).documents
    assert document.text == text
    assert document.metadata.other.get("markup") == markup
    assert document.reader == "json-lines/1 body/1"


@pytest.mark.parametrize(
    ("words", "text", "reader"),
    [
        ("&ldquo;No,&rdquo; he said &amp; left.\n\n3 < 4", "“No,” he said & left.\n\n3 < 4", "json-lines/1 entities/1"),
        ("The <br> tag breaks a line; R&D grew.", "The <br> tag breaks a line; R&D grew.", "json-lines/1"),
        ("It is 3 <b and b> 2.", "It is 3 <b and b> 2.", "json-lines/1"),
    ],
)
def test_text_without_tags_stays_as_it_is_but_for_entities(tmp_path: Path, words: str, text: str, reader: str) -> None:
    (document,) = read_lines(tmp_path, {"text": words}).documents
    assert (document.text, document.reader) == (text, reader)


def test_a_whole_page_in_a_field_is_read_as_a_page(tmp_path: Path) -> None:
    story = "The storm tore the roofs off forty houses in the old town on Monday night, the mayor told reporters there."
    page = (
        "<!DOCTYPE html><html><head><title>Storm hits the old town</title>"
        '<meta property="article:published_time" content="2020-01-02T03:04:05Z"></head>'
        '<body><nav><a href="/">Home</a></nav>'
        f"<article><h1>Storm hits the old town</h1><p>{story}</p></article>"
        "<footer>All rights reserved</footer></body></html>"
    )
    record = {"url": "https://example.org/storm", "html": page, "outlet": "The Example"}
    (document,) = read_lines(tmp_path, record).documents
    assert document.text == f"Storm hits the old town\n\n{story}"
    assert document.reader.startswith("json-lines/1 trafilatura/")
    own = document.metadata
    assert (own.outlet, own.published_at, own.headline) == (
        "The Example",
        "2020-01-02T03:04:05Z",
        "Storm hits the old town",
    )


def test_html_without_words_is_a_reject(tmp_path: Path) -> None:
    extracted = read_lines(tmp_path, {"body": "<p><img src='a'></p><script>x = 1</script>"})
    assert extracted.rejects[0].reasons == (
        "line 1: its field body is HTML: it holds no words but in scripts, figures and forms",
    )
    deep = read_lines(tmp_path, {"body": "<div>" * 5_000 + "x"})
    assert "nested too deeply" in deep.rejects[0].reasons[0]


def test_entities_in_titles_and_bylines(tmp_path: Path) -> None:
    record = {
        "text": "One.",
        "title": "Mayor&#8217;s day",
        "author": "Ann &amp; Bob",
        "url": "https://example.org/?a=1&amp;b",
    }
    (document,) = read_lines(tmp_path, record).documents
    own = document.metadata
    assert (own.headline, own.author, own.url) == ("Mayor’s day", "Ann & Bob", "https://example.org/?a=1&amp;b")


@pytest.mark.parametrize("name", ["articles", "items", "results", "stories"])
def test_records_that_an_answer_or_a_feed_lists(tmp_path: Path, name: str) -> None:
    answer = {
        "status": "ok",
        "title": "The Example",
        name: [{"title": "A", "content": "One."}, {"content_text": "Two."}],
    }
    documents = read(tmp_path, "a.json", json.dumps(answer)).documents
    assert [each.text for each in documents] == ["One.", "Two."]
    alone = read(tmp_path, "b.json", json.dumps({"text": "One.", name: [{"text": "Two."}]})).documents
    assert [each.text for each in alone] == ["One."]


def test_what_json_can_say_and_postgresql_cannot(tmp_path: Path) -> None:
    (document,) = read_lines(tmp_path, r'{"text": "a\u0000b\ud800c", "title": "x\u0000"}').documents
    assert document.text == "a\ufffdb\ufffdc"
    assert document.metadata.headline == "x\ufffd"


def test_the_manifest_fills_what_a_record_lacks(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_text("file,outlet,language\na.jsonl,The Example,en\n")
    first, second = read_lines(tmp_path, {"text": "One.", "outlet": "Own"}, {"text": "Two."}).documents
    assert (first.metadata.outlet, first.metadata.language) == ("Own", "en")
    assert second.metadata.outlet == "The Example"


@pytest.mark.parametrize(
    ("data", "texts", "reader"),
    [
        ('{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."], "json-lines/1"),
        ('{"text": "One."}', ["One."], "json/1"),
        ('[\n {"text": "One."}\n]', ["One."], "json/1"),
        ("[Editor's note: this is text.]", ["[Editor's note: this is text.]"], "text/1"),
    ],
)
def test_standard_input_may_be_json(monkeypatch: pytest.MonkeyPatch, data: str, texts: list[str], reader: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    documents = read_file("-").documents
    assert [each.text for each in documents] == texts
    assert {each.reader for each in documents} == {reader}


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text() | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from(["text", "url", "source", "title", "authors", "date", "headlines", "bodies", "publisher", "x"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(JSON_VALUES | st.dictionaries(NAMES, JSON_VALUES), min_size=1, max_size=4))
def test_any_records(tmp_path: Path, records: list[Any]) -> None:
    extracted = read_lines(tmp_path, *map(json.dumps, records))
    told = {each.position for each in extracted.rejects} | {each.position for each in extracted.documents}
    assert told == set(range(len(records)))


def test_a_field_with_two_values_is_no_choice_of_ours(tmp_path: Path) -> None:
    """JSON keeps the last one in silence: an article would be lost without a word."""
    sound = json.dumps({"text": TEXT})
    twice = f'{{"text": {json.dumps(TEXT)}, "text": "Another text of another article."}}'
    repeated = '{"text": "The mayor spoke.", "text": "The mayor spoke.", "tags": {"a": 1, "a": 2}}'
    feed = f'{{"version": "https://jsonfeed.org/version/1.1", "title": "A feed", "items": [{sound}, {twice}]}}'
    lines = read_lines(tmp_path, sound, twice, repeated)
    for found, place, kept in (
        (lines, "line 2: ", 2),
        (read(tmp_path, "a.json", f"[{sound}, {twice}, {repeated}]"), "record 2: ", 2),
        (read(tmp_path, "feed.json", feed), "record 2: ", 1),
    ):
        assert [reject.reasons for reject in found.rejects] == [(f"{place}it holds text more than once",)]
        assert found.rejects[0].excerpt.startswith('{"text": "A headline' if found is lines else '{"text": "Another')
        assert len(found.documents) == kept
