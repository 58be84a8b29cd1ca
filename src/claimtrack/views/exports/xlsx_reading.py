"""Reading an edited XLSX back: the first sheet as columns and rows of texts."""

from __future__ import annotations

import re
from datetime import datetime, time
from importlib import import_module
from typing import Any
from xml.etree.ElementTree import iterparse

from claimtrack.errors import BadInput, NotFound

_excel: Any = import_module("openpyxl.reader.excel")
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
"""How the format writes characters that XML has no place for, and an underscore that would look so."""


class _Reader(_excel.ExcelReader):  # type: ignore[misc]
    """openpyxl's reader with its own table of texts: openpyxl drops parts of texts that look escaped."""

    def read_strings(self) -> None:
        """Every text of the workbook, its runs joined, without what only tells its pronunciation."""
        names = [each for each in self.archive.namelist() if each.lower().endswith("/sharedstrings.xml")]
        for name in names[:1]:
            with self.archive.open(name) as source:
                for _, node in iterparse(source):
                    if node.tag == f"{_SHEET}si":
                        parts = [*node.findall(f"{_SHEET}t"), *node.findall(f"{_SHEET}r/{_SHEET}t")]
                        self.shared_strings.append(plain("".join(each.text or "" for each in parts)))
                        node.clear()


def plain(text: str) -> str:
    """A stored text as it was typed."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def read(file: str) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """(columns, [(line, cells by column)]) of the first sheet."""
    try:
        reader = _Reader(file, read_only=True, data_only=True)
        reader.read()
        lines = list(reader.wb.worksheets[0].iter_rows(values_only=True))
        reader.wb.close()
    except FileNotFoundError as error:
        raise NotFound(f"There is no file {file}.", "Check the path.") from error
    except Exception as error:  # the reader raises what its ZIP and XML readers raise
        raise BadInput(f"{file} is not an XLSX file: {error}", "Save it again as XLSX or as CSV.") from error
    columns = [_text(cell).strip() for cell in (lines[0] if lines else ())]
    rows = [(at, dict(zip(columns, map(_text, cells), strict=False))) for at, cells in enumerate(lines[1:], start=2)]
    return columns, [(at, cells) for at, cells in rows if any(cells.values())]


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
    return str(value)
