"""Filters kept under a name."""

from __future__ import annotations

import sqlite3

from claimtrack.errors import NotFound, UsageError
from claimtrack.model.filters import Filter, SavedFilter
from claimtrack.model.history import Change
from claimtrack.tracker.session import Session


def saved(conn: sqlite3.Connection) -> list[SavedFilter]:
    """All saved filters by name."""
    rows = conn.execute("SELECT name, words, filter FROM filters ORDER BY name")
    return [SavedFilter(name=name, words=words, filter=Filter.model_validate_json(text)) for name, words, text in rows]


def named(conn: sqlite3.Connection, name: str) -> SavedFilter:
    """The filter saved under a name."""
    found = next((each for each in saved(conn) if each.name == name.removeprefix("@")), None)
    if found is None:
        names = ", ".join("@" + each.name for each in saved(conn)) or "none yet"
        raise NotFound(f"There is no saved filter “@{name.removeprefix('@')}”.", f"Saved: {names}")
    return found


def save(session: Session, name: str, filter: Filter, words: str | None, dry_run: bool) -> Change:
    plain = name.strip().removeprefix("@")
    if not plain or any(c.isspace() for c in plain):
        raise UsageError(f"“{name}” cannot name a filter.", "A name is one word.")
    with session.operation("save filter", dry_run=dry_run) as work:
        fields = {"words": words, "filter": filter.model_dump_json(exclude_defaults=True)}
        row = session.conn.execute("SELECT id FROM filters WHERE name = ?", [plain]).fetchone()
        if row:
            work.ledger.update("filters", row[0], fields)
        else:
            work.ledger.insert("filters", {"name": plain, **fields})
        work.did("filters")
        work.sentences.append(f"Filter saved as @{plain}.")
    return work.change


def remove(session: Session, name: str, dry_run: bool) -> Change:
    with session.operation("remove filter", dry_run=dry_run) as work:
        found = named(session.conn, name)
        row = session.conn.execute("SELECT id FROM filters WHERE name = ?", [found.name]).fetchone()
        work.ledger.delete("filters", row[0])
        work.did("filters")
        work.sentences.append(f"Filter @{found.name} removed.")
    return work.change
