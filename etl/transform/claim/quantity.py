"""The numbers of a paragraph as its words give them, before it is known in which claim they stand."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from etl.records import FigureKind
from etl.transform.claim.calendar import Moment


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure; ``start`` and ``end`` count characters of the paragraph, modifier and unit included."""

    start: int
    end: int
    kind: FigureKind
    value: Decimal
    value_high: Decimal
    unit: str | None = None
    currency: str | None = None
    counted: str | None = None
    is_approximate: bool = False
    modifier: str | None = None


@dataclass(frozen=True, slots=True)
class Numbers:
    """Dates, times and figures of one paragraph, each in text order."""

    moments: tuple[Moment, ...]
    quantities: tuple[Quantity, ...]
