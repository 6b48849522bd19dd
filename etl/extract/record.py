"""Records, one an article, to documents: what JSON, JSON Lines and tables have in common."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from etl.extract.decoding import storable
from etl.extract.faults import InputFault
from etl.extract.json_values import JsonObject
from etl.extract.length import check_length
from etl.extract.markup import Plain, unescaped, without_markup
from etl.extract.metadata import Supplied, check, merge
from etl.extract.reader import Readout
from etl.extract.record_fields import TEXT_FIELDS, take_fields
from etl.records import Document, Reject, Stage, SuppliedMetadata

_EXCERPT_CHARS = 200


@dataclass(frozen=True, slots=True)
class Found:
    """A record as it was found: where, as a reject begins ("line 3: "), its value, and what is wrong with it.

    ``words`` are its own; where they are not at hand, they are written from the value, which only a reject needs.
    """

    place: str
    record: Any
    faults: tuple[str, ...] = ()
    words: str | None = None


def gather(path: str, encoding: str, records: Iterable[Found], supplied: SuppliedMetadata, reader: str) -> Readout:
    """The documents of ``records``, and a reject for each that holds none. Raises ``InputFault`` if there are none."""
    documents: list[Document] = []
    rejects: list[Reject] = []
    for position, found in enumerate(records):
        faults = list(found.faults)
        if not faults:
            try:
                plain, own = _article(found.record)
            except InputFault as wrong:
                faults.extend(wrong.reasons)
            else:
                metadata = merge(own.metadata, supplied)
                reading = f"{reader} {plain.reader}".rstrip()
                documents.append(Document(plain.text, position, reading, encoding, metadata))
                faults.extend(f"its metadata: {each}" for each in own.faults)
        if faults:
            shown = json.dumps(found.record, ensure_ascii=False) if found.words is None else found.words
            excerpt = storable(shown[:_EXCERPT_CHARS])
            reasons = tuple(f"{found.place}{each}" for each in faults)
            rejects.append(Reject(path, position, Stage.EXTRACT, reasons, excerpt))
    if not documents and not rejects:
        raise InputFault("it holds no records")
    return Readout(tuple(documents), tuple(rejects))


def _article(record: Any) -> tuple[Plain, Supplied]:
    """The text and the metadata of one record. Raises ``InputFault`` if it holds no article."""
    if not isinstance(record, dict):
        raise InputFault("it is no JSON object with fields such as text, title and url")
    if isinstance(record, JsonObject):
        record.check()
    taken = take_fields(record)
    if taken.text is None:
        raise InputFault(f"it has no text: one of the fields {', '.join(TEXT_FIELDS)} must hold it")
    if not isinstance(taken.text, str):
        raise InputFault(f"its field {taken.text_field} does not hold text")
    values = {
        field: unescaped(value) if field != "url" and isinstance(value, str) else value
        for field, value in taken.values.items()
    }
    own = check({**taken.rest, **values})
    plain = _without_markup(taken.text, taken.text_field, own.metadata.url)
    check_length(plain.text)
    metadata = merge(own.metadata, plain.metadata)
    return replace(plain, text=storable(plain.text)), replace(own, metadata=metadata)


def _without_markup(text: str, name: str, address: str | None) -> Plain:
    try:
        return without_markup(text, address)
    except InputFault as wrong:
        raise InputFault(*(f"its field {name} is HTML: {each}" for each in wrong.reasons)) from None
