"""What every export is made from: columns and rows of strings for sheets, records for JSON, ids for pipes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimtrack.model.record import Record

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Columns in their order; rows, records and ids are made only when a format asks for them."""

    columns: Sequence[str]
    rows: Callable[[], Iterable[Row]]
    records: Callable[[], Iterable[Record]]
    ids: Callable[[], Iterable[int | str]]
