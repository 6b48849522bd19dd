"""What a user would lose: an article left out without a word, or one bad file that stops a run."""

from __future__ import annotations

import hashlib
import io
import os
import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.extract import read_file
from etl.records import ExtractedFile, Stage, SuppliedMetadata

SAMPLES = Path(__file__).parents[2] / "seeds" / "articles"


def write(folder: Path, name: str, data: bytes | str) -> str:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(path)


def reason(extracted: ExtractedFile) -> str:
    assert extracted.documents == ()
    assert [reject.stage for reject in extracted.rejects] == [Stage.EXTRACT]
    assert extracted.rejects[0].path == extracted.file.path
    return "; ".join(extracted.rejects[0].reasons)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.name[:3])
def test_the_samples_come_out_byte_for_byte(path: Path) -> None:
    extracted = read_file(str(path))
    (document,) = extracted.documents
    assert document.text.encode() == path.read_bytes()
    assert (document.position, document.reader, document.encoding) == (0, "text/1", "utf-8")
    assert document.metadata == SuppliedMetadata()
    assert extracted.file.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert extracted.file.size_bytes == path.stat().st_size
    assert (extracted.file.path, extracted.file.media_type) == (str(path), "text/plain")
    assert extracted.rejects == ()


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a.text", "article", "2015.06.22", "Mr. Smith goes on"])
def test_text_files_by_their_names(tmp_path: Path, name: str) -> None:
    assert read_file(write(tmp_path, name, "A text.")).documents[0].text == "A text."


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
        ("a.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        ("a.txt", b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
        ("a", b"\x1f\x8b\x08\x00\x00", "a gzip archive"),
        ("a.txt", b"PK\x03\x04\x14\x00word/document.xml", "a Word document"),
        ("a.txt", b"PK\x03\x04\x14\x00other", "a ZIP archive"),
        ("a.txt", b"\x7fELF\x02\x01", "a program"),
        ("a.txt", b"SQLite format 3\x00", "an SQLite database"),
    ],
)
def test_what_is_no_text_is_rejected_by_what_it_is(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    extracted = read_file(write(tmp_path, name, data))
    assert reason(extracted) == f"it looks like {kind}, not text"
    assert extracted.file.sha256 == hashlib.sha256(data).hexdigest()


def test_binary_without_a_signature(tmp_path: Path) -> None:
    assert "too many control characters" in reason(read_file(write(tmp_path, "a.txt", bytes(range(256)) * 8)))


def test_unsupported_formats_name_what_is_supported_and_what_else_is_wrong(tmp_path: Path) -> None:
    told = reason(read_file(write(tmp_path, "a.pdf", b"%PDF-1.7")))
    assert ".pdf files are not supported" in told
    assert ".txt" in told
    assert "it looks like a PDF document" in told


def test_empty_and_blank_files(tmp_path: Path) -> None:
    assert reason(read_file(write(tmp_path, "a.txt", b""))) == "it is empty (0 bytes)"
    assert reason(read_file(write(tmp_path, "b.txt", " \r\n\t\n"))) == "it holds nothing but white space"
    assert reason(read_file(write(tmp_path, "c.txt", b"\xef\xbb\xbf"))) == "it holds nothing but white space"


def test_a_file_too_large_for_one_article_is_hashed_and_rejected(tmp_path: Path) -> None:
    data = b"A sentence of a very long book. " * (1 << 15) + b"."
    extracted = read_file(write(tmp_path, "a.txt", data))
    assert "it has 1,048,577 bytes" in reason(extracted)
    assert extracted.file.sha256 == hashlib.sha256(data).hexdigest()
    assert extracted.file.size_bytes == len(data)


def test_the_excerpt_shows_what_was_rejected(tmp_path: Path) -> None:
    extracted = read_file(write(tmp_path, "notes.docx", "Minutes of the meeting " * 50))
    assert extracted.rejects[0].excerpt.startswith("Minutes of the meeting")
    assert len(extracted.rejects[0].excerpt) <= 200


def test_files_that_are_gone_or_no_files(tmp_path: Path) -> None:
    assert "not there" in reason(read_file(str(tmp_path / "no.txt")))
    assert reason(read_file(str(tmp_path))) == "it is a folder, not a file"
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert reason(read_file(str(tmp_path / "loop"))) == "it is a symbolic link that leads back to itself"
    (tmp_path / "nowhere").symlink_to(tmp_path / "no.txt")
    assert "link to something that is not" in reason(read_file(str(tmp_path / "nowhere")))
    assert "too long" in reason(read_file(str(tmp_path / ("n" * 300))))
    assert read_file(str(tmp_path / "no.txt")).file.sha256 == ""


def test_a_named_pipe_does_not_hang_the_run(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert reason(read_file(str(tmp_path / "pipe"))) == "it is a named pipe, not a file"


def test_a_socket_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s")
        assert "socket" in reason(read_file(str(tmp_path / "s")))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "text")
    Path(path).chmod(0)
    assert reason(read_file(path)) == "permission denied: let this account read it"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    data = "“A text,” he said.".encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    extracted = read_file("-")
    assert extracted.documents[0].text == data.decode()
    assert (extracted.file.path, extracted.file.sha256) == ("-", hashlib.sha256(data).hexdigest())


def test_a_name_that_is_not_utf_8_is_shown_with_escapes(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path / "caf") + b"\xe9.txt"
    Path(os.fsdecode(path)).write_text("A text.")
    extracted = read_file(os.fsdecode(path))
    assert extracted.file.path == f"{tmp_path}/caf\\xe9.txt"
    assert extracted.documents[0].text == "A text."


def test_a_nul_in_a_name_is_a_reject() -> None:
    assert "can't be opened" in reason(read_file("/tmp/a\0b.txt"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_bytes_are_a_document_or_a_reject(tmp_path: Path, data: bytes) -> None:
    extracted = read_file(write(tmp_path, "any.txt", data))
    assert len(extracted.documents) + len(extracted.rejects) == 1
