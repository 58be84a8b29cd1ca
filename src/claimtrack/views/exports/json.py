"""One JSON list of records, written record by record."""

from __future__ import annotations

import json
from collections.abc import Iterator

from claimtrack.model.record import Record, plain
from claimtrack.views.exports.sheet import Sheet


def write(sheet: Sheet) -> Iterator[str]:
    """The list in pieces of text."""
    opening = "["
    for record in sheet.records():
        yield f"{opening}\n{dump(record, indent=2)}"
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"


def dump(record: Record, indent: int | None = None) -> str:
    """One record as JSON: letters as they are, except half of a pair, which no UTF-8 can hold."""
    text = json.dumps(plain(record), ensure_ascii=False, indent=indent)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(plain(record), ensure_ascii=True, indent=indent)
    return text
