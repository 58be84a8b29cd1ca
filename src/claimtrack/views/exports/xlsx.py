"""XLSX: every cell a text, statuses from a drop-down, header frozen and filtered, Arabic right to left."""

from __future__ import annotations

import io
from collections.abc import Mapping
from importlib import import_module
from typing import Any, get_args

from claimtrack.errors import BadInput
from claimtrack.model.statuses import Status
from claimtrack.views.exports.sheet import Row, Sheet

xlsxwriter: Any = import_module("xlsxwriter")
_MOST = 32_767
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
            _put(page, line, at, _fitting(row, name), wrapped if name in _WRAPPED else plain, bold)
    _furnish(page, sheet, len(rows))
    book.close()
    return out.getvalue()


def _put(page: Any, line: int, at: int, cell: str, look: Any, other: Any) -> None:
    """Write a text. XlsxWriter takes `<r>…</r>` for its own markup, so such a text goes in as two runs."""
    if cell.startswith("<r>") and cell.endswith("</r>"):
        page.write_rich_string(line, at, cell[:1], other, cell[1:], look)
    else:
        page.write_string(line, at, cell, look)


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
