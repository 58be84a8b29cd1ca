"""Ids alone, one a line: to be piped into another command."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.views.exports.sheet import Sheet


def write(sheet: Sheet) -> Iterator[str]:
    """The lines."""
    for each in sheet.ids():
        yield f"{each}\n"
