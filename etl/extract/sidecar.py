"""Sidecars: ``NAME.meta.json`` beside the file NAME, or beside NAME.txt."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from etl.extract.decoding import decode
from etl.extract.faults import InputFault
from etl.extract.metadata import Supplied, check

SUFFIX = ".meta.json"
_MAX_BYTES = 1 << 20


def sidecar_paths(path: Path) -> tuple[Path, ...]:
    """Where the sidecar of ``path`` may stand, the more specific place first."""
    with_suffix = path.with_name(path.name + SUFFIX)
    return (with_suffix, path.with_name(path.stem + SUFFIX)) if path.suffix else (with_suffix,)


def read_sidecar(path: Path) -> dict[Path, Supplied]:
    """The checked metadata in each sidecar that ``path`` has, the more specific first."""
    return {place: _read(place) for place in sidecar_paths(path) if place.is_file()}


def _read(place: Path) -> Supplied:
    try:
        if place.stat().st_size > _MAX_BYTES:
            return Supplied(faults=(f"it is larger than a sidecar may be ({_MAX_BYTES:,} bytes)",))
        return check(_parse(decode(place.read_bytes()).text))
    except InputFault as fault:
        return Supplied(faults=fault.reasons)
    except OSError as error:
        return Supplied(faults=(f"it can't be read: {error.strerror}",))


def _parse(text: str) -> dict[str, Any]:
    try:
        values = json.loads(text, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        raise InputFault(
            f"it is no JSON: {error.msg.removesuffix(' at')} at line {error.lineno}, column {error.colno}"
        ) from None
    except RecursionError:
        raise InputFault("it is nested too deeply") from None
    if not isinstance(values, dict):
        raise InputFault("it must hold one JSON object, with fields such as url, outlet and published_at")
    return values


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        names = [name for name, _ in pairs]
        twice = sorted({name for name in names if names.count(name) > 1})
        raise InputFault(f"it holds {', '.join(twice)} more than once")
    return values
