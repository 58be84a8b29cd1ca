"""TSV: CSV with tabs."""

from __future__ import annotations

from collections.abc import Iterator

import claimtrack.views.exports.csv as csv
from claimtrack.views.exports.sheet import Sheet


def write(sheet: Sheet) -> Iterator[str]:
    """The file in pieces of text."""
    return csv.write(sheet, "\t")
