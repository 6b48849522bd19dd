"""Outlets and authors as articles name them: found, or entered when met for the first time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, func, select

from etl.load.copy import copy_rows
from etl.load.names import fold_host, fold_outlet_name, host_of, hosts_above
from etl.load.tables import authors, outlet_names, outlets


class OutletBook:
    """Look-up of outlets for one batch; what it enters is written by :meth:`write`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[str, int | None] = {}
        self._next = (connection.scalar(select(func.max(outlets.c.outlet_id))) or 0) + 1
        self._new: list[dict[str, Any]] = []
        self._new_names: list[dict[str, Any]] = []

    def prepare(self, asked: Iterable[tuple[str | None, str | None]]) -> None:
        """Read what the table knows of these names and URLs, in one query."""
        keys: set[str] = set()
        for name, url in asked:
            keys.update(_keys(name, url))
        missing = sorted(keys - self._known.keys())
        if missing:
            rows = self._connection.execute(
                select(outlet_names.c.name_key, outlet_names.c.outlet_id).where(outlet_names.c.name_key.in_(missing))
            )
            self._known.update(dict.fromkeys(missing))
            self._known.update({row.name_key: row.outlet_id for row in rows})

    def find(self, key: str) -> int | None:
        """The outlet of a look-up key that :meth:`prepare` was asked for, if there is one."""
        return self._known.get(key)

    def find_or_enter(self, name: str | None, url: str | None) -> int | None:
        """The outlet of an article that names ``name`` and stands at ``url``; entered if it is new.

        The name decides, for an aggregator's address says nothing of who wrote. ``None`` where neither is given.
        """
        self.prepare([(name, url)])
        key = fold_outlet_name(name) if name else ""
        host = host_of(url)
        if key:
            found = self._known.get(key)
            return found if found is not None else self._enter(" ".join((name or "").split()), key, host)
        if host is None:
            return None
        for domain in hosts_above(host):
            found = self._known.get(domain)
            if found is not None:
                return found
        return self._enter(host, host, host)

    def write(self) -> None:
        """Write what was entered."""
        copy_rows(self._connection, outlets, self._new)
        copy_rows(self._connection, outlet_names, self._new_names)
        self._new, self._new_names = [], []

    def _enter(self, name: str, key: str, host: str | None) -> int:
        outlet_id = self._next
        self._next += 1
        # The address is the outlet's own where it says the same name; else it may be an aggregator's.
        is_own = host is not None and host.split(".")[0] == key.split(".", maxsplit=1)[0].replace(" ", "")
        domain = host if is_own and host is not None and self._known.get(host) is None else None
        kind = "website" if key == host else "other"
        self._new.append({"outlet_id": outlet_id, "name": name, "kind": kind, "domain": domain, "is_reference": False})
        self._name(outlet_id, key, name, "domain" if key == domain else "name")
        if domain is not None and domain != key:
            self._name(outlet_id, domain, domain, "domain")
        return outlet_id

    def _name(self, outlet_id: int, key: str, name: str, kind: str) -> None:
        self._known[key] = outlet_id
        self._new_names.append({"name_key": key, "outlet_id": outlet_id, "name": name, "kind": kind})


def _keys(name: str | None, url: str | None) -> Iterator[str]:
    if name and fold_outlet_name(name):
        yield fold_outlet_name(name)
    host = host_of(url)
    if host is not None:
        yield from map(fold_host, hosts_above(host))


def find_or_enter_authors(connection: Connection, names: Iterable[str]) -> dict[str, int]:
    """The keys of the authors of these names, entered where they are new."""
    asked = list(dict.fromkeys(names))
    if not asked:
        return {}
    rows = connection.execute(select(authors.c.name, authors.c.author_id).where(authors.c.name.in_(asked)))
    known = {row.name: row.author_id for row in rows}
    new = [name for name in asked if name not in known]
    first = (connection.scalar(select(func.max(authors.c.author_id))) or 0) + 1
    entered = {name: first + i for i, name in enumerate(new)}
    copy_rows(connection, authors, ({"author_id": key, "name": name} for name, key in entered.items()))
    return known | entered
