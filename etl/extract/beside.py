"""What stands beside files: sidecars and manifests, what they say of a file, and what is wrong with them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from etl.extract.manifest import NAME as MANIFEST
from etl.extract.manifest import read_manifest
from etl.extract.metadata import Supplied, merge
from etl.extract.sidecar import SUFFIX as SIDECAR
from etl.extract.sidecar import read_sidecar, sidecar_paths
from etl.records import Reject, Stage, SuppliedMetadata


def printable(path: str) -> str:
    """``path`` as it can be stored: bytes of the name that are not UTF-8 become escapes such as ``\\xe9``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def is_beside(name: str) -> bool:
    """Whether a file of this name holds metadata of others."""
    return name == MANIFEST or name.endswith(SIDECAR)


def read_beside(path: Path) -> tuple[SuppliedMetadata, tuple[Reject, ...]]:
    """The metadata of the file at ``path``, its sidecar's before the manifest's, and what is wrong with them."""
    metadata = SuppliedMetadata()
    rejects = []
    sidecars = read_sidecar(path)
    for number, (place, supplied) in enumerate(sidecars.items()):
        metadata = merge(metadata, supplied.metadata)
        faults = supplied.faults
        if number:
            first = next(iter(sidecars))
            faults = (*faults, f"{first.name} describes {path.name} too, and wins where both hold a field")
        rejects += _of_file(place, path, Supplied(supplied.metadata, faults))
    manifest = read_manifest(path.parent)
    if manifest is not None:
        supplied = manifest.describe(path.name)
        metadata = merge(metadata, supplied.metadata)
        rejects += _of_file(manifest.path, path, supplied)
    return metadata, tuple(rejects)


def stray(folder: Path, names: Sequence[str]) -> Iterator[Reject]:
    """What is wrong in ``folder``, whose files are ``names``, with metadata that belong to none of them."""
    sidecars = [name for name in names if name.endswith(SIDECAR) and not name.startswith(".")]
    if sidecars:
        described = {each for name in names if not is_beside(name) for each in (name, Path(name).stem)}
        for name in sidecars:
            if (owner := name.removesuffix(SIDECAR)) not in described:
                yield _reject(folder / name, f"it belongs to no file: there is neither {owner} nor {owner}.txt")
    if MANIFEST in names:
        yield from manifest_faults(folder, frozenset(names))


def manifest_faults(folder: Path, names: frozenset[str] | None) -> Iterator[Reject]:
    """What is wrong with a manifest as a whole, and its rows that name none of ``names`` (``None``: unchecked)."""
    manifest = read_manifest(folder)
    if manifest is None:
        return
    if manifest.faults:
        yield _reject(manifest.path, *manifest.faults)
    if names is None:
        return
    for name, rows in manifest.rows.items():
        if name not in names:
            reason = f"it names {name!r}, which is not in this folder" if name else "it names no file"
            for row in rows:
                faults = (f"row {row.number}: {each}" for each in row.faults)
                yield _reject(manifest.path, f"row {row.number}: {reason}", *faults)


def described_by(places: Iterable[Path]) -> set[Path]:
    """The files that the sidecars and manifests at ``places`` describe; a sidecar need not be there (any more)."""
    return {file for folder in _folders(places) for files in folder.files.values() for file in files}


def judge(places: Iterable[Path]) -> dict[Path, tuple[Reject, ...]]:
    """All that is wrong by now with each sidecar and manifest at ``places``; not of those whose folder is gone."""
    found: dict[Path, tuple[Reject, ...]] = {}
    for folder in _folders(places):
        strays = list(stray(folder.path, folder.names))
        manifest = read_manifest(folder.path)
        for place, files in folder.files.items():
            rejects = [reject for reject in strays if reject.path == printable(str(place))]
            for file in files:
                if place.name == MANIFEST:
                    rejects += _of_file(place, file, manifest.describe(file.name)) if manifest else []
                else:
                    rejects += [reject for reject in read_beside(file)[1] if reject.path == printable(str(place))]
            found[place] = tuple(rejects)
    return found


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder, the names in it, and the files that each of the places asked for describes."""

    path: Path
    names: list[str]
    files: dict[Path, list[Path]]


def _folders(places: Iterable[Path]) -> Iterator[_Folder]:
    """The folders of ``places``, each listed once."""
    for path, group in groupby(sorted(places), key=lambda place: place.parent):
        files: dict[Path, list[Path]] = {place: [] for place in group}
        try:
            names = sorted(each.name for each in path.iterdir())
        except OSError:
            continue
        manifest = read_manifest(path) if path / MANIFEST in files else None
        for name in names:
            if is_beside(name):
                continue
            owners = sidecar_paths(path / name) + ((path / MANIFEST,) if manifest and name in manifest.rows else ())
            for owner in owners:
                if owner in files:
                    files[owner].append(path / name)
        yield _Folder(path, names, files)


def _of_file(place: Path, path: Path, supplied: Supplied) -> list[Reject]:
    if not supplied.faults:
        return []
    return [_reject(place, *(f"metadata of {printable(path.name)}: {each}" for each in supplied.faults))]


def _reject(place: Path, *reasons: str) -> Reject:
    return Reject(printable(str(place)), None, Stage.EXTRACT, reasons)
