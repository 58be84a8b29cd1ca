"""CSV, and the reading of edited CSV: comma, semicolon or tab, with or without a byte order mark."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from claimtrack.errors import BadInput
from claimtrack.views.exports.guard import guard, unguard
from claimtrack.views.exports.sheet import Sheet

BYTE_ORDER_MARK = "\ufeff"
_BATCH = 500
_NAMED = re.compile(r"\"?sep=([,;\t])\"?\r?\n", re.IGNORECASE)
"""A first line by which some spreadsheets name what separates the cells."""
_FIELD_LIMIT = 50_000_000


def write(sheet: Sheet, delimiter: str = ",") -> Iterator[str]:
    """The file in pieces of text, without a byte order mark."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n")
    columns = list(sheet.columns)
    writer.writerow(columns)
    for at, row in enumerate(sheet.rows(), start=1):
        writer.writerow([guard(row.get(name, "")) for name in columns])
        if at % _BATCH == 0:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def read(text: str) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """(columns, [(line, cells by column)]) of a sheet that a spreadsheet saved; guards are taken off."""
    text = text.removeprefix(BYTE_ORDER_MARK)
    csv.field_size_limit(_FIELD_LIMIT)
    named = _NAMED.match(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=named[1] if named else delimiter_of(text))
    try:
        if named:
            next(reader)
        columns = [unguard(cell).strip() for cell in next(reader, [])]
        _refuse_twice(columns)
        rows = []
        for cells in reader:
            if any(cells):
                rows.append((reader.line_num, _row(columns, cells, reader.line_num)))
    except csv.Error as error:
        raise BadInput(f"The sheet cannot be read at line {reader.line_num}: {error}.") from error
    return columns, rows


def delimiter_of(text: str) -> str:
    """What separates the cells of the heading line."""
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _row(columns: list[str], cells: list[str], line: int) -> dict[str, str]:
    if len(cells) > len(columns) and any(cells[len(columns) :]):
        raise BadInput(
            f"Line {line} has {len(cells)} cells for {len(columns)} columns.",
            "A cell with a separator in it must stand in quotation marks; save the sheet again as CSV.",
        )
    return {name: unguard(cell) if cell[:1] == "'" else cell for name, cell in zip(columns, cells, strict=False)}


def _refuse_twice(columns: list[str]) -> None:
    twice = sorted({name for name in columns if name and columns.count(name) > 1})
    if twice:
        raise BadInput(f"The sheet has the column {', '.join(twice)} more than once.", "Rename or remove one of them.")
