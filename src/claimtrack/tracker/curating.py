"""Tags, notes and assignments."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from claimtrack.errors import Conflict, NotFound, UsageError
from claimtrack.languages.messages import say
from claimtrack.model.history import Change
from claimtrack.model.tracked import TrackedClaim
from claimtrack.store.ledger import Ledger
from claimtrack.text.folding import fold
from claimtrack.tracker.session import Picked, Session, Work, numbered


def folded(tag: str) -> str:
    """A tag as tags are compared."""
    name = " ".join(fold(tag).split())
    if not name or ";" in name or "," in name:
        raise UsageError(say("tag_unfit", tag=tag), say("tag_words"))
    return name


def tag(session: Session, picked: Picked, add: Iterable[str], remove: Iterable[str], dry_run: bool) -> Change:
    adding, removing = [a.strip() for a in add], [r.strip() for r in remove]
    with session.operation("tag", dry_run=dry_run) as work:
        found = session.picked(picked)
        unknown = [r for r in removing if _tag_id(work.ledger.conn, r) is None]
        if unknown:
            raise NotFound(say("no_tag", tag=unknown[0]), say("see_tags"))
        for claim in found:
            set_tags(work, claim, adding, removing)
        parts = [
            f"{numbered(n, 'tag')} {done}"
            for done, n in (("added", work.counts["tagged"]), ("removed", work.counts["untagged"]))
            if n
        ]
        if parts:
            work.sentences.append(f"{numbered(len(work.claims), 'claim')}: {', '.join(parts)}.")
    return work.change


def set_tags(work: Work, claim: TrackedClaim, add: Sequence[str], remove: Sequence[str]) -> None:
    """Add and remove tags of one claim."""
    bears = {fold(name) for name in claim.tags}
    for name in {folded(a): a for a in add}.values():
        if folded(name) not in bears:
            work.ledger.insert("claim_tags", {"claim_id": claim.id, "tag_id": _made(work.ledger, name)}, claim=claim.id)
            work.did("tagged", claim.id)
    for name in remove:
        row = work.ledger.conn.execute(
            "SELECT ct.id FROM claim_tags ct JOIN tags t ON t.id = ct.tag_id WHERE ct.claim_id = ? AND t.folded = ?",
            [claim.id, folded(name)],
        ).fetchone()
        if row:
            work.ledger.delete("claim_tags", row[0], claim=claim.id)
            work.did("untagged", claim.id)


def _tag_id(conn: sqlite3.Connection, name: str) -> int | None:
    row = conn.execute("SELECT id FROM tags WHERE folded = ?", [folded(name)]).fetchone()
    return row and int(row[0])


def _made(ledger: Ledger, name: str) -> int:
    """The id of a tag, made where it is new (a name alone is no change worth undoing)."""
    id = _tag_id(ledger.conn, name)
    if id is None:
        id = ledger.conn.execute("INSERT INTO tags (name, folded) VALUES (?, ?)", [name, folded(name)]).lastrowid
    assert id is not None
    return id


def _existing(conn: sqlite3.Connection, name: str) -> int:
    id = _tag_id(conn, name)
    if id is None:
        raise NotFound(say("no_tag", tag=name), say("see_tags"))
    return id


def rename(session: Session, old: str, new: str, dry_run: bool) -> Change:
    with session.operation("rename tag", dry_run=dry_run) as work:
        id, other = _existing(session.conn, old), _tag_id(session.conn, new)
        if other not in (None, id):
            raise Conflict(say("tag_taken", tag=new), say("tag_join", old=old, new=new))
        if work.ledger.update("tags", id, {"name": new.strip(), "folded": folded(new)}):
            work.did("renamed")
            work.sentences.append(f"Tag {old} is now called {new}.")
    return work.change


def merge(session: Session, names: Sequence[str], into: str, dry_run: bool) -> Change:
    with session.operation("merge tags", dry_run=dry_run) as work:
        target = _made(work.ledger, into)
        for name in names:
            id = _existing(session.conn, name)
            for row, claim in (
                session.conn.execute("SELECT id, claim_id FROM claim_tags WHERE tag_id = ?", [id]).fetchall()
                if id != target
                else ()
            ):
                held = session.conn.execute(
                    "SELECT 1 FROM claim_tags WHERE claim_id = ? AND tag_id = ?", [claim, target]
                )
                if held.fetchone():
                    work.ledger.delete("claim_tags", row, claim=claim)
                else:
                    work.ledger.update("claim_tags", row, {"tag_id": target}, claim=claim)
                work.did("merged", claim)
        work.sentences.append(f"{numbered(len(work.claims), 'claim')} now tagged {into}.")
    return work.change


def note(session: Session, picked: Picked, text: str, dry_run: bool) -> Change:
    if not text.strip():
        raise UsageError(say("note_empty"), say("note_say"))
    with session.operation("note", dry_run=dry_run) as work:
        for claim in session.picked(picked):
            add_note(work, claim.id, text)
        work.sentences.append(f"Note added to {numbered(len(work.claims), 'claim')}.")
    return work.change


def add_note(work: Work, claim: int, text: str) -> None:
    """A note beside one claim."""
    work.ids.append(
        work.ledger.insert(
            "notes",
            {"claim_id": claim, "text": text, "author": work.ledger.actor, "at": work.ledger.at},
            claim=claim,
        )
    )
    work.ledger.reword_beside.add(claim)
    work.did("notes", claim)


def remove_note(session: Session, id: int, dry_run: bool) -> Change:
    with session.operation("remove note", dry_run=dry_run) as work:
        row = session.conn.execute("SELECT claim_id FROM notes WHERE id = ? AND NOT removed", [id]).fetchone()
        if not row:
            raise NotFound(say("no_note", note=id), say("see_notes"))
        hide_note(work, id, row[0])
        work.sentences.append(f"Note {id} of claim {row[0]} removed.")
    return work.change


def hide_note(work: Work, id: int, claim: int) -> None:
    """Take a note away; the history keeps it."""
    work.ledger.update("notes", id, {"removed": 1}, claim=claim)
    work.ledger.reword_beside.add(claim)
    work.did("notes removed", claim)


def assign(session: Session, picked: Picked, to: str | None, dry_run: bool) -> Change:
    with session.operation("assign", dry_run=dry_run) as work:
        for claim in session.picked(picked):
            set_assignee(work, claim.id, to)
        if work.claims:
            whom = f"assigned to {to}" if to else "no longer assigned"
            work.sentences.append(f"{numbered(len(work.claims), 'claim')} {whom}.")
    return work.change


def set_assignee(work: Work, claim: int, to: str | None) -> None:
    """Who works on a claim."""
    name = (to or "").strip() or None
    if work.ledger.update("claims", claim, {"assignee": name, "assignee_key": fold(name) if name else None}):
        work.did("assigned", claim)
