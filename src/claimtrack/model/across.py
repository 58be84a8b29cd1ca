"""Claims of several documents side by side, and one measure over time."""

from __future__ import annotations

from typing import Literal

from claimtrack.model.record import Number, Record
from claimtrack.model.stored import DocumentRow
from claimtrack.model.tracked import TrackedClaim


class Pair(Record):
    """Two claims side by side, or one alone: `repeats`, `differs` (in `fields`), `only_a`, `only_b`."""

    relation: Literal["repeats", "differs", "only_a", "only_b"]
    a: TrackedClaim | None = None
    b: TrackedClaim | None = None
    fields: tuple[str, ...] = ()
    likeness: float = 0.0


class Comparison(Record):
    """Two documents' claims against each other."""

    a: DocumentRow
    b: DocumentRow
    pairs: tuple[Pair, ...] = ()


class FactPoint(Record):
    """One value of a measure: on which day (of the claim itself, else of its document), by which claim."""

    day: str | None
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    comparator: str = "="
    claim: TrackedClaim


class Fact(Record):
    """One measure over time: whose, of what unit, and its values in the order of days."""

    subject: str | None
    unit: str | None
    per: str | None = None
    points: tuple[FactPoint, ...] = ()
