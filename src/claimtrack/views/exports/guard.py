"""The formula guard of spreadsheets: reversible, and it leaves plain numbers alone.

A cell that a spreadsheet could take for a formula gets one apostrophe in front; a cell that already starts
with an apostrophe before such a beginning gets one too, so that taking one off is always the way back.
"""

from __future__ import annotations

import re

_INVISIBLE = r"[\s\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*"
_SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20\ufe63\ufe62\ufe66\ufe6b\u2212"
_DANGER = re.compile(rf"(?:{_INVISIBLE}[{_SIGNS}]|[\t\r\n])")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?%?\Z", re.ASCII)
_GUARDED = re.compile(rf"'+(?:{_INVISIBLE}[{_SIGNS}]|[\t\r\n])")


def guard(cell: str) -> str:
    """The cell as a spreadsheet may safely see it."""
    if not cell or cell[0].isalnum():  # nothing to guard, which is nearly always so
        return cell
    dangerous = _DANGER.match(cell) is not None and _NUMBER.match(cell) is None
    return f"'{cell}" if dangerous or _GUARDED.match(cell) else cell


def unguard(cell: str) -> str:
    """The cell as it was before `guard`."""
    return cell[1:] if cell.startswith("'") and _GUARDED.match(cell) else cell
