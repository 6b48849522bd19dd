"""Sidecars: ``NAME.meta.json`` beside the file NAME, or beside NAME.txt."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from etl.extract.decoding import decode
from etl.extract.faults import InputFault
from etl.extract.json_values import JsonObject, parse_json
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
    values = parse_json(text)
    if not isinstance(values, JsonObject):
        raise InputFault("it must hold one JSON object, with fields such as url, outlet and published_at")
    values.check()
    return values
