"""Claims out of the database: rows and their children, read in batches, as TrackedClaims."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from functools import lru_cache
from json import dumps, loads
from typing import Any

from claimtrack.model import Ambiguity, Link, Predicate, Voice
from claimtrack.model.filters import Filter
from claimtrack.model.sources import Evidence
from claimtrack.model.tracked import Note, TrackedClaim
from claimtrack.store import filtering, values
from claimtrack.store.values import Model, built

_PLAIN = (
    "id",
    "document_id",
    "key",
    "origin",
    "quote",
    "kind",
    "speaker",
    "attribution",
    "subject",
    "polarity",
    "modality",
    "text",
    "gloss",
    "score",
    "status",
    "status_at",
    "status_by",
    "status_reason",
    "assignee",
    "missing_since",
    "duplicate_of",
    "superseded_by",
    "outdated_on",
    "published_url",
    "correction",
    "added_at",
)
_SPECIAL = (
    "span_start",
    "span_end",
    "checkable",
    "reasons",
    "edited",
    "voices",
    "ambiguous",
    "links",
    "predicate_text",
    "predicate_lemma",
    "predicate_english",
)
_SELECT = (
    f"SELECT {', '.join('c.' + c for c in (*_PLAIN, *_SPECIAL))}, d.name, d.language, d.published "
    "FROM claims c JOIN documents d ON d.id = c.document_id"
)
_BATCH = 400


def find(conn: sqlite3.Connection, filter: Filter) -> Iterator[TrackedClaim]:
    """The claims that a filter picks, in its order, read a batch at a time."""
    sql, parameters = filtering.condition(filter)
    cursor = conn.execute(f"{_SELECT} WHERE {sql} {filtering.order(filter)}", parameters)
    while rows := cursor.fetchmany(_BATCH):
        yield from _with_children(conn, rows)


def count(conn: sqlite3.Connection, filter: Filter) -> int:
    """How many claims a filter picks, without its limit."""
    sql, parameters = filtering.condition(filter)
    return int(conn.execute(f"SELECT count(*) FROM claims c WHERE {sql}", parameters).fetchone()[0])


def pick(conn: sqlite3.Connection, filter: Filter) -> list[int]:
    """The ids that a filter picks."""
    sql, parameters = filtering.condition(filter)
    return [
        row[0] for row in conn.execute(f"SELECT c.id FROM claims c WHERE {sql} {filtering.order(filter)}", parameters)
    ]


def by_ids(conn: sqlite3.Connection, ids: Sequence[int], *, hidden: bool = False) -> list[TrackedClaim]:
    """Claims by id in the order asked for; those that are not there are left out."""
    found: dict[int, TrackedClaim] = {}
    for i in range(0, len(ids), _BATCH):
        part = ids[i : i + _BATCH]
        where = f"c.id IN ({','.join('?' * len(part))})" + ("" if hidden else " AND NOT c.removed")
        rows = conn.execute(f"{_SELECT} WHERE {where}", part).fetchall()
        found.update((claim.id, claim) for claim in _with_children(conn, rows))
    return [found[id] for id in ids if id in found]


def absent(conn: sqlite3.Connection, ids: Sequence[int]) -> list[int]:
    """Those of the ids that no claim has."""
    sql = "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM claims WHERE NOT removed)"
    return [row[0] for row in conn.execute(sql, [dumps(list(ids))])]


def of_document(conn: sqlite3.Connection, document: int, *, hidden: bool = False) -> list[TrackedClaim]:
    """All claims of a document in the order of its text; `hidden` brings the removed ones too."""
    where = "" if hidden else " AND NOT c.removed"
    rows = conn.execute(
        f"{_SELECT} WHERE c.document_id = ?{where} ORDER BY c.span_start, c.span_end, c.id", [document]
    ).fetchall()
    return [claim for i in range(0, len(rows), _BATCH) for claim in _with_children(conn, rows[i : i + _BATCH])]


def _with_children(conn: sqlite3.Connection, rows: Sequence[tuple[Any, ...]]) -> Iterator[TrackedClaim]:
    ids = [row[0] for row in rows]
    children = {table: values.read(conn, ids, table) for table in values.COLUMNS}
    tags, notes, evidence = _tags(conn, ids), _notes(conn, ids), _evidence(conn, ids)
    for row in rows:
        id = row[0]
        yield _claim(
            row,
            {table: found.get(id, []) for table, found in children.items()},
            tags.get(id, ()),
            notes.get(id, ()),
            evidence.get(id, ()),
        )


def _claim(
    row: tuple[Any, ...],
    children: values.Values,
    tags: Sequence[str],
    notes: Sequence[Note],
    evidence: Sequence[Evidence],
) -> TrackedClaim:
    fields = dict(zip(_PLAIN, row, strict=False))
    (
        fields["start"],
        fields["end"],
        checkable,
        reasons,
        edited,
        voices,
        ambiguous,
        links,
        predicate,
        lemma,
        english,
        fields["document"],
        fields["language"],
        fields["published"],
    ) = row[len(_PLAIN) :]
    fields["checkable"] = bool(checkable)
    fields["reasons"], fields["edited"] = _strings(reasons), _strings(edited)
    fields["voices"] = _models(Voice, voices)
    fields["ambiguous"] = _models(Ambiguity, ambiguous)
    fields["links"] = _models(Link, links)
    fields["predicate"] = (
        None if predicate is None else built(Predicate, {"text": predicate, "lemma": lemma, "english": english})
    )
    fields["quantities"] = tuple(map(values.quantity, children["quantities"]))
    fields["times"] = tuple(map(values.time, children["times"]))
    fields["places"] = tuple(each[0] for each in children["places"])
    fields["appearances"] = tuple(map(values.appearance, children["appearances"]))
    fields["tags"], fields["notes"], fields["evidence"] = tuple(tags), tuple(notes), tuple(evidence)
    fields["orphaned"] = fields["end"] - fields["start"] != len(fields["quote"])
    return built(TrackedClaim, fields)


@lru_cache(maxsize=4096)
def _strings(text: str) -> tuple[str, ...]:
    return tuple(loads(text))


@lru_cache(maxsize=4096)
def _models(model: type[Model], text: str) -> tuple[Model, ...]:
    """Small flat models that were checked when they were stored."""
    return () if text == "[]" else tuple(built(model, _defaults(model) | _tuples(each)) for each in loads(text))


def _tuples(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}


@lru_cache(maxsize=16)
def _defaults(model: type[Model]) -> dict[str, Any]:
    return {name: each.default for name, each in model.model_fields.items() if not each.is_required()}


def _tags(conn: sqlite3.Connection, ids: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for claim, name in conn.execute(
        f"SELECT ct.claim_id, t.name FROM claim_tags ct JOIN tags t ON t.id = ct.tag_id "
        f"WHERE ct.claim_id IN ({','.join('?' * len(ids))}) ORDER BY t.folded",
        ids,
    ):
        found.setdefault(claim, []).append(name)
    return found


def _notes(conn: sqlite3.Connection, ids: Sequence[int]) -> dict[int, list[Note]]:
    found: dict[int, list[Note]] = {}
    for claim, id, text, author, at in conn.execute(
        f"SELECT claim_id, id, text, author, at FROM notes WHERE claim_id IN ({','.join('?' * len(ids))}) "
        "AND NOT removed ORDER BY id",
        ids,
    ):
        found.setdefault(claim, []).append(built(Note, {"id": id, "text": text, "author": author, "at": at}))
    return found


_EVIDENCE = (
    "id",
    "claim_id",
    "source_id",
    "stance",
    "quote",
    "locator",
    "note",
    "added_at",
    "added_by",
    "withdrawn_at",
    "withdrawn_by",
    "withdrawn_because",
)


def _evidence(conn: sqlite3.Connection, ids: Sequence[int]) -> dict[int, list[Evidence]]:
    found: dict[int, list[Evidence]] = {}
    sql = (
        f"SELECT {', '.join('e.' + c for c in _EVIDENCE)}, coalesce(s.title, s.url, s.kind), s.url, "
        f"s.origin, s.rank, "
        "s.access, EXISTS (SELECT 1 FROM captures k WHERE k.source_id = s.id AND k.state <> 'failed' AND "
        "NOT k.removed) "
        f"FROM evidence e JOIN sources s ON s.id = e.source_id WHERE e.claim_id IN "
        f"({','.join('?' * len(ids))}) "
        "ORDER BY e.id"
    )
    for row in conn.execute(sql, ids):
        fields = dict(zip((*_EVIDENCE, "source", "url", "origin", "rank", "access", "captured"), row, strict=True))
        fields["captured"] = bool(fields["captured"])
        found.setdefault(row[1], []).append(built(Evidence, fields))
    return found
