"""TSV: CSV with tabs."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.views.exports import csv
from claimtrack.views.exports.sheet import Sheet


def write(sheet: Sheet) -> Iterator[str]:
    """The file in pieces of text."""
    return csv.write(sheet, "\t")
