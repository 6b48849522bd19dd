"""Paths as a user gives them to input files, in an order that does not depend on the file system."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from etl.extract.beside import is_beside, manifest_faults, printable, stray
from etl.extract.reading import STANDARD_INPUT
from etl.records import Reject, Stage

#: A browser saves a page whole as PAGE.html with a folder of its pictures, scripts and advertisements beside it.
_PARTS = "_files"
_PAGES = (".html", ".htm", ".xhtml")

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
        elif not is_beside(root.name):  # a shell's glob names sidecars too
            if root.parent != beside:
                beside = root.parent
                yield from manifest_faults(beside, None)
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
            yield from stray(path, names)
            stack.append(iter([path / name for name in names if _is_input(name) and not _is_part(path, name, names)]))


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


def _is_input(name: str) -> bool:
    return not (is_beside(name) or name.startswith(".") or name.casefold() in _LEFT_BEHIND)


def _is_part(folder: Path, name: str, names: Sequence[str]) -> bool:
    page = name.removesuffix(_PARTS)
    return page != name and any(page + suffix in names for suffix in _PAGES) and _is_folder(folder / name)


def _reject(path: str, *reasons: str) -> Reject:
    return Reject(printable(path), None, Stage.EXTRACT, tuple(reasons))
