"""Nothing lost, nothing twice: files with their documents, rejects and done marks."""

from __future__ import annotations

import hashlib

import pytest
from sqlalchemy import Connection, func, select

from etl.load.documents import known_files, write_files
from etl.load.ledger import RunCounts, begin_run
from etl.load.rejects import list_open, write_rejects
from etl.load.tables import corrections, documents, files, rejects
from etl.records import Document, ExtractedFile, InputFile, Reject, Stage, SuppliedMetadata


@pytest.fixture
def run_id(database: Connection) -> int:
    return begin_run(database, command="newstrace load", version="0", pipeline="none")


def file_of(path: str, *texts: str, outlet: str | None = None, rejected: tuple[str, ...] = ()) -> ExtractedFile:
    digest = hashlib.sha256("|".join((*texts, *rejected)).encode("utf-8", "replace")).hexdigest()
    metadata = SuppliedMetadata(outlet=outlet)
    return ExtractedFile(
        InputFile(path, digest, sum(map(len, texts)), "text/plain"),
        tuple(Document(text, position, metadata=metadata) for position, text in enumerate(texts)),
        tuple(Reject(path, len(texts) + i, Stage.EXTRACT, (why,)) for i, why in enumerate(rejected)),
    )


def statuses(database: Connection) -> dict[str, str]:
    return {row.path: row.status for row in database.execute(select(files))}


def test_a_batch_is_loaded_once(database: Connection, run_id: int) -> None:
    batch = [file_of("/a", "one"), file_of("/b", "two", "three")]
    assert write_files(database, run_id, batch) == RunCounts(files=2, documents=3)
    assert known_files(database, batch) == {
        ("/a", batch[0].file.sha256),
        ("/b", batch[1].file.sha256),
    }
    rows = database.execute(select(documents.c.document_id, documents.c.text).order_by(documents.c.document_id)).all()
    assert [tuple(row) for row in rows] == [(1, "one"), (2, "two"), (3, "three")]
    assert write_files(database, run_id, [file_of("/c", "four")]) == RunCounts(files=1, documents=1)
    assert database.scalar(select(documents.c.document_id).where(documents.c.text == "four")) == 4


def test_the_same_article_under_another_name_is_a_duplicate(database: Connection, run_id: int) -> None:
    counts = write_files(database, run_id, [file_of("/a", "one"), file_of("/copy", "one")])
    assert counts == RunCounts(files=2, documents=1, duplicates=1)
    assert write_files(database, run_id, [file_of("/later", "one", "new")]).duplicates == 1
    assert statuses(database) == {"/a": "loaded", "/copy": "duplicate", "/later": "loaded"}


def test_the_same_words_in_two_outlets_are_two_articles(database: Connection, run_id: int) -> None:
    """A wire story printed by two papers: that is what newstrace looks for."""
    batch = [file_of("/a", "wire", outlet="Herald"), file_of("/b", "wire", outlet="Courier")]
    assert write_files(database, run_id, batch).documents == 2


def test_a_changed_file_is_another_file_and_its_old_text_stays(database: Connection, run_id: int) -> None:
    write_files(database, run_id, [file_of("/a", "first version")])
    changed = file_of("/a", "second version")
    assert known_files(database, [changed]) == set()
    write_files(database, run_id, [changed])
    assert database.scalar(select(func.count()).select_from(documents)) == 2


def test_a_path_given_twice_is_one_file(database: Connection, run_id: int) -> None:
    assert write_files(database, run_id, [file_of("/a", "one")] * 2) == RunCounts(files=1, documents=1)


def test_one_bad_document_does_not_hold_up_its_file(database: Connection, run_id: int) -> None:
    assert write_files(database, run_id, [file_of("/a", "good", rejected=("no text in it",))]).rejects == 1
    assert statuses(database) == {"/a": "partial"}
    (found,) = list_open(database)
    assert (found.reject.path, found.reject.position, found.reject.reasons) == ("/a", 1, ("no text in it",))


def test_a_mended_reject_is_settled_and_its_file_loaded(database: Connection, run_id: int) -> None:
    """`rejects retry` after the reader learnt the format: same bytes, now a document."""
    bad = file_of("/a", rejected=("cannot be decoded",))
    write_files(database, run_id, [bad])
    assert statuses(database) == {"/a": "rejected"}
    mended = ExtractedFile(bad.file, (Document("readable now"),))
    assert write_files(database, run_id, [mended]) == RunCounts(files=1, documents=1)
    assert statuses(database) == {"/a": "loaded"}
    assert list_open(database) == []
    assert database.scalar(select(func.count()).select_from(files)) == 1


def test_a_partial_file_that_is_mended_is_loaded_not_duplicate(database: Connection, run_id: int) -> None:
    part = file_of("/a", "good", rejected=("bad date",))
    write_files(database, run_id, [part])
    mended = ExtractedFile(part.file, part.documents)
    assert write_files(database, run_id, [mended]) == RunCounts(files=1, duplicates=1)
    assert statuses(database) == {"/a": "loaded"}


def test_a_fault_met_again_is_told_once(database: Connection, run_id: int) -> None:
    bad = file_of("/a", rejected=("cannot be decoded",))
    assert write_files(database, run_id, [bad]).rejects == 1
    assert write_files(database, run_id, [bad]).rejects == 0
    missing = Reject("/gone", None, Stage.EXTRACT, ("no such file", "and no folder"))
    assert write_rejects(database, run_id, [missing, missing]) == 1
    assert write_rejects(database, run_id, [missing]) == 0
    assert [each.reject.path for each in list_open(database)] == ["/a", "/gone"]
    assert list_open(database)[1].reject.reasons == ("no such file", "and no folder")


def test_a_fault_that_comes_back_after_it_was_settled_is_told_again(database: Connection, run_id: int) -> None:
    bad = file_of("/a", rejected=("cannot be decoded",))
    write_files(database, run_id, [bad])
    write_files(database, run_id, [ExtractedFile(bad.file, (Document("mended"),))])
    assert write_files(database, run_id, [bad]).rejects == 1
    assert database.scalar(select(func.count()).select_from(rejects)) == 2


def test_characters_that_postgresql_cannot_store_are_replaced_one_for_one(database: Connection, run_id: int) -> None:
    odd = "a\0b\ud800c😀\r\n\t\\N\\."
    metadata = SuppliedMetadata(url="u\0rl", other={"k\0": "v\udfff"})
    batch = ExtractedFile(InputFile("/a\0", "0" * 64, 1, "text/plain"), (Document(odd, metadata=metadata),))
    assert write_files(database, run_id, [batch]).documents == 1
    row = database.execute(select(documents)).one()
    assert row.text == "a\ufffdb\ufffdc😀\r\n\t\\N\\."
    assert len(row.text) == len(odd)
    assert (row.supplied_url, row.supplied_other) == ("u\ufffdrl", {"k\ufffd": "v\ufffd"})
    assert write_files(database, run_id, [batch]).duplicates == 1


def test_a_file_that_is_taken_back_leaves_nothing(database: Connection, run_id: int) -> None:
    database.commit()
    write_files(database, run_id, [file_of("/a", "one", rejected=("bad",))])
    database.rollback()
    for table in (files, documents, rejects):
        assert database.scalar(select(func.count()).select_from(table)) == 0


def test_one_file_that_does_not_fit_does_not_hold_up_the_others(database: Connection, run_id: int) -> None:
    """A path too long for an index: no run should end for it."""
    deep = "".join(f"/{hashlib.sha256(bytes([i])).hexdigest()}" for i in range(62))
    batch = [file_of("/a", "one"), file_of(deep, "two"), file_of("/c", "three")]
    counts = write_files(database, run_id, batch)
    assert counts == RunCounts(files=3, documents=2, rejects=1)
    assert statuses(database).keys() == {"/a", "/c"}
    (found,) = list_open(database, Stage.LOAD)
    assert found.reject.path == deep
    assert write_files(database, run_id, batch).rejects == 0


def described(outlet: str | None, published_at: str | None = None) -> ExtractedFile:
    metadata = SuppliedMetadata(outlet=outlet, published_at=published_at)
    return ExtractedFile(InputFile("/a", "0" * 64, 3, "text/plain"), (Document("one", metadata=metadata),))


def supplied(database: Connection) -> tuple[str | None, str | None]:
    row = database.execute(select(documents.c.supplied_outlet, documents.c.supplied_published_at)).one()
    return row.supplied_outlet, row.supplied_published_at


def test_a_corrected_sidecar_is_taken_over_and_told(database: Connection, run_id: int) -> None:
    """Who mends a wrong date in a sidecar wants to see it in the reports, not a file that is passed over."""
    write_files(database, run_id, [described("Herald", "2015-06-02")])
    assert known_files(database, [described("Herald", "2015-06-02")]) == {("/a", "0" * 64)}
    corrected = described("Herald", "2015-06-22")
    assert known_files(database, [corrected]) == set()
    later = begin_run(database, command="newstrace load", version="0", pipeline="none")
    assert write_files(database, later, [corrected]) == RunCounts(files=1)
    assert supplied(database) == ("Herald", "2015-06-22")
    assert known_files(database, [corrected]) == {("/a", "0" * 64)}
    (row,) = database.execute(select(corrections))
    assert (row.document_id, row.run_id, row.field) == (1, later, "published_at")
    assert (row.value_before, row.value_after) == ("2015-06-02", "2015-06-22")


def test_metadata_that_came_late_or_went_are_corrections_too(database: Connection, run_id: int) -> None:
    write_files(database, run_id, [described(None)])
    for outlet in ("Courier", None):
        following = begin_run(database, command="newstrace load", version="0", pipeline="none")
        write_files(database, following, [described(outlet)])
        assert supplied(database)[0] == outlet
    told = [(row.value_before, row.value_after) for row in database.execute(select(corrections))]
    assert told == [(None, "Courier"), ("Courier", None)]


def test_a_correction_that_makes_two_documents_the_same_is_left_alone(database: Connection, run_id: int) -> None:
    write_files(database, run_id, [described("Herald"), file_of("/b", "one", outlet="Courier")])
    assert write_files(database, run_id, [described("Courier")]) == RunCounts(files=1, duplicates=1)
    assert database.scalar(select(func.count()).select_from(documents)) == 2
    assert database.scalar(select(func.count()).select_from(corrections)) == 0
