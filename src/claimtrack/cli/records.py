"""Records other than claims, shown as a table or in any other format by their own fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from claimtrack.cli.output import Output, cell, records_sheet
from claimtrack.model.record import Record
from claimtrack.views.tables import Cell, Column, table


def show_records(
    out: Output,
    columns: Sequence[str],
    records: Sequence[Record],
    *,
    wide: Sequence[str] = (),
    row: Callable[[Any], Mapping[str, str]] | None = None,
) -> None:
    """One line a record; the columns of `wide` share what the others leave of the width."""
    sheet = records_sheet(columns, records, row)
    if not out.is_table:
        out.sheet(sheet)
        return
    if not records:
        return
    columns = [name for name in columns if any(cell(getattr(each, name, name)) for each in records)]
    heads = [
        Column(name.replace("_", " "), 1 if name in wide else 0, 32, right=_numeric(records, name)) for name in columns
    ]
    rows = [[Cell(cell(each.get(name))) for name in columns] for each in sheet.rows()]
    out.lines(table(heads, rows, out.screen()))


def _numeric(records: Sequence[Record], name: str) -> bool:
    return all(isinstance(getattr(each, name, None), int | float) for each in records)
