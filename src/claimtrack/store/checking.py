"""Everything that can be wrong with a database, looked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from hashlib import file_digest
from pathlib import Path

from claimtrack.model.counts import Problem
from claimtrack.store import documents, searching
from claimtrack.store.ledger import chained


def check(conn: sqlite3.Connection, captures: Path) -> list[Problem]:
    """All problems, none where the database is sound."""
    found = [problem for look in _LOOKS for problem in look(conn)]
    return [*found, *_captures(conn, captures)]


def _database(conn: sqlite3.Connection) -> Iterator[Problem]:
    for (said,) in conn.execute("PRAGMA integrity_check").fetchall():
        if said != "ok":
            yield Problem(part="database", message=said)


def _references(conn: sqlite3.Connection) -> Iterator[Problem]:
    for table, row, parent, _ in conn.execute("PRAGMA foreign_key_check").fetchall():
        yield Problem(part="reference", message=f"row {row} of {table} names a row of {parent} that is not there")


def _history(conn: sqlite3.Connection) -> Iterator[Problem]:
    previous, expected = "", 1
    for *head, before, digest in conn.execute(
        "SELECT id, at, actor, command, reason, undoes, previous_hash, hash FROM operations ORDER BY id"
    ).fetchall():
        rows = conn.execute(
            "SELECT claim_id, item, item_id, before, after FROM changes WHERE operation_id = ? ORDER BY id",
            [head[0]],
        ).fetchall()
        if head[0] != expected:
            yield Problem(part="history", message=f"operation {expected} is missing")
        if before != previous or chained(before, tuple(head), rows) != digest:
            yield Problem(part="history", message=f"operation {head[0]} is not what was written then")
        previous, expected = digest, head[0] + 1


def _texts(conn: sqlite3.Connection) -> Iterator[Problem]:
    for id, name, text, digest in conn.execute("SELECT id, name, text, sha256 FROM documents").fetchall():
        if documents.digest(text) != digest:
            yield Problem(part="document", message=f"the text of document {id} ({name}) is not the one that was stored")
        for table in ("claims", "appearances"):
            where = (
                "t.document_id = ?"
                if table == "claims"
                else "t.claim_id IN (SELECT id FROM claims WHERE document_id = ?)"
            )
            owner = "t.id" if table == "claims" else "t.claim_id"
            for claim, start, end, quote in conn.execute(
                f"SELECT {owner}, t.span_start, t.span_end, t.quote FROM {table} t WHERE {where}", [id]
            ):
                if text[start:end] != quote:
                    yield Problem(
                        part="span",
                        claim_id=claim,
                        message=f"claim {claim}: the words at {start} to {end} of document {id} are others",
                    )


def _search(conn: sqlite3.Connection) -> Iterator[Problem]:
    try:
        conn.execute("SAVEPOINT looking")
        conn.execute("INSERT INTO claim_search (claim_search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.OperationalError as error:
        if "readonly" not in str(error):
            raise
    except sqlite3.DatabaseError:
        yield Problem(part="search", message="the search index does not fit its words")
    finally:
        conn.execute("ROLLBACK TO looking")
        conn.execute("RELEASE looking")
    held = {row[0]: row for row in conn.execute("SELECT claim_id, claim, notes, evidence FROM claim_words")}
    for (id,) in conn.execute("SELECT id FROM claims ORDER BY id").fetchall():
        if held.get(id) != searching.shadow_of(conn, id):
            yield Problem(part="search", claim_id=id, message=f"claim {id} is not in the search index as it stands")


_LOOKS: tuple[Callable[[sqlite3.Connection], Iterator[Problem]], ...] = (
    _database,
    _references,
    _history,
    _texts,
    _search,
)


def _captures(conn: sqlite3.Connection, folder: Path) -> Iterator[Problem]:
    for id, source, place, digest in conn.execute(
        "SELECT id, source_id, location, sha256 FROM captures WHERE sha256 IS NOT NULL AND location IS NOT NULL "
        "AND NOT removed"
    ):
        file = folder / place
        if not file.is_file():
            yield Problem(part="capture", message=f"capture {id} of source {source} is missing: {file}")
            continue
        with file.open("rb") as stream:
            if file_digest(stream, "sha256").hexdigest() != digest:
                yield Problem(part="capture", message=f"capture {id} of source {source} was altered: {file}")
