"""What a user would lose: the pages of a crawl, or all of them to one record that is broken."""

from __future__ import annotations

import gzip
import hashlib
import logging
import random
import tracemalloc
import zlib
from itertools import accumulate
from pathlib import Path

import brotli
import pytest

from etl.extract import read_file
from etl.records import ExtractedFile
from tests.extract.pages import HEADLINE, PARAGRAPHS, page
from tests.extract.warcs import DATE, compressed, info, record, response

ADDRESS = "https://courier.example/2024/05/02/bridge"


def article(number: int) -> bytes:
    """A page of its own address and words."""
    told = page(linked=None, paragraphs=(f"This is report number {number} on the bridge at Riverton.", *PARAGRAPHS))
    return told.replace(ADDRESS, f"https://courier.example/2024/05/02/report-{number}").encode()


def answer(number: int) -> bytes:
    return response(f"https://courier.example/2024/05/02/report-{number}", article(number))


def read(folder: Path, data: bytes, name: str = "crawl.warc") -> ExtractedFile:
    (folder / name).write_bytes(data)
    return read_file(str(folder / name))


def numbers(extracted: ExtractedFile) -> list[int]:
    """Which reports came out, by their words."""
    return [int(document.text.split("report number ")[1].split()[0]) for document in extracted.documents]


def offsets(extracted: ExtractedFile) -> list[int]:
    return [int(document.metadata.other["record_offset"]) for document in extracted.documents]


def test_each_page_is_a_document_at_the_offset_of_its_record(tmp_path: Path) -> None:
    records = [info(), *map(answer, range(3))]
    starts = [0, *accumulate(map(len, records))]
    extracted = read(tmp_path, b"".join(records))
    assert offsets(extracted) == starts[1:4]
    assert [document.position for document in extracted.documents] == [1, 2, 3]
    assert numbers(extracted) == [0, 1, 2]
    assert extracted.rejects == ()
    assert extracted.file.media_type == "application/warc"


def test_a_compressed_archive_has_the_offsets_of_its_members(tmp_path: Path) -> None:
    members = compressed(info(), *map(answer, range(3)))
    starts = [0, *accumulate(map(len, members))]
    extracted = read(tmp_path, b"".join(members), "crawl.warc.gz")
    assert offsets(extracted) == starts[1:4]
    assert numbers(extracted) == [0, 1, 2]


def test_an_archive_compressed_as_a_whole_counts_on_inside_it(tmp_path: Path) -> None:
    records = [info(), *map(answer, range(3))]
    starts = [0, *accumulate(map(len, records))]
    extracted = read(tmp_path, gzip.compress(b"".join(records)), "crawl.warc.gz")
    assert offsets(extracted) == starts[1:4]


def test_what_is_known_of_a_page(tmp_path: Path) -> None:
    body = page().encode()
    (document,) = read(tmp_path, response(f"{ADDRESS}?from=feed", body)).documents
    metadata = document.metadata
    assert (metadata.url, metadata.headline) == (ADDRESS, HEADLINE)
    assert metadata.published_at == "2024-05-02T17:05:00-04:00"
    assert metadata.other["fetched_at"] == DATE
    assert metadata.other["fetched_url"] == f"{ADDRESS}?from=feed"
    assert metadata.other["payload_sha256"] == hashlib.sha256(body).hexdigest()
    assert document.reader.startswith("warc/1 trafilatura/")


def test_the_time_of_fetching_is_no_time_of_publication(tmp_path: Path) -> None:
    (document,) = read(tmp_path, response(ADDRESS, page(linked=None).encode())).documents
    assert document.metadata.published_at is None


def test_what_is_no_page_is_passed_over_and_counted(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    records = [
        info(),
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request", address=ADDRESS, media_type="application/http"),
        response(ADDRESS, b"", status="301 Moved Permanently", headers="Location: /x\r\n"),
        response(ADDRESS, b"<html>gone</html>", status="404 Not Found"),
        response("https://courier.example/a.png", b"\x89PNG", headers="Content-Type: image/png\r\n"),
        response("https://courier.example/robots.txt", b"User-agent: *", headers="Content-Type: text/plain\r\n"),
        record(b"HTTP/1.1 200 OK\r\n\r\n", kind="revisit", address=ADDRESS),
        response("dns:courier.example", b"", headers="Content-Type: text/dns\r\n"),
        answer(1),
    ]
    with caplog.at_level(logging.INFO, "etl.extract"):
        extracted = read(tmp_path, b"".join(records))
    assert numbers(extracted) == [1]
    assert extracted.rejects == ()
    told = "1 error status, 1 not of the web, 1 other media, 1 redirect, 1 request, 1 revisit, 1 robots.txt, 1 warcinfo"
    assert caplog.messages == [f"{tmp_path}/crawl.warc: 1 articles, 0 rejects; passed over: {told}"]


def test_a_page_without_an_article_is_a_reject_with_its_offset(tmp_path: Path) -> None:
    first = response("https://courier.example/about", b"<html><body><p>About us.</p></body></html>")
    extracted = read(tmp_path, first + answer(1))
    assert numbers(extracted) == [1]
    (reject,) = extracted.rejects
    assert reject.position == 0
    assert reject.reasons[0].startswith("record at byte 0 (https://courier.example/about): no article was found in it")


def in_chunks(*pieces: bytes) -> bytes:
    return b"".join(b"%x;a=b\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


CODINGS = {
    "chunked": ("Transfer-Encoding: chunked\r\n", lambda data: in_chunks(data[:9], data[9:])),
    "chunks joined by the crawler": ("Transfer-Encoding: chunked\r\n", lambda data: data),
    "gzip": ("Content-Encoding: gzip\r\n", gzip.compress),
    "gzip, inflated by the crawler": ("Content-Encoding: gzip\r\n", lambda data: data),
    "deflate": ("Content-Encoding: deflate\r\n", zlib.compress),
    "bare deflate": ("Content-Encoding: deflate\r\n", lambda data: zlib.compress(data)[2:-4]),
    "brotli": ("Content-Encoding: br\r\n", brotli.compress),
    "brotli, inflated by the crawler": ("Content-Encoding: br\r\n", lambda data: data),
}  # fmt: skip


@pytest.mark.parametrize("name", CODINGS)
def test_a_page_as_it_came_over_the_wire(tmp_path: Path, name: str) -> None:
    header, encode = CODINGS[name]
    headers = f"Content-Type: text/html; charset=utf-8\r\n{header}"
    assert numbers(read(tmp_path, response(ADDRESS, encode(article(4)), headers=headers))) == [4]


def test_the_servers_charset_is_believed(tmp_path: Path) -> None:
    told = page(charset="x").encode("cp1251", "replace").replace(b"Tom Hadley", "Том Хэдли".encode("cp1251"))
    headers = "Content-Type: text/html; charset=windows-1251\r\n"
    (document,) = read(tmp_path, response(ADDRESS, told, headers=headers)).documents
    assert "mayor, Том Хэдли, said" in document.text


def test_resources_are_pages_without_a_servers_words(tmp_path: Path) -> None:
    direct = record(article(2), kind="resource", address=ADDRESS, media_type="text/html; charset=utf-8")
    film = record(b"\0\0", kind="resource", address=f"{ADDRESS}/film", media_type="video/mp4")
    assert numbers(read(tmp_path, direct + film)) == [2]


DAMAGE = ("cut", "flipped", "checksum", "noise")


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_member_loses_only_itself(tmp_path: Path, damage: str) -> None:
    members = compressed(*map(answer, range(4)))
    start = len(members[0])
    match damage:
        case "cut":
            members[1] = members[1][:-200]
        case "flipped":
            members[1] = members[1][:300] + bytes([members[1][300] ^ 0xFF]) + members[1][301:]
        case "checksum":
            members[1] = members[1][:-6] + b"\0\0" + members[1][-4:]
        case _:
            members[1] = b"no gzip at all" * 50
    extracted = read(tmp_path, b"".join(members), "crawl.warc.gz")
    assert numbers(extracted) == [0, 2, 3]
    (reject,) = extracted.rejects
    assert (reject.position, reject.path) == (1, str(tmp_path / "crawl.warc.gz"))
    assert f"record at byte {start:,}: " in reject.reasons[0]
    assert "fetch the file again" in reject.reasons[0]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_a_file_that_breaks_off_keeps_what_is_whole(tmp_path: Path, name: str) -> None:
    pieces = list(map(answer, range(3))) if name.endswith(".warc") else compressed(*map(answer, range(3)))
    extracted = read(tmp_path, b"".join(pieces)[:-300], name)
    assert numbers(extracted) == [0, 1]
    (reject,) = extracted.rejects
    assert f"record at byte {len(pieces[0]) + len(pieces[1]):,}: " in reject.reasons[0]
    assert "breaks off" in reject.reasons[0]
    assert "fetch the rest of the file" in reject.reasons[0]


@pytest.mark.parametrize("length", [b"9", b"99999999", b"minus one", b"1" * 40])
def test_a_wrong_length_does_not_swallow_the_records_after_it(tmp_path: Path, length: bytes) -> None:
    records = [answer(each) for each in range(4)]
    head, rest = records[1].split(b"Content-Length: ", 1)
    records[1] = head + b"Content-Length: " + length + rest[rest.index(b"\r\n") :]
    extracted = read(tmp_path, b"".join(records))
    assert numbers(extracted) == [0, 2, 3]
    assert [reject.position for reject in extracted.rejects] == [1]


def test_noise_between_records_is_told(tmp_path: Path) -> None:
    extracted = read(tmp_path, answer(0) + random.Random(1).randbytes(5_000) + b"\r\n" + answer(1))
    assert numbers(extracted) == [0, 1]
    (reject,) = extracted.rejects
    assert f"record at byte {len(answer(0)):,}: " in reject.reasons[0]


def test_a_bomb_in_a_page_or_a_record_is_a_reject(tmp_path: Path) -> None:
    bomb = gzip.compress(b"<html>" + bytes(40 << 20))
    headers = "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"
    large = response(f"{ADDRESS}/large", b"<html>" + b" " * (17 << 20))
    records = [response(f"{ADDRESS}/bomb", bomb, headers=headers), large, answer(3)]
    tracemalloc.start()
    extracted = read(tmp_path, b"".join(compressed(*records)), "crawl.warc.gz")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert numbers(extracted) == [3]
    assert ["more than 16,777,216 bytes" in reject.reasons[0] for reject in extracted.rejects] == [True, True]
    assert peak < 128 << 20


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    film = response("https://courier.example/film", bytes(48 << 20), headers="Content-Type: video/mp4\r\n")
    data = (film + answer(1)) * 2
    path = tmp_path / "crawl.warc"
    path.write_bytes(data)
    tracemalloc.start()
    extracted = read_file(str(path))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert numbers(extracted) == [1, 1]
    assert peak < 32 << 20


@pytest.mark.parametrize("name", ["crawl", "crawl.gz", "crawl.txt", "crawl.open"])
def test_an_archive_is_known_by_its_contents_too(tmp_path: Path, name: str) -> None:
    assert numbers(read(tmp_path, compressed(answer(5))[0], name)) == [5]


def test_a_file_with_an_archives_name_and_other_contents(tmp_path: Path) -> None:
    extracted = read(tmp_path, b"%PDF-1.7", "crawl.warc")
    assert "it looks like a PDF document, not a WARC archive" in extracted.rejects[0].reasons[0]
    extracted = read(tmp_path, b"", "empty.warc.gz")
    assert extracted.rejects[0].reasons == ("it is empty (0 bytes)",)


def test_a_sidecar_of_an_archive_fills_what_its_pages_lack(tmp_path: Path) -> None:
    (tmp_path / "crawl.meta.json").write_text('{"outlet": "The Courier", "collection": "spring"}')
    (document,) = read(tmp_path, response(ADDRESS, page(linked=None).encode())).documents
    assert (document.metadata.outlet, document.metadata.other["collection"]) == ("The Courier", "spring")
