"""Taking an operation back: the inverse of each of its changes, as long as nothing later rests on them."""

from __future__ import annotations

import sqlite3
from json import loads
from typing import Any

from claimtrack.errors import Conflict, NotFound
from claimtrack.languages.messages import say, term
from claimtrack.model.history import FieldChange, Operation
from claimtrack.store import documents, values
from claimtrack.store.ledger import HIDES, Ledger

_WORDS = {"claims", "notes", "evidence", "values", "sources"}


def undone(conn: sqlite3.Connection) -> set[int]:
    """The operations whose changes are taken back: undone by one that is not itself undone."""
    out: set[int] = set()
    for id, undoes in conn.execute("SELECT id, undoes FROM operations WHERE undoes IS NOT NULL ORDER BY id DESC"):
        if id not in out:
            out.add(undoes)
    return out


def depths(conn: sqlite3.Connection) -> dict[int, int]:
    """How far each undo or redo is from plain work: 1 for an undo, 2 for a redo, …"""
    out: dict[int, int] = {}
    for id, undoes in conn.execute("SELECT id, undoes FROM operations WHERE undoes IS NOT NULL ORDER BY id"):
        out[id] = out.get(undoes, 0) + 1
    return out


def last_standing(conn: sqlite3.Connection) -> int | None:
    """The last plain operation that is not undone."""
    gone = undone(conn)
    rows = conn.execute("SELECT id FROM operations WHERE undoes IS NULL ORDER BY id DESC")
    return next((row[0] for row in rows if row[0] not in gone), None)


def last_undo(conn: sqlite3.Connection) -> int | None:
    """The last undo that still holds and that no plain work came after."""
    work = conn.execute("SELECT max(id) FROM operations WHERE undoes IS NULL").fetchone()[0] or 0
    gone = undone(conn)
    held = [id for id, depth in depths(conn).items() if depth % 2 and id not in gone and id > work]
    return max(held, default=None)


def undo_of(conn: sqlite3.Connection, operation: int) -> int | None:
    """The operation that took `operation` back, where that still holds."""
    gone = undone(conn)
    rows = conn.execute("SELECT id FROM operations WHERE undoes = ? ORDER BY id DESC", [operation])
    return next((row[0] for row in rows if row[0] not in gone), None)


def invert(ledger: Ledger, operation: int) -> list[int]:
    """Apply the inverse of an operation; the claims that it touched."""
    conn = ledger.conn
    rows = conn.execute(
        "SELECT claim_id, item, item_id, before, after FROM changes WHERE operation_id = ? ORDER BY id DESC",
        [operation],
    ).fetchall()
    if not rows:
        raise NotFound(say("no_operation", operation=operation), say("see_operations"))
    born = {row[2] for row in rows if row[1] == "claims" and row[3] is None}
    _nothing_rests_on(conn, operation, born)
    conn.execute("PRAGMA defer_foreign_keys = ON")
    for claim, item, id, before, after in rows:
        _invert(ledger, operation, claim, item, id, before and loads(before), after and loads(after))
        if claim is not None and item in _WORDS:
            ledger.reword.add(claim)
        elif item == "sources":
            ledger.reword |= {r[0] for r in conn.execute("SELECT claim_id FROM evidence WHERE source_id = ?", [id])}
    return list(dict.fromkeys(row[0] for row in reversed(rows) if row[0] is not None))


def went_with_text(conn: sqlite3.Connection, claim: int) -> bool:
    """Whether a removed claim went with its document or with an undone extraction, and was not taken out by itself."""
    removal = conn.execute(
        "SELECT o.id, o.undoes FROM changes c JOIN operations o ON o.id = c.operation_id "
        "WHERE c.claim_id = :claim AND c.item = 'claims' AND c.item_id = :claim "
        "AND json_extract(c.after, '$.removed') = 1 ORDER BY c.id DESC LIMIT 1",
        {"claim": claim},
    ).fetchone()
    if removal is None:
        return False
    found = conn.execute(
        "SELECT 1 FROM changes WHERE operation_id = ? AND item = 'documents' "
        "UNION ALL SELECT 1 FROM changes WHERE operation_id = ? AND item = 'claims' AND item_id = ? AND before IS NULL",
        [*removal, claim],
    ).fetchone()
    return found is not None


def _nothing_rests_on(conn: sqlite3.Connection, operation: int, born: set[int]) -> None:
    """Claims that people worked on since an extraction do not vanish with it."""
    if not born:
        return
    gone = undone(conn)
    for later, claim in conn.execute(
        "SELECT DISTINCT ch.operation_id, ch.claim_id FROM changes ch JOIN operations o ON o.id = "
        "ch.operation_id "
        "WHERE ch.operation_id > ? AND o.undoes IS NULL AND ch.claim_id IS NOT NULL ORDER BY 1",
        [operation],
    ):
        if claim in born and later not in gone:
            raise _later(operation, say("row_of_claim", claim=claim), later)


def _later(operation: int, what: str, later: int | None) -> Conflict:
    if later is None:
        return Conflict(say("undo_barred", operation=operation, what=what), say("undo_see"))
    return Conflict(
        say("undo_barred_by", operation=operation, what=what, later=later), say("undo_first", operation=later)
    )


def _invert(ledger: Ledger, operation: int, claim: int | None, item: str, id: int, before: Any, after: Any) -> None:
    conn = ledger.conn
    if item == "values":
        _expect(conn, operation, item, id, values.of_claim(conn, id) == after)
        values.replace(ledger, id, before)
    elif item == "layout":
        documents.replace_layout(ledger, id, before)
    elif before is None and item in HIDES:
        _hide(ledger, operation, item, id, claim)
    elif before is None:
        _expect(conn, operation, item, id, _row(conn, item, id, list(after)) == after)
        ledger.delete(item, id, claim=claim)
    elif after is None:
        _expect(conn, operation, item, id, _row(conn, item, id, ["id"]) is None)
        ledger.insert(item, before, claim=claim)
    else:
        _expect(conn, operation, item, id, _row(conn, item, id, list(after)) == after)
        ledger.update(item, id, before, claim=claim)


def _hide(ledger: Ledger, operation: int, item: str, id: int, claim: int | None) -> None:
    gone: dict[str, Any] = {"removed": 1}
    if item == "evidence":
        gone = {
            "withdrawn_at": ledger.at,
            "withdrawn_by": ledger.actor,
            "withdrawn_because": f"undo of operation {operation}",
        }
    row = _row(ledger.conn, item, id, [HIDES[item]])
    _expect(ledger.conn, operation, item, id, row is not None and not row[HIDES[item]])
    ledger.update(item, id, gone, claim=claim)


def _row(conn: sqlite3.Connection, table: str, id: int, columns: list[str]) -> dict[str, Any] | None:
    found = conn.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE id = ?", [id]).fetchone()
    return None if found is None else dict(zip(columns, found, strict=True))


def _expect(conn: sqlite3.Connection, operation: int, item: str, id: int, holds: bool) -> None:
    if holds:
        return
    later = conn.execute(
        "SELECT max(operation_id) FROM changes WHERE item = ? AND item_id = ? AND operation_id > ?",
        [item, id, operation],
    ).fetchone()[0]
    raise _later(operation, say("row_of_table", table=term("table", item), id=id), later)


def hidden(conn: sqlite3.Connection) -> set[tuple[str, int]]:
    """The rows (table, id) that belong to confidential sources, also to removed ones."""
    sources = "SELECT id FROM sources WHERE access = 'confidential'"
    found = {("sources", row[0]) for row in conn.execute(sources)}
    for table in ("captures", "evidence"):
        found |= {(table, row[0]) for row in conn.execute(f"SELECT id FROM {table} WHERE source_id IN ({sources})")}
    return found


def history(conn: sqlite3.Connection, claim: int | None, limit: int | None) -> list[Operation]:
    """Operations, newest first."""
    where = "" if claim is None else "WHERE id IN (SELECT operation_id FROM changes WHERE claim_id = ?)"
    heads = conn.execute(
        f"SELECT id, at, actor, command, reason, undoes, hash FROM operations {where} ORDER BY id DESC LIMIT ?",
        [*([] if claim is None else [claim]), -1 if limit is None else limit],
    ).fetchall()
    gone = undone(conn)
    names = ("id", "at", "actor", "command", "reason", "undoes", "hash")
    return [
        Operation.model_construct(
            **dict(zip(names, head, strict=True)),
            undone=head[0] in gone,
            changes=_changes(conn, head[0], claim),
        )
        for head in heads
    ]


def _changes(conn: sqlite3.Connection, operation: int, claim: int | None) -> tuple[FieldChange, ...]:
    where = "" if claim is None else " AND claim_id = ?"
    rows = conn.execute(
        f"SELECT claim_id, item, item_id, before, after FROM changes WHERE operation_id = ?{where} ORDER BY id",
        [operation, *([] if claim is None else [claim])],
    )
    return tuple(
        FieldChange.model_construct(
            claim_id=c, item=item, item_id=id, before=before and loads(before), after=after and loads(after)
        )
        for c, item, id, before, after in rows
    )
