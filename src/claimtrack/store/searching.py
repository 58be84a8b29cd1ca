"""Full-text search: keeping the shadow words of claims up to date, and ranked hits."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from claimtrack.model.filters import Filter
from claimtrack.model.tracked import SearchHit, TrackedClaim
from claimtrack.store import claims, filtering, words

_WORDS = """
INSERT INTO claim_words (claim_id, claim, notes, evidence) VALUES (?, ?, ?, ?)
ON CONFLICT (claim_id) DO UPDATE
  SET claim = excluded.claim, notes = excluded.notes, evidence = excluded.evidence
"""
Marker = Callable[[str], tuple[tuple[int, int], ...]]
_BESIDE = "UPDATE claim_words SET notes = ?, evidence = ? WHERE claim_id = ?"


def shadow_of(conn: sqlite3.Connection, claim: int) -> tuple[int, str, str, str]:
    """What the index should hold of a claim."""
    body = conn.execute("SELECT gloss, text, quote, subject, speaker FROM claims WHERE id = ?", [claim]).fetchone()
    return claim, words.shadow(*body), *_beside(conn, claim)


def _beside(conn: sqlite3.Connection, claim: int) -> tuple[str, str]:
    """What the index should hold of a claim's notes and evidence."""
    notes = [
        row[0] for row in conn.execute("SELECT text FROM notes WHERE claim_id = ? AND NOT removed ORDER BY id", [claim])
    ]
    evidence = [
        each
        for row in conn.execute(
            "SELECT s.title, s.publisher, s.author, s.origin, e.quote, e.note FROM evidence e JOIN sources "
            "s ON s.id = e.source_id "
            "WHERE e.claim_id = ? AND e.withdrawn_at IS NULL ORDER BY e.id",
            [claim],
        )
        for each in row
    ]
    return words.shadow(*notes), words.shadow(*evidence)


def reword(conn: sqlite3.Connection, ids: set[int], beside: set[int]) -> None:
    """Bring the index up to date for some claims; for those in `beside` only notes and evidence are read."""
    conn.executemany(_WORDS, [shadow_of(conn, id) for id in sorted(ids)])
    conn.executemany(_BESIDE, [(*_beside(conn, id), id) for id in sorted(beside - ids)])


def search(conn: sqlite3.Connection, wanted: str, filter: Filter) -> list[SearchHit]:
    """The claims that hold all the wanted words in any of their forms, best first."""
    match = words.query(wanted)
    if not match:
        return []
    sql, parameters = filtering.condition(filter)
    limit = 50 if filter.limit is None else filter.limit
    rows = conn.execute(
        f"SELECT c.id, bm25(claim_search, 4.0, 2.0, 1.0) AS rank FROM claim_search JOIN claims c ON c.id = "
        f"claim_search.rowid "
        f"WHERE claim_search MATCH ? AND {sql} ORDER BY rank, c.id LIMIT ? OFFSET ?",
        [match, *parameters, limit, filter.offset],
    ).fetchall()
    ranks = dict(rows)
    marks = words.marker(wanted)
    return [_hit(claim, -ranks[claim.id], marks) for claim in claims.by_ids(conn, list(ranks))]


def _hit(claim: TrackedClaim, score: float, marks: Marker) -> SearchHit:
    fields = [("text", claim.text), ("gloss", claim.gloss)]
    fields += [("quote", claim.quote)] if claim.quote != claim.text else []
    fields += [("note", note.text) for note in claim.notes]
    fields += [("evidence", text) for e in claim.evidence for text in (e.source, e.quote, e.note) if text]
    best = max(((name, text, marks(text)) for name, text in fields), key=lambda each: len(each[2]))
    return SearchHit.model_construct(claim=claim, score=round(score, 6), field=best[0], excerpt=best[1], marks=best[2])
