"""Other extractors over the same parses, for the same table. Each is used only where it is installed."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Iterable

from spacy.tokens import Doc, Token

from tests.accuracy.attribution.relation import Range, Relation

Peer = Callable[[Doc], list[Relation]]


def textacy_quotations(doc: Doc) -> list[Relation]:
    """textacy's ``direct_quotations`` over an article. It raises on an odd number of marks: then it finds nothing."""
    triples = importlib.import_module("textacy.extract.triples")
    try:
        found = list(triples.direct_quotations(doc))
    except ValueError:
        return []
    return [
        Relation((_range(each.content),), (_range(each.speaker),), (_range(each.cue),), "textacy") for each in found
    ]


def installed() -> dict[str, Peer]:
    """Name in the table -> peer."""
    peers: dict[str, tuple[str, Peer]] = {"textacy 0.13 direct_quotations": ("textacy", textacy_quotations)}
    return {name: peer for name, (module, peer) in peers.items() if importlib.util.find_spec(module) is not None}


def _range(tokens: Iterable[Token]) -> Range:
    listed = list(tokens)
    first, last = min(listed, key=lambda token: token.i), max(listed, key=lambda token: token.i)
    return first.idx, last.idx + len(last)
