"""A Markdown table that no cell can break out of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrack.views.exports.sheet import Sheet
from claimtrack.views.harmless import one_line

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~!])")


def write(sheet: Sheet) -> Iterator[str]:
    """The table in lines."""
    yield f"| {' | '.join(map(_cell, sheet.columns))} |\n"
    yield f"|{' --- |' * len(sheet.columns)}\n"
    for row in sheet.rows():
        yield f"| {' | '.join(_cell(row.get(name, '')) for name in sheet.columns)} |\n"


def _cell(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", one_line(text))
