"""Makes news coverage, as rows of a database or as text files: see README.md beside this file."""

from __future__ import annotations

import argparse
import csv
import json
import sys
import time
from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, func, select, text

from etl.house import REFERENCE
from etl.load.articles import AnnotatedDocument, write_articles
from etl.load.connection import connect, read_url
from etl.load.documents import write_files
from etl.load.ledger import begin_run, end_run
from etl.load.migrate import upgrade
from etl.load.tables import articles
from etl.records import ExtractedFile, InputFile, RunStatus
from tests.benchmarks.synthetic.coverage import Made, make_coverage

#: Articles in one transaction.
BATCH = 500
#: Outlets that cover the events.
OUTLETS = 120


def read_outlets() -> list[str]:
    """Outlets of the reference data, so that names and keys are real ones."""
    with (REFERENCE / "outlets.csv").open(encoding="utf-8", newline="") as lines:
        names = [row["name"] for row in csv.DictReader(lines) if row["kind"] == "newspaper" and not row["parent"]]
    return names[:: max(1, len(names) // OUTLETS)][:OUTLETS]


def load(connection: Connection, made: Iterable[Made]) -> int:
    """Write articles with all that stands in them, as loading and annotating them would; their number."""
    run_id = begin_run(connection, command="generate", version="synthetic", pipeline="synthetic/1")
    count = 0
    rest = iter(made)
    while batch := list(islice(rest, BATCH)):
        count += _load_batch(connection, run_id, batch)
        connection.commit()
    end_run(connection, run_id, RunStatus.DONE)
    connection.commit()
    return count


def _load_batch(connection: Connection, run_id: int, batch: Sequence[Made]) -> int:
    write_files(connection, run_id, [_file(each) for each in batch])
    by_text = {each.document.metadata.url + each.document.text: each for each in batch}
    rows = connection.execute(
        text("select document_id, supplied_url, text from raw.documents order by document_id desc limit :number"),
        {"number": len(by_text)},
    )
    annotated = [AnnotatedDocument(row.document_id, by_text[row.supplied_url + row.text].article) for row in rows]
    write_articles(connection, run_id, "synthetic/1", annotated)
    return len(annotated)


def _file(made: Made) -> ExtractedFile:
    text_bytes = made.document.text.encode()
    digest = sha256(text_bytes).hexdigest()
    path = f"/synthetic/{(made.document.metadata.url or '').removeprefix('https://')}.txt"
    return ExtractedFile(InputFile(path, digest, len(text_bytes), "text/plain"), (made.document,))


def write_text_files(folder: Path, made: Iterable[Made]) -> int:
    """One text file an article, with a JSON sidecar that names outlet, address and time; their number."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for each in made:
        count += 1
        path = folder / f"{count:07}.txt"
        path.write_text(each.document.text, encoding="utf-8")
        supplied = each.document.metadata
        sidecar = {"url": supplied.url, "outlet": supplied.outlet, "published_at": supplied.published_at}
        path.with_suffix(".meta.json").write_text(json.dumps(sidecar), encoding="utf-8")
    return count


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=1000, help="how many articles to make")
    options.add_argument("--skip", type=int, default=0, help="leave out so many at the beginning")
    options.add_argument("--per-day", type=int, default=400, help="articles published in a day, on average")
    options.add_argument("--seed", type=int, default=1, help="another seed makes other news")
    options.add_argument("--database", help="address of the database to write to; its schema is brought up to date")
    options.add_argument("--files", type=Path, help="folder to write text files to")
    chosen = options.parse_args()
    if bool(chosen.database) == bool(chosen.files):
        options.error("give either --database or --files")
    begun = time.monotonic()
    coverage = islice(make_coverage(read_outlets(), seed=chosen.seed, per_day=chosen.per_day), chosen.skip, None)
    if chosen.files:
        count = write_text_files(chosen.files, islice(coverage, chosen.articles))
    else:
        engine = connect(read_url(chosen.database))
        upgrade(engine)
        with engine.connect() as connection:
            there = connection.scalar(select(func.count()).select_from(articles)) or 0
            # What the generator makes fits together; checking each row again would take half of the server's time.
            connection.execute(text("set session_replication_role = replica"))
            count = load(connection, islice(coverage, there, chosen.articles))
    print(f"{count} articles in {time.monotonic() - begun:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
