"""XLSX: every cell a text, statuses from a drop-down, header frozen and filtered, Arabic right to left."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import datetime, time
from importlib import import_module
from typing import Any, get_args

from claimtrack.errors import BadInput
from claimtrack.model.tracking import Status
from claimtrack.views.exports.sheet import Row, Sheet

xlsxwriter: Any = import_module("xlsxwriter")
_MOST = 32_767
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
"""How the format writes characters that XML has no place for, and itself."""
_WIDTHS = {
    "gloss": 36,
    "text": 48,
    "quote": 48,
    "notes": 32,
    "evidence": 40,
    "tags": 20,
    "status": 16,
    "speaker": 20,
}
_EDITED = ("tags", "notes", "assignee", "evidence")
_WRAPPED = ("gloss", "text", "quote", "notes", "evidence")


def to_bytes(sheet: Sheet, settings: Mapping[str, Any]) -> bytes:
    """The file. XlsxWriter forces text, so no cell becomes a formula and none needs a guard."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    page = book.add_worksheet("claims")
    rows = list(sheet.rows())
    if _mostly_arabic(rows):
        page.right_to_left()
    bold = book.add_format({"bold": True, "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    plain = book.add_format({"valign": "top", "num_format": "@"})
    for at, name in enumerate(sheet.columns):
        page.set_column(at, at, _WIDTHS.get(name, 12))
        page.write_string(0, at, name, bold)
    for line, row in enumerate(rows, start=1):
        for at, name in enumerate(sheet.columns):
            page.write_string(line, at, _fitting(row, name), wrapped if name in _WRAPPED else plain)
    _furnish(page, sheet, len(rows))
    book.close()
    return out.getvalue()


def read(file: str) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """(columns, [(line, cells by column)]) of the first sheet."""
    openpyxl: Any = import_module("openpyxl")
    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=True, rich_text=True)
    except FileNotFoundError as error:
        raise BadInput(f"There is no file {file}.") from error
    except Exception as error:  # the reader raises what its ZIP and XML readers raise
        raise BadInput(f"{file} is not an XLSX file: {error}", "Save it again as XLSX or as CSV.") from error
    lines = book.worksheets[0].iter_rows(values_only=True)
    columns = [_text(cell).strip() for cell in next(lines, ())]
    rows = [(at, dict(zip(columns, map(_text, cells), strict=False))) for at, cells in enumerate(lines, start=2)]
    book.close()
    return columns, [(at, cells) for at, cells in rows if any(cells.values())]


def _fitting(row: Row, name: str) -> str:
    """A cell within the bounds of the format. What is only for reading is cut; an edit must never be."""
    cell = row.get(name, "")
    if len(cell) <= _MOST:
        return cell
    if name in _EDITED:
        raise BadInput(
            f"Claim {row.get('id')}: its {name} have {len(cell):,} characters; an XLSX cell holds {_MOST:,}.",
            "Export to CSV instead.",
        )
    return cell[: _MOST - 1] + "…"


def _furnish(page: Any, sheet: Sheet, lines: int) -> None:
    page.freeze_panes(1, 2)
    page.autofilter(0, 0, max(lines, 1), len(sheet.columns) - 1)
    if "status" in sheet.columns and lines:
        at = list(sheet.columns).index("status")
        page.data_validation(1, at, lines, at, {"validate": "list", "source": list(get_args(Status))})


def _mostly_arabic(rows: list[Row]) -> bool:
    return sum(row.get("language") == "ar" for row in rows) * 2 > len(rows)


def _text(value: Any) -> str:
    """A cell as text; what a spreadsheet made a number, a day or a truth of is written as people write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), str(value))
