"""What it costs to link new articles, part by part, by the size of the archive: processor time of client and server.

    python -m tests.benchmarks.linking --database ADDRESS --batches 640 --single 150

Links articles that wait (see index.py), first in batches as ``newstrace link`` does, then one at a time, and takes all
of it back at the end, so that it can be run again. Times are processor times, as other work on the machine disturbs
them less. The server's are read from /proc, so it has to run on the same machine.
"""

from __future__ import annotations

import argparse
import resource
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import process_time
from unittest.mock import patch

from sqlalchemy import Connection, text

from etl.link import link
from etl.link.passage.shelf import Shelf
from etl.load.connection import connect, read_url
from etl.load.summaries import refresh_summaries

#: The parts, as :mod:`etl.link.link` calls them.
PARTS = {
    "link_outlets": "outlets",
    "link_entities": "entities",
    "link_quotes": "quotes",
    "link_claims": "claims",
    "link_passages": "passages",
    "link_stories": "stories",
    "settle_by_story": "last names",
    "link_origins": "origins",
}
_SIZES = text("""
    select relid::regclass::text as table, pg_total_relation_size(relid) as size
    from pg_stat_user_tables
    where schemaname in ('raw', 'news')
    order by size desc
    limit 24
""")


class Meter:
    """Seconds of processor time spent in each part, the client's and the server's."""

    def __init__(self, connection: Connection) -> None:
        process = connection.scalar(text("select pg_backend_pid()"))
        self._server = Path(f"/proc/{process}/schedstat")
        self.spent: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])

    def metered(self, name: str, part: Callable[..., object]) -> Callable[..., object]:
        """``part``, which reports what it costs."""

        def run(*arguments: object, **options: object) -> object:
            client, server = process_time(), self._server_seconds()
            try:
                return part(*arguments, **options)
            finally:
                self.spent[name][0] += process_time() - client
                self.spent[name][1] += self._server_seconds() - server

        return run

    def _server_seconds(self) -> float:
        return int(self._server.read_text(encoding="ascii").split()[0]) / 1e9


@contextmanager
def metered_parts(meter: Meter) -> Iterator[None]:
    """The link stage with each of its parts metered."""
    wrapped = {function: meter.metered(name, getattr(link, function)) for function, name in PARTS.items()}
    with patch.multiple(link, **wrapped):
        yield


def measure(connection: Connection, waiting: Sequence[int], batch: int, shelf: Shelf) -> None:
    """Link ``waiting`` and print what each part cost, in milliseconds an article."""
    if not waiting:
        return
    meter = Meter(connection)
    summaries = meter.metered("summaries", refresh_summaries)
    with metered_parts(meter):
        for start in range(0, len(waiting), batch):
            part = list(waiting[start : start + batch])
            summaries(connection, part, link.link_articles(connection, part, shelf))
    print(f"\n{len(waiting)} articles, {'one at a time' if batch == 1 else f'in batches of {batch}'}: ms an article")
    scale = 1000 / len(waiting)
    for name, (client, server) in meter.spent.items():
        print(f"{name:12} client {client * scale:6.2f}  server {server * scale:6.2f}  {(client + server) * scale:7.2f}")
    client, server = (sum(each[side] for each in meter.spent.values()) * scale for side in (0, 1))
    print(f"{'together':12} client {client:6.2f}  server {server:6.2f}  {client + server:7.2f}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--database", required=True)
    options.add_argument("--batches", type=int, default=640, help="articles linked in batches, first")
    options.add_argument("--single", type=int, default=150, help="articles linked one at a time, then")
    chosen = options.parse_args()
    with connect(read_url(chosen.database)).connect() as connection:
        count = connection.scalar(text("select count(*) from news.articles where linked_version is not null")) or 0
        waiting = list(
            connection.scalars(
                text("select article_id from news.articles where linked_version is null order by 1 limit :number"),
                {"number": chosen.batches + chosen.single},
            )
        )
        print(f"{count} articles linked before")
        shelf = Shelf(connection)
        measure(connection, waiting[: chosen.batches], link.BATCH, shelf)
        connection.execute(text("analyze"))
        measure(connection, waiting[chosen.batches :], 1, shelf)
        connection.rollback()
        print(f"\nmemory of the client at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
        for table, size in connection.execute(_SIZES):
            print(f"{table:26} {size / 1e6:8.1f} MB, {size / (count or 1):7.0f} bytes an article")


if __name__ == "__main__":
    main()
