"""Edited sheets on their way back in."""

from __future__ import annotations

from pydantic import Field

from claimtrack.model.record import Record


class ImportRow(Record):
    """One row of an edited sheet: `line` for messages, the id and row_version of its export, and the editable
    values that the sheet has (a missing key leaves the field alone). `others` are its cells that are only for
    reading: edits of them are told, not taken."""

    line: int
    id: int | None = None
    row_version: str | None = None
    values: dict[str, str] = Field(default_factory=dict)
    others: dict[str, str] = Field(default_factory=dict)


class RowProblem(Record):
    """A cell that cannot be taken in."""

    line: int
    column: str
    message: str


class RowDifference(Record):
    """What an import would change in one claim: field → (now, then); `conflict`: these fields changed in the
    tracker too since the export."""

    line: int
    claim_id: int
    fields: dict[str, tuple[str, str]]
    conflict: bool = False


class ImportPlan(Record):
    """What an import would do. Nothing may be applied while there are problems; `ignored` are edited cells that
    an import does not take."""

    rows: int
    differences: tuple[RowDifference, ...] = ()
    conflicts: tuple[RowDifference, ...] = ()
    problems: tuple[RowProblem, ...] = ()
    ignored: tuple[RowProblem, ...] = ()
