"""Counts for the desk."""

from __future__ import annotations

import sqlite3
from datetime import date

from claimtrack.model.counts import Stats, TagCount
from claimtrack.model.filters import Filter
from claimtrack.store import filtering

_SPELLINGS = {
    "tag": "SELECT name FROM tags ORDER BY folded",
    "unit": "SELECT DISTINCT unit FROM quantities WHERE unit IS NOT NULL ORDER BY unit",
    "document": "SELECT name FROM documents WHERE NOT removed ORDER BY id",
    "language": "SELECT DISTINCT language FROM documents WHERE language IS NOT NULL AND NOT removed ORDER BY 1",
    "speaker": "SELECT DISTINCT speaker FROM claims WHERE speaker IS NOT NULL AND NOT removed ORDER BY 1",
    "assignee": "SELECT DISTINCT assignee FROM claims WHERE assignee IS NOT NULL AND NOT removed ORDER BY 1",
}


def spellings(conn: sqlite3.Connection, field: str) -> list[str]:
    """The words that claims have for a field of a filter, as written."""
    return [row[0] for row in conn.execute(_SPELLINGS[field])]


_AGES = ((7, "up to a week"), (30, "up to a month"), (90, "up to three months"), (10**9, "older"))
_OPEN = ("unverified", "in_progress", "in_review")
_VERDICTS = ("verified", "partly_true", "misleading", "false", "unproven")


def stats(conn: sqlite3.Connection, filter: Filter, today: str) -> Stats:
    """Counts over the claims that a filter picks; the age counts open claims by the day they were added."""
    where, parameters = filtering.condition(filter)

    def by(column: str, join: str = "") -> dict[str, int]:
        rows = conn.execute(
            f"SELECT {column}, count(*) FROM claims c {join} WHERE {where} AND {column} IS NOT NULL "
            f"GROUP BY {column} ORDER BY count(*) DESC, {column}",
            parameters,
        )
        return {str(name): n for name, n in rows}

    status = by("c.status")
    total, checkable, missing, documents = conn.execute(
        "SELECT count(*), coalesce(sum(c.checkable), 0), count(c.missing_since), count(DISTINCT "
        "c.document_id) "
        f"FROM claims c WHERE {where}",
        parameters,
    ).fetchone()
    marks = ", ".join("?" * len(_OPEN))
    days = conn.execute(
        f"SELECT substr(c.added_at, 1, 10), count(*) FROM claims c WHERE {where} AND c.status IN ({marks}) GROUP BY 1",
        [*parameters, *_OPEN],
    ).fetchall()
    return Stats(
        documents=documents,
        claims=total,
        checkable=checkable,
        missing=missing,
        open=sum(status.get(s, 0) for s in _OPEN),
        verdicts=sum(status.get(s, 0) for s in _VERDICTS),
        by_status=status,
        by_kind=by("c.kind"),
        by_assignee=by("c.assignee"),
        by_document=by("d.name", "JOIN documents d ON d.id = c.document_id"),
        by_tag=by("t.name", "JOIN claim_tags ct ON ct.claim_id = c.id JOIN tags t ON t.id = ct.tag_id"),
        by_age=_ages(days, today),
        sources=_count(conn, "sources WHERE NOT removed"),
        evidence=_count(conn, "evidence WHERE withdrawn_at IS NULL"),
    )


def _count(conn: sqlite3.Connection, what: str) -> int:
    return int(conn.execute(f"SELECT count(*) FROM {what}").fetchone()[0])


def _ages(days: list[tuple[str, int]], today: str) -> dict[str, int]:
    out = {name: 0 for _, name in _AGES}
    for day, count in days:
        age = (date.fromisoformat(today[:10]) - date.fromisoformat(day)).days
        out[next(name for limit, name in _AGES if age <= limit)] += count
    return {name: count for name, count in out.items() if count}


def tags(conn: sqlite3.Connection) -> list[TagCount]:
    """The tags that claims bear, most used first."""
    rows = conn.execute(
        "SELECT t.name, count(*) FROM claim_tags ct JOIN tags t ON t.id = ct.tag_id "
        "JOIN claims c ON c.id = ct.claim_id WHERE NOT c.removed GROUP BY t.id ORDER BY 2 DESC, t.folded"
    )
    return [TagCount(name=name, claims=count) for name, count in rows]
