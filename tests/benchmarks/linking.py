"""What it costs to link new articles, by the size of the database: the client's processor time, and the server's.

    python -m tests.benchmarks.linking --database ADDRESS --articles 200 --batch 1

Links articles that wait (see index.py) and takes it back at the end, so that it can be run again. Times are processor
times, as other work on the machine does not disturb them. The server's are read from /proc, so it has to run on the
same machine.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import Connection, text

from etl.link.outlet.link import link_outlets
from etl.link.passage.link import link_passages
from etl.link.passage.shelf import Shelf
from etl.link.story.link import link_stories
from etl.load.connection import connect, read_url

TABLES = ("news.fingerprints", "news.story_terms", "news.story_vectors", "news.passages", "raw.documents")
#: Ticks of /proc in a second.
TICKS = 100


def _server_seconds(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def measure(connection: Connection, batch: Sequence[int], parts: Sequence[Callable[..., object]]) -> list[list[float]]:
    """Seconds of the client and of the server for each part."""
    process = connection.scalar(text("select pg_backend_pid()")) or 0
    spent = []
    for part in parts:
        client, server = time.process_time(), _server_seconds(process)
        part(connection, list(batch))
        spent.append([time.process_time() - client, _server_seconds(process) - server])
    return spent


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--database", required=True)
    options.add_argument("--articles", type=int, default=200)
    options.add_argument("--batch", type=int, default=1)
    chosen = options.parse_args()
    with connect(read_url(chosen.database)).connect() as connection:
        count = connection.scalar(text("select count(*) from news.articles where linked_version is not null"))
        waiting = list(
            connection.scalars(
                text("select article_id from news.articles where linked_version is null order by 1 limit :number"),
                {"number": chosen.articles},
            )
        )
        shelf = Shelf(connection)
        parts = (link_outlets, lambda c, ids: link_passages(c, ids, shelf), link_stories)
        runs = [
            measure(connection, waiting[start : start + chosen.batch], parts)
            for start in range(0, len(waiting), chosen.batch)
        ]
        passages = connection.scalar(
            text("select count(*) from news.passages where other_article_id = any(:ids)"), {"ids": waiting}
        )
        connection.rollback()
        print(f"{count} articles linked, {len(waiting)} new in batches of {chosen.batch}; {passages} passages")
        for place, name in enumerate(("outlets", "passages", "stories")):
            client = [run[place][0] / chosen.batch * 1000 for run in runs]
            server = [run[place][1] / chosen.batch * 1000 for run in runs]
            told = f"client mean {statistics.mean(client):6.1f}, median {statistics.median(client):6.1f}"
            print(f"{name:9} ms an article: {told}; server mean {statistics.mean(server):6.1f}")
        for table in TABLES:
            size = connection.scalar(text("select pg_total_relation_size(cast(:table as regclass))"), {"table": table})
            print(f"{table:20} {(size or 0) / 1e6:8.1f} MB, {(size or 0) / (count or 1) / 1000:5.1f} kB an article")


if __name__ == "__main__":
    main()
