"""Claims as rows of strings for spreadsheets: a fixed order of columns, and reading the editable ones back.

Several values of one cell are joined by "; "; a backslash stands before a semicolon or backslash that
belongs to a value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from claimtrack.model import Date, Duration, Quantity
from claimtrack.model.sources import Evidence
from claimtrack.model.tracked import TrackedClaim

COLUMNS = (
    "id",
    "row_version",
    "status",
    "tags",
    "notes",
    "assignee",
    "evidence",
    "gloss",
    "text",
    "quote",
    "kind",
    "speaker",
    "attribution",
    "subject",
    "polarity",
    "modality",
    "quantities",
    "times",
    "places",
    "checkable",
    "score",
    "document",
    "published",
    "language",
    "start",
    "end",
    "status_at",
    "status_by",
    "status_reason",
    "outdated_on",
    "published_url",
    "duplicate_of",
    "superseded_by",
    "missing_since",
)
"""The columns of every sheet. New ones come at the end only."""

EDITABLE = ("status", "tags", "notes", "assignee", "evidence")
"""The columns that an import reads back; all others are for reading."""


FOR_READING = tuple(name for name in COLUMNS if name not in ("id", "row_version", *EDITABLE))
"""The columns that an import leaves alone: it tells where somebody edited them."""


def editable(claim: TrackedClaim) -> dict[str, str]:
    """The editable cells of a claim."""
    return {name: made(claim) if made else _plain(getattr(claim, name)) for name, made in _EDITABLE_WAYS}


def to_row(claim: TrackedClaim, *, confidential: bool = False) -> dict[str, str]:
    """A claim as strings by column; evidence from confidential sources only where it is asked for."""
    held = vars(claim)
    row = {name: made(claim) if made else _plain(held[name]) for name, made in _WAYS}
    if confidential:
        row["evidence"] = joined(evidence_value(e) for e in claim.evidence if e.withdrawn_at is None)
    return row


def _plain(value: Any) -> str:
    if value.__class__ is str:  # by far the most
        return str(value)
    if value is None:
        return ""
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def joined(values: Iterable[str]) -> str:
    """Several values in one cell."""
    return "; ".join([value.replace("\\", "\\\\").replace(";", "\\;") for value in values])


def parted(cell: str) -> list[str]:
    """The values of a cell; white space around them, and empty ones, do not count."""
    if "\\" not in cell:
        return [each for each in map(str.strip, cell.split(";")) if each]
    out, value, escaped = [], "", False
    for char in cell:
        if escaped or char not in "\\;":
            value, escaped = value + char, False
        elif char == "\\":
            escaped = True
        else:
            out.append(value.strip())
            value = ""
    out.append(value.strip())
    return [each for each in out if each]


def standing_evidence(claim: TrackedClaim) -> list[Evidence]:
    """The evidence that a sheet shows: neither withdrawn nor from a confidential source."""
    return [e for e in claim.evidence if e.withdrawn_at is None and e.access != "confidential"]


def without_confidential(claim: TrackedClaim, cell: str) -> str:
    """An evidence cell without confidential evidence: a sheet neither brings it, nor takes it away or back."""
    values = parted(cell)
    for each in claim.evidence:
        if each.access == "confidential" and evidence_value(each) in values:
            values.remove(evidence_value(each))
    return joined(values)


def evidence_value(evidence: Evidence) -> str:
    """One piece of evidence in a cell: its stance and its source, by address or id."""
    return evidence.as_value()


def quantity_text(quantity: Quantity) -> str:
    """A quantity for reading: ">12000000 subscriber"."""
    value = str(quantity.value) if quantity.value is not None else f"{_plain(quantity.low)}–{_plain(quantity.high)}"
    sign = "" if quantity.comparator == "=" else quantity.comparator
    per = f" per {quantity.per}" if quantity.per else ""
    return f"{sign}{value} {quantity.unit or quantity.unit_text or ''}".strip() + per


def time_text(time: Any) -> str:
    """A time for reading: a day, days from/to, a duration or a period."""
    if isinstance(time, Date):
        return time.start if time.start == time.end else f"{time.start}/{time.end}"
    return time.duration if isinstance(time, Duration) else f"R/{time.period}"


_MADE: dict[str, Callable[[TrackedClaim], str]] = {
    "row_version": lambda c: c.row_version,
    "tags": lambda c: joined(c.tags),
    "notes": lambda c: joined(n.text.strip() for n in c.notes),
    "evidence": lambda c: joined(map(evidence_value, standing_evidence(c))),
    "quantities": lambda c: joined(map(quantity_text, c.quantities)),
    "times": lambda c: joined(map(time_text, c.times)),
    "places": lambda c: joined(c.places),
}
_WAYS = tuple((name, _MADE.get(name)) for name in COLUMNS)
_EDITABLE_WAYS = tuple((name, _MADE.get(name)) for name in EDITABLE)
