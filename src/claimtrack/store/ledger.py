"""The ledger: every write to the database goes through it, so that history and undo know all of it.

One ledger is one operation: it notes each row's fields before and after, and closes the operation with a
hash over all of it and the hash of the operation before.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from hashlib import sha256
from json import JSONEncoder
from typing import Any

Row = Mapping[str, Any]
Noted = tuple[int | None, str, int, str | None, str | None]

_CANONICAL = JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))

HIDES: Mapping[str, str] = {
    "documents": "removed",
    "claims": "removed",
    "notes": "removed",
    "sources": "removed",
    "captures": "removed",
    "evidence": "withdrawn_at",
}
"""Tables whose rows are never deleted, and the column that hides a row."""


def canonical(value: Any) -> str:
    """JSON that is the same for the same value."""
    return _CANONICAL.encode(value)


def chained(previous: str, operation: tuple[Any, ...], changes: Iterable[Noted]) -> str:
    """The hash of an operation, over all that it holds and the hash before it."""
    return sha256((previous + canonical([list(operation), [list(c) for c in changes]])).encode()).hexdigest()


class Ledger:
    """The writes of one operation; `close` puts it into the history unless nothing changed.

    `reword` are the claims whose words changed, `reword_beside` those that only got other notes or evidence: the
    search index is brought up to date for them when the operation ends.
    """

    def __init__(
        self,
        conn: sqlite3.Connection,
        *,
        at: str,
        actor: str,
        command: str,
        reason: str | None = None,
        undoes: int | None = None,
    ) -> None:
        self.conn = conn
        self.at, self.actor, self.command, self.reason, self.undoes = at, actor, command, reason, undoes
        self.noted: list[Noted] = []
        self.reword: set[int] = set()
        self.reword_beside: set[int] = set()
        last = conn.execute("SELECT id, hash FROM operations ORDER BY id DESC LIMIT 1").fetchone()
        self.id: int = last[0] + 1 if last else 1
        self._previous: str = last[1] if last else ""

    def note(self, table: str, id: int, before: Row | None, after: Row | None, claim: int | None = None) -> None:
        """Put a change on record that was made by other means."""
        self.noted.append(
            (
                claim,
                table,
                id,
                None if before is None else canonical(before),
                None if after is None else canonical(after),
            )
        )

    def insert(self, table: str, values: Row, *, claim: int | None = None, shown: Row | None = None) -> int:
        """A new row; `shown` is what the history keeps of it (default: all)."""
        columns = ", ".join(values)
        marks = ", ".join("?" * len(values))
        id = self.conn.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", list(values.values())).lastrowid
        assert id is not None
        self.note(table, id, None, values if shown is None else shown, id if table == "claims" else claim)
        return id

    def update(self, table: str, id: int, values: Row, *, claim: int | None = None) -> bool:
        """Change a row; False where it says so already."""
        columns = list(values)
        row = self.conn.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE id = ?", [id]).fetchone()
        before = {c: old for c, old in zip(columns, row, strict=True) if old != values[c]}
        if not before:
            return False
        after = {c: values[c] for c in before}
        stamp = ", updated_at = ?" if table == "claims" else ""
        self.conn.execute(
            f"UPDATE {table} SET {', '.join(c + ' = ?' for c in after)}{stamp} WHERE id = ?",
            [*after.values(), *([self.at] if stamp else []), id],
        )
        self.note(table, id, before, after, id if table == "claims" else claim)
        return True

    def delete(self, table: str, id: int, *, claim: int | None = None) -> None:
        """Take a row away, keeping all of it in the history."""
        cursor = self.conn.execute(f"SELECT * FROM {table} WHERE id = ?", [id])
        row = dict(zip([c[0] for c in cursor.description], cursor.fetchone(), strict=True))
        self.conn.execute(f"DELETE FROM {table} WHERE id = ?", [id])
        self.note(table, id, row, None, claim)

    def close(self) -> int | None:
        """Write the operation; its id, or None when it changed nothing."""
        if not self.noted:
            return None
        head = (self.id, self.at, self.actor, self.command, self.reason, self.undoes)
        digest = chained(self._previous, head, self.noted)
        self.conn.execute(
            "INSERT INTO operations (id, at, actor, command, reason, undoes, previous_hash, hash) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [*head, self._previous, digest],
        )
        self.conn.executemany(
            "INSERT INTO changes (operation_id, claim_id, item, item_id, before, after) VALUES (?, ?, ?, ?, ?, ?)",
            [(self.id, *c) for c in self.noted],
        )
        return self.id
