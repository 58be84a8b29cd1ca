"""Undo and redo."""

from __future__ import annotations

from claimtrack.errors import Conflict, NotFound
from claimtrack.languages.messages import say
from claimtrack.model.history import Change
from claimtrack.store import undoing
from claimtrack.tracker.session import Session, numbered


def undo(session: Session, operation: int | None, dry_run: bool) -> Change:
    target = undoing.last_standing(session.conn) if operation is None else operation
    if target is None:
        raise NotFound(say("undo_nothing"), say("see_history"))
    if target in undoing.undone(session.conn):
        raise Conflict(say("undone_already", operation=target), say("undone_back", operation=target))
    return _take_back(session, "undo", target, dry_run)


def redo(session: Session, operation: int | None, dry_run: bool) -> Change:
    if operation is None:
        target = undoing.last_undo(session.conn)
        if target is None:
            raise NotFound(say("redo_nothing"), say("redo_older"))
    else:
        target = _undo_that_holds(session, operation)
    return _take_back(session, "redo", target, dry_run)


def _undo_that_holds(session: Session, operation: int) -> int:
    if undoing.depths(session.conn).get(operation, 0) % 2 and operation not in undoing.undone(session.conn):
        return operation
    found = undoing.undo_of(session.conn, operation)
    if found is None:
        raise Conflict(say("not_undone", operation=operation), say("see_history"))
    return found


def _take_back(session: Session, verb: str, target: int, dry_run: bool) -> Change:
    with session.operation(verb, dry_run=dry_run, undoes=target) as work:
        for claim in undoing.invert(work.ledger, target):
            work.claims[claim] = None
        command, origin = session.conn.execute(
            "SELECT command, undoes FROM operations WHERE id = ?", [target]
        ).fetchone()
        done = "undone" if verb == "undo" else "redone"
        shown = origin if verb == "redo" and origin else target
        work.did(done)
        touched = f" ({numbered(len(work.claims), 'claim')})" if work.claims else ""
        what = (
            command
            if shown == target
            else session.conn.execute("SELECT command FROM operations WHERE id = ?", [shown]).fetchone()[0]
        )
        work.sentences.append(f"Operation {shown} {done}: {what}{touched}.")
    return work.change
