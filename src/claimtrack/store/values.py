"""A claim's values (quantities, times, places, appearances): to child rows and back, as one thing with history."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import BaseModel

from claimtrack.model import Appearance, Date, Duration, Frequency, Quantity, Span
from claimtrack.store.ledger import Ledger

Values = dict[str, list[list[Any]]]
Model = TypeVar("Model", bound=BaseModel)

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "quantities": (
        "value",
        "low",
        "high",
        "comparator",
        "unit",
        "unit_text",
        "per",
        "change",
        "span_start",
        "span_end",
    ),
    "times": ("kind", "first_day", "last_day", "calendar", "duration", "period", "span_start", "span_end"),
    "places": ("code",),
    "appearances": ("span_start", "span_end", "quote", "speaker", "attribution"),
}


def stored_number(value: Decimal | None) -> int | float | str | None:
    """A number as SQLite keeps it without losing a digit: an integer, a real where it comes back the
    same, else text."""
    if value is None:
        return None
    if value == value.to_integral_value() and abs(value) < 2**63:
        return int(value)
    return float(value) if Decimal(repr(float(value))) == value else str(value)


def read_number(value: int | float | str | None) -> Decimal | None:
    """The number that `stored_number` kept."""
    return None if value is None else Decimal(repr(value) if isinstance(value, float) else value)


def rows_of(claim: Any) -> Values:
    """The child rows of anything that has quantities, times, places and appearances."""
    return {
        "quantities": [
            [
                stored_number(q.value),
                stored_number(q.low),
                stored_number(q.high),
                q.comparator,
                q.unit,
                q.unit_text,
                q.per,
                q.change,
                q.start,
                q.end,
            ]
            for q in claim.quantities
        ],
        "times": [_time_row(t) for t in claim.times],
        "places": [[code] for code in claim.places],
        "appearances": [[a.start, a.end, a.quote, a.speaker, a.attribution] for a in claim.appearances],
    }


def _time_row(time: Date | Duration | Frequency) -> list[Any]:
    span = [time.span.start, time.span.end]
    if isinstance(time, Date):
        return ["date", time.start, time.end, time.calendar, None, None, *span]
    if isinstance(time, Duration):
        return ["duration", None, None, None, time.duration, None, *span]
    return ["frequency", None, None, None, None, time.period, *span]


def read(conn: sqlite3.Connection, ids: Sequence[int], table: str) -> dict[int, list[list[Any]]]:
    """The child rows of many claims, by claim."""
    found: dict[int, list[list[Any]]] = {}
    marks = ",".join("?" * len(ids))
    for row in conn.execute(
        f"SELECT claim_id, {', '.join(COLUMNS[table])} FROM {table} WHERE claim_id IN ({marks}) ORDER BY claim_id, id",
        ids,
    ):
        found.setdefault(row[0], []).append(list(row[1:]))
    return found


def of_claim(conn: sqlite3.Connection, claim: int) -> Values:
    """All child rows of one claim."""
    return {table: read(conn, [claim], table).get(claim, []) for table in COLUMNS}


def write(conn: sqlite3.Connection, claim: int, values: Values) -> None:
    """Put a claim's child rows in place of what is there."""
    for table in COLUMNS:
        conn.execute(f"DELETE FROM {table} WHERE claim_id = ?", [claim])
        insert(conn, table, [(claim, *row) for row in values.get(table, [])])


def insert(conn: sqlite3.Connection, table: str, rows: Iterable[Sequence[Any]]) -> None:
    """Add child rows, each behind its claim's id."""
    columns = COLUMNS[table]
    conn.executemany(
        f"INSERT INTO {table} (claim_id, {', '.join(columns)}) VALUES ({', '.join('?' * (len(columns) + 1))})",
        rows,
    )


def replace(ledger: Ledger, claim: int, values: Values) -> bool:
    """`write` with history; False where nothing differs."""
    before = of_claim(ledger.conn, claim)
    if before == values:
        return False
    write(ledger.conn, claim, values)
    ledger.note("values", claim, before, values, claim)
    return True


def built(model: type[Model], fields: dict[str, Any]) -> Model:
    """A frozen model from fields that the database vouches for, without validation."""
    made = model.__new__(model)
    object.__setattr__(made, "__dict__", fields)
    object.__setattr__(made, "__pydantic_fields_set__", set(fields))
    object.__setattr__(made, "__pydantic_extra__", None)
    object.__setattr__(made, "__pydantic_private__", None)
    return made


_QUANTITY = ("comparator", "unit", "unit_text", "per", "change", "start", "end")


def quantity(row: Sequence[Any]) -> Quantity:
    """A quantity from its row."""
    fields = dict(zip(_QUANTITY, row[3:], strict=True))
    fields["value"], fields["low"], fields["high"] = map(read_number, row[:3])
    return built(Quantity, fields)


def time(row: Sequence[Any]) -> Date | Duration | Frequency:
    """A time from its row."""
    kind, first, last, calendar, duration, period, start, end = row
    about: dict[str, Any] = {"kind": kind, "span": built(Span, {"start": start, "end": end})}
    if kind == "date":
        return built(Date, about | {"start": first, "end": last, "calendar": calendar})
    if kind == "duration":
        return built(Duration, about | {"duration": duration})
    return built(Frequency, about | {"period": period})


def appearance(row: Sequence[Any]) -> Appearance:
    """An appearance from its row."""
    return built(Appearance, dict(zip(("start", "end", "quote", "speaker", "attribution"), row, strict=True)))
