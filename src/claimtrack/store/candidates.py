"""Claims worth comparing with a given one: same quote or gloss, or the same value, found through indexes."""

from __future__ import annotations

import sqlite3

from claimtrack.model.tracked import TrackedClaim
from claimtrack.store import words
from claimtrack.store.values import stored_number


def for_claim(conn: sqlite3.Connection, claim: TrackedClaim, limit: int, *, ranked: bool) -> list[int]:
    """Ids of up to `limit` claims each by value and by words of the gloss (all of them, unless `ranked`)."""
    found: dict[int, None] = {}
    for quantity in claim.quantities:
        rows = conn.execute(
            "SELECT claim_id FROM quantities WHERE unit IS ? AND value IS ? AND claim_id <> ? LIMIT ?",
            [quantity.unit, stored_number(quantity.value), claim.id, limit],
        )
        found.update((row[0], None) for row in rows)
    spoken = dict.fromkeys(f'"{word}"' for _, _, word in words.words(claim.gloss))
    if spoken:
        # ranking reads every match, so it is left out where every claim of a new document is looked up
        match, order = (" OR ".join(spoken), "ORDER BY rank") if ranked else (" AND ".join(spoken), "")
        rows = conn.execute(
            f"SELECT rowid FROM claim_search WHERE claim_search MATCH ? AND rowid <> ? {order} LIMIT ?",
            [f"claim : ({match})", claim.id, limit],
        )
        found.update((row[0], None) for row in rows)
    gone = {
        row[0]
        for row in conn.execute(
            f"SELECT id FROM claims WHERE id IN ({','.join('?' * len(found))}) AND (removed OR "
            f"duplicate_of IS NOT NULL "
            "OR superseded_by IS NOT NULL)",
            list(found),
        )
    }
    return [id for id in found if id not in gone]
