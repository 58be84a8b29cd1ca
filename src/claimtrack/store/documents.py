"""Documents: immutable texts with their sentences and mentions, and putting an extraction's claims into
rows."""

from __future__ import annotations

import sqlite3
from hashlib import sha256
from json import dumps, loads
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from claimtrack.errors import Conflict, NotFound
from claimtrack.languages.messages import say
from claimtrack.model import Claim, Extraction
from claimtrack.store import filtering, values
from claimtrack.store.ledger import Ledger
from claimtrack.text.folding import fold

if TYPE_CHECKING:
    from claimtrack.model.stored import DocumentRow

_FIELDS = (
    "id",
    "name",
    "sha256",
    "language",
    "published",
    "speaker",
    "title",
    "source",
    "engine",
    "added_at",
    "added_by",
)
_OPEN = "('unverified', 'in_progress', 'in_review')"
_SELECT = (
    f"SELECT {', '.join('d.' + f for f in _FIELDS)}, count(c.id), coalesce(sum(c.checkable), 0), "
    f"coalesce(sum(c.checkable AND c.status IN {_OPEN}), 0) FROM documents d LEFT JOIN claims c ON "
    f"c.document_id = d.id "
    "AND NOT c.removed AND c.duplicate_of IS NULL AND c.superseded_by IS NULL"
)
_READ = frozenset({"span_start", "span_end", "kind", "checkable", "speaker", "subject", "polarity", "text", "gloss"})


def digest(text: str) -> str:
    """The sha256 of a text as UTF-8."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def documents(conn: sqlite3.Connection) -> list[DocumentRow]:
    """All documents, without their texts."""
    return [_row(row) for row in conn.execute(f"{_SELECT} WHERE NOT d.removed GROUP BY d.id ORDER BY d.id")]


def find(conn: sqlite3.Connection, which: int | str) -> int:
    """The id of one document, by id, name (or part of it) or the beginning of its sha256."""
    exact = conn.execute("SELECT id FROM documents WHERE name = ? AND NOT removed", [str(which)]).fetchall()
    sql, parameters = filtering.which_document(str(which))
    rows = (
        exact
        or conn.execute(f"SELECT d.id, d.name FROM documents d WHERE NOT d.removed AND {sql}", parameters).fetchall()
    )
    if not rows:
        raise NotFound(say("no_document", which=which), say("see_documents"))
    if len(rows) > 1 and not (len(exact) == 0 and str(which).isdecimal()):
        ids = ", ".join(str(row[0]) for row in rows[:9])
        raise Conflict(say("document_many", which=which, ids=ids), say("document_by_id"))
    return int(rows[0][0])


def fits_any(conn: sqlite3.Connection, name: str) -> bool:
    """Whether a word of a filter names a document at all."""
    sql, parameters = filtering.which_document(name)
    return conn.execute(f"SELECT 1 FROM documents d WHERE NOT d.removed AND {sql}", parameters).fetchone() is not None


def load(conn: sqlite3.Connection, id: int) -> DocumentRow:
    """One document with text, sentences and mentions."""
    row = conn.execute(f"{_SELECT} WHERE d.id = ? GROUP BY d.id", [id]).fetchone()
    text = conn.execute("SELECT text FROM documents WHERE id = ?", [id]).fetchone()[0]
    layout = layout_of(conn, id)
    sentences = [dict(zip(("start", "end", "role", "set_aside"), s, strict=True)) for s in layout["sentences"]]
    mentions = [
        dict(zip(("start", "end", "type", "text", "value"), (*m[:4], loads(m[4])), strict=True))
        for m in layout["mentions"]
    ]
    return _row(row, text=text, sentences=sentences, mentions=mentions)


def _row(row: tuple[Any, ...], **whole: Any) -> DocumentRow:
    from claimtrack.model.stored import DocumentRow

    names = (*_FIELDS, "claims", "checkable", "open")
    return DocumentRow.model_validate(dict(zip(names, row, strict=True)) | whole)


def add(ledger: Ledger, extraction: Extraction, text: str, name: str, engine: str | None) -> int:
    """A new document with its sentences and mentions."""
    about = extraction.document.model_dump()
    id = ledger.insert(
        "documents",
        {
            "name": name,
            "text": text,
            "sha256": digest(text),
            **about,
            "engine": engine,
            "added_at": ledger.at,
            "added_by": ledger.actor,
        },
        shown={"name": name, "sha256": digest(text)},
    )
    _write_layout(ledger.conn, id, layout_for(extraction))
    return id


def layout_for(extraction: Extraction) -> dict[str, list[list[Any]]]:
    """Sentences and mentions as rows."""
    return {
        "sentences": [[s.start, s.end, s.role, s.set_aside] for s in extraction.sentences],
        "mentions": [[m.start, m.end, m.type, m.text, json(m.value)] for m in extraction.mentions],
    }


def layout_of(conn: sqlite3.Connection, document: int) -> dict[str, list[list[Any]]]:
    """The stored sentences and mentions as rows."""
    sql = {"sentences": "role, set_aside", "mentions": "type, text, value"}
    return {
        table: [
            list(row)
            for row in conn.execute(
                f"SELECT span_start, span_end, {columns} FROM {table} WHERE document_id = ? ORDER BY id",
                [document],
            )
        ]
        for table, columns in sql.items()
    }


def _write_layout(conn: sqlite3.Connection, document: int, layout: dict[str, list[list[Any]]]) -> None:
    for table, columns in (("sentences", "role, set_aside"), ("mentions", "type, text, value")):
        conn.execute(f"DELETE FROM {table} WHERE document_id = ?", [document])
        rows = [[document, *row] for row in layout[table]]
        marks = ", ".join("?" * (columns.count(",") + 4))
        conn.executemany(f"INSERT INTO {table} (document_id, span_start, span_end, {columns}) VALUES ({marks})", rows)


def replace_layout(ledger: Ledger, document: int, layout: dict[str, list[list[Any]]]) -> None:
    """Another engine's sentences and mentions in place of the stored ones, with history."""
    before = layout_of(ledger.conn, document)
    if before != layout:
        _write_layout(ledger.conn, document, layout)
        ledger.note("layout", document, before, layout)


def restore_layout(conn: sqlite3.Connection, document: int, layout: dict[str, list[list[Any]]]) -> None:
    """Put sentences and mentions back (undo)."""
    _write_layout(conn, document, layout)


def json(value: BaseModel | tuple[BaseModel, ...]) -> str:
    """A model, or several, as JSON text."""
    plain = [v.model_dump(mode="json") for v in value] if isinstance(value, tuple) else value.model_dump(mode="json")
    return dumps(plain, ensure_ascii=False)


def claim_fields(claim: Claim) -> dict[str, Any]:
    """The columns that an engine fills."""
    return {
        "key": claim.id,
        "span_start": claim.start,
        "span_end": claim.end,
        "quote": claim.quote,
        "kind": claim.kind,
        "checkable": int(claim.checkable),
        "speaker": claim.speaker,
        "attribution": claim.attribution,
        "subject": claim.subject,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "text": claim.text,
        "gloss": claim.gloss,
        "score": claim.score,
        "predicate_text": claim.predicate.text if claim.predicate else None,
        "predicate_lemma": claim.predicate.lemma if claim.predicate else None,
        "predicate_english": claim.predicate.english if claim.predicate else None,
        "reasons": dumps(claim.reasons, ensure_ascii=False),
        "voices": json(claim.voices),
        "ambiguous": json(claim.ambiguous),
        "links": json(claim.links),
        "speaker_key": fold(claim.speaker) if claim.speaker else None,
    }


def add_claim(ledger: Ledger, document: int, claim: Claim, *, origin: str = "extracted") -> int:
    """A new claim, unverified."""
    fields = claim_fields(claim) | {
        "document_id": document,
        "origin": origin,
        "added_at": ledger.at,
        "updated_at": ledger.at,
    }
    id = ledger.insert("claims", fields, shown={"gloss": claim.gloss, "status": "unverified", "quote": claim.quote})
    for table, rows in values.rows_of(claim).items():
        values.insert(ledger.conn, table, [(id, *row) for row in rows])
    ledger.reword.add(id)
    return id


def differs(conn: sqlite3.Connection, id: int, claim: Claim) -> bool:
    """Whether an engine reads a claim otherwise than it is stored: its words or its values, not its score."""
    fields = {name: value for name, value in claim_fields(claim).items() if name in _READ}
    row = conn.execute(f"SELECT {', '.join(fields)} FROM claims WHERE id = ?", [id]).fetchone()
    return tuple(fields.values()) != tuple(row) or values.of_claim(conn, id) != values.rows_of(claim)


def renew_claim(ledger: Ledger, id: int, claim: Claim, keep: tuple[str, ...]) -> bool:
    """Another engine's words and values for a claim, but for the fields that a person edited."""
    fields = {name: value for name, value in claim_fields(claim).items() if name not in keep}
    changed = ledger.update("claims", id, fields)
    rows = values.rows_of(claim)
    current = values.of_claim(ledger.conn, id)
    changed |= values.replace(ledger, id, {t: current[t] if t in keep else r for t, r in rows.items()})
    if changed:
        ledger.reword.add(id)
    return changed
