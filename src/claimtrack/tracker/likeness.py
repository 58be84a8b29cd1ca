"""Claims elsewhere in the tracker that look like given ones."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from claimtrack.model.tracked import Similar, TrackedClaim
from claimtrack.store import candidates, claims
from claimtrack.tracking import comparing

_MOST = 40


def like(
    conn: sqlite3.Connection,
    claim: TrackedClaim,
    limit: int,
    least: float = comparing.RELATED,
    ranked: bool = True,
) -> list[Similar]:
    """The claims most like one, best first."""
    mine = comparing.slots(claim)
    out = []
    for other in claims.by_ids(conn, candidates.for_claim(conn, claim, _MOST, ranked=ranked)):
        score, why = comparing.likeness(mine, comparing.slots(other))
        if score >= least:
            out.append(Similar.model_construct(claim=claim, other=other, likeness=score, why=why))
    return sorted(out, key=lambda each: (-each.likeness, each.other.id))[:limit]


def across_documents(conn: sqlite3.Connection, new: Sequence[TrackedClaim]) -> tuple[Similar, ...]:
    """For each new claim, the claim of another document that it looks like most."""
    if conn.execute("SELECT count(*) FROM documents WHERE NOT removed").fetchone()[0] < 2:
        return ()
    out: list[Similar] = []
    for claim in new:
        best = [
            each
            for each in like(conn, claim, 5, comparing.REPEAT, ranked=False)
            if each.other.document_id != claim.document_id
        ]
        out += best[:1]
    return tuple(out)
