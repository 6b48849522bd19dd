"""What could not be loaded, why, and the way back.

A reject is open until a later try settles it or somebody dismisses it. A dismissed one stays so while the same
file with the same bytes fails for the same reason: it is neither told nor tried again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, and_, func, select, text, update

from etl.errors import UsageError
from etl.load.copy import copy_rows, storable
from etl.load.tables import rejects
from etl.records import Reject, Stage


@dataclass(frozen=True, slots=True)
class OpenReject:
    """A reject that no later try has settled and nobody has dismissed."""

    reject_id: int
    run_id: int
    sha256: str | None
    rejected_at: datetime
    reject: Reject


#: The path of what came by standard input.
_NAMELESS = "-"

_IS_OPEN = and_(rejects.c.resolved_at.is_(None), rejects.c.dismissed_at.is_(None))


def list_open(connection: Connection, stage: Stage | None = None) -> list[OpenReject]:
    """The open rejects, of ``stage`` or of all, by path and position."""
    query = select(rejects).where(_IS_OPEN)
    if stage is not None:
        query = query.where(rejects.c.stage == stage.value)
    rows = connection.execute(query.order_by(rejects.c.path, rejects.c.position.nulls_first(), rejects.c.reject_id))
    return [
        OpenReject(
            row.reject_id,
            row.run_id,
            row.sha256,
            row.rejected_at,
            Reject(row.path, row.position, Stage(row.stage), tuple(row.reason.split("\n")), row.excerpt),
        )
        for row in rows
    ]


def write_rejects(
    connection: Connection, run_id: int, found: Sequence[Reject], hashes: Mapping[str, str] | None = None
) -> int:
    """Enter those of ``found`` that are not known already; their number. ``hashes`` are the files' SHA-256 by path.

    The same fault is told once, however often a run meets it, and not again after it was dismissed.
    """
    if not found:
        return 0
    rows = {_fault(row): row for row in (_row(run_id, reject, hashes or {}) for reject in found)}
    unsettled = select(rejects).where(
        rejects.c.resolved_at.is_(None), rejects.c.path.in_(sorted({row["path"] for row in rows.values()}))
    )
    known = {_fault(row) for row in connection.execute(unsettled).mappings()}
    first = (connection.scalar(select(func.max(rejects.c.reject_id))) or 0) + 1
    new = [row for fault, row in rows.items() if fault not in known]
    return copy_rows(connection, rejects, ({"reject_id": first + i} | row for i, row in enumerate(new)))


def settle_files(connection: Connection, found: Sequence[Reject], hashes: Mapping[str, str]) -> int:
    """Settle what was rejected of the files in ``hashes`` when they were read, and is not in ``found`` again.

    What came by standard input has no name: other bytes there mend nothing.
    """
    still = {_fault(_row(0, reject, hashes)) for reject in found}
    unsettled = select(rejects).where(
        rejects.c.resolved_at.is_(None),
        rejects.c.stage.in_([Stage.EXTRACT.value, Stage.LOAD.value]),
        rejects.c.path.in_(sorted(map(storable, hashes))),
    )
    gone = [
        row["reject_id"]
        for row in connection.execute(unsettled).mappings()
        if _fault(row) not in still and (row["path"] != _NAMELESS or row["sha256"] == hashes.get(_NAMELESS))
    ]
    if gone:
        now = datetime.now(UTC)
        connection.execute(update(rejects).where(rejects.c.reject_id.in_(gone)).values(resolved_at=now))
    return len(gone)


def settle_documents(connection: Connection, document_ids: Sequence[int], stage: Stage) -> int:
    """Settle what ``stage`` rejected of these documents: by now it has done them."""
    return connection.execute(
        text(
            """
            update raw.rejects as reject
            set resolved_at = now()
            from raw.documents as document
            join raw.files as file using (file_id)
            where document.document_id = any(:document_ids)
                and (reject.path, reject.sha256, reject.position) = (file.path, file.sha256, document.position)
                and reject.stage = :stage
                and reject.resolved_at is null
            """
        ),
        {"document_ids": list(document_ids), "stage": stage.value},
    ).rowcount


def settle(connection: Connection, reject_ids: Sequence[int]) -> int:
    """Settle these rejects: what they tell is so no more."""
    asked = rejects.c.reject_id.in_(reject_ids)
    return connection.execute(update(rejects).where(asked, _IS_OPEN).values(resolved_at=datetime.now(UTC))).rowcount


def dismiss(connection: Connection, reject_ids: Sequence[int], reason: str | None) -> int:
    """Enter that these rejects need not load; how many were open until now.

    Raises :class:`~etl.errors.UsageError` where one of them is unknown or was settled; then nothing is changed.
    """
    _require_unsettled(connection, reject_ids)
    values = {"dismissed_at": datetime.now(UTC), "dismissed_reason": None if reason is None else storable(reason)}
    asked = rejects.c.reject_id.in_(reject_ids)
    return connection.execute(update(rejects).where(asked, _IS_OPEN).values(values)).rowcount


def reopen(connection: Connection, reject_ids: Sequence[int]) -> int:
    """Take back that these rejects were dismissed; how many were. Raises as :func:`dismiss`."""
    _require_unsettled(connection, reject_ids)
    asked = and_(rejects.c.reject_id.in_(reject_ids), rejects.c.dismissed_at.is_not(None))
    return connection.execute(update(rejects).where(asked).values(dismissed_at=None, dismissed_reason=None)).rowcount


def _require_unsettled(connection: Connection, reject_ids: Sequence[int]) -> None:
    rows = connection.execute(
        select(rejects.c.reject_id, rejects.c.resolved_at).where(rejects.c.reject_id.in_(reject_ids))
    )
    found = {row.reject_id: row.resolved_at for row in rows}
    for key in reject_ids:
        if key not in found:
            raise UsageError(f"there is no reject {key}. `newstrace rejects list` names them. Nothing was changed.")
        if found[key] is not None:
            raise UsageError(f"reject {key} is settled: a later try loaded it. Nothing was changed.")


def _row(run_id: int, reject: Reject, hashes: Mapping[str, str]) -> dict[str, Any]:
    return {
        "path": storable(reject.path),
        "sha256": hashes.get(reject.path),
        "position": reject.position,
        "stage": reject.stage.value,
        "reason": storable("\n".join(reject.reasons)),
        "excerpt": storable(reject.excerpt),
        "run_id": run_id,
        "rejected_at": datetime.now(UTC),
    }


def _fault(row: RowMapping | Mapping[str, Any]) -> tuple[Any, ...]:
    """What makes two rejects the same fault."""
    return tuple(row[name] for name in ("path", "sha256", "position", "stage", "reason"))
