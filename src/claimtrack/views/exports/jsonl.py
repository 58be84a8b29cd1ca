"""JSON Lines: one record a line."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.views.exports.json import dump
from claimtrack.views.exports.sheet import Sheet


def write(sheet: Sheet) -> Iterator[str]:
    """The lines."""
    for record in sheet.records():
        yield f"{dump(record)}\n"
