"""Paths as a user gives them to input files, in an order that does not depend on the file system."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from etl.extract.manifest import NAME as MANIFEST
from etl.extract.manifest import read_manifest
from etl.extract.reading import STANDARD_INPUT, printable
from etl.extract.sidecar import SUFFIX as SIDECAR
from etl.records import Reject, Stage

#: What systems and programs leave in folders; nobody means it as input.
_LEFT_BEHIND = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


def find_inputs(paths: Sequence[str]) -> Iterator[str | Reject]:
    """The input files that ``paths`` name: files, folders (searched to the bottom), globs, ``-`` for standard input.

    Absolute paths, sorted, each once; a folder at a time is held in memory. Hidden files in folders, sidecars and
    manifests are passed over. Yields a reject for what does not exist or can't be listed, for a sidecar without its
    file, and for a manifest that is wrong as a whole or names a file that is not there.
    """
    if STANDARD_INPUT in paths:
        yield STANDARD_INPUT
    roots: set[Path] = set()
    for path in sorted(set(paths) - {STANDARD_INPUT}):
        found = _expand(path)
        if not found:
            yield _reject(path, "it does not exist: check its name" if not glob.has_magic(path) else "nothing fits it")
        roots.update(found)
    walked: set[tuple[int, int]] = set()
    folder: Path | None = None  # the last one searched: whatever lies in it comes right after it
    beside: Path | None = None  # the last one whose manifest was looked at for a single file
    for root in sorted(roots, key=lambda each: each.parts):
        if folder is not None and root.is_relative_to(folder):
            continue
        if root.is_dir():
            folder = root
            yield from _search(root, walked)
        elif not _is_beside(root.name):  # a shell's glob names sidecars too
            if root.parent != beside:
                beside = root.parent
                yield from _manifest_rejects(beside, None)
            yield str(root)


def _expand(path: str) -> list[Path]:
    # pathlib's ways would follow links (resolve) or leave ".." in (absolute), and its glob needs a folder to start at.
    found = [path] if os.path.lexists(path) else glob.iglob(path, recursive=True)  # noqa: PTH207
    places = [Path(os.path.abspath(each)) for each in found]  # noqa: PTH100
    return places if found == [path] else [each for each in places if _is_input(each.name)]


def _search(root: Path, walked: set[tuple[int, int]]) -> Iterator[str | Reject]:
    """Everything under ``root``, depth first; a stack of ours, because folders nest deeper than Python's."""
    stack: list[Iterator[Path]] = [iter([root])]
    while stack:
        path = next(stack[-1], None)
        if path is None:
            stack.pop()
        elif not _is_folder(path):
            yield str(path)
        elif _is_new(path, walked):  # a link that leads up again, or to a folder already searched, adds nothing
            try:
                names = sorted(each.name for each in path.iterdir())
            except OSError as error:
                yield _reject(str(path), f"the folder can't be listed: {error.strerror}")
                continue
            yield from _stray(path, names)
            stack.append(iter([path / name for name in names if _is_input(name)]))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_new(folder: Path, walked: set[tuple[int, int]]) -> bool:
    try:
        state = folder.stat()
    except OSError:
        return True  # listing it will say why
    identity = (state.st_dev, state.st_ino)
    if identity in walked:
        return False
    walked.add(identity)
    return True


def _is_beside(name: str) -> bool:
    return name == MANIFEST or name.endswith(SIDECAR)


def _is_input(name: str) -> bool:
    return not (_is_beside(name) or name.startswith(".") or name.casefold() in _LEFT_BEHIND)


def _stray(folder: Path, names: list[str]) -> Iterator[Reject]:
    """Metadata in ``folder`` that belongs to no file."""
    sidecars = [name for name in names if name.endswith(SIDECAR) and not name.startswith(".")]
    if sidecars:
        described = {each for name in names if not _is_beside(name) for each in (name, Path(name).stem)}
        for name in sidecars:
            if (owner := name.removesuffix(SIDECAR)) not in described:
                yield _reject(str(folder / name), f"it belongs to no file: there is neither {owner} nor {owner}.txt")
    if MANIFEST in names:
        yield from _manifest_rejects(folder, frozenset(names))


def _manifest_rejects(folder: Path, names: frozenset[str] | None) -> Iterator[Reject]:
    """What is wrong with a manifest as a whole, and its rows that name none of ``names`` (``None``: unchecked)."""
    manifest = read_manifest(folder)
    if manifest is None:
        return
    path = str(manifest.path)
    if manifest.faults:
        yield _reject(path, *manifest.faults)
    if names is None:
        return
    for name, rows in manifest.rows.items():
        if name not in names:
            reason = f"it names {name!r}, which is not in this folder" if name else "it names no file"
            for row in rows:
                yield _reject(
                    path, f"row {row.number}: {reason}", *(f"row {row.number}: {each}" for each in row.faults)
                )


def _reject(path: str, *reasons: str) -> Reject:
    return Reject(printable(path), None, Stage.EXTRACT, tuple(reasons))
