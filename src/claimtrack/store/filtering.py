"""A Filter as SQL: the condition, its parameters and the order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from json import dumps
from typing import Any

from claimtrack.model.filters import Filter
from claimtrack.store import words
from claimtrack.store.values import stored_number
from claimtrack.text.folding import fold

_ORDERS = {
    "document": "c.document_id, c.span_start, c.span_end, c.id",
    "id": "c.id",
    "-id": "c.id DESC",
    "score": "c.score DESC, c.id",
    "status": "c.status, c.document_id, c.span_start, c.span_end, c.id",
    "updated": "c.updated_at DESC, c.id",
}

Part = tuple[str, list[Any]]


def condition(filter: Filter) -> Part:
    """What a claim (table `c`) must meet, and the parameters."""
    parts: list[Part] = [("NOT c.removed", [])]
    parts += [part for rule in _RULES for part in rule(filter)]
    return " AND ".join(sql for sql, _ in parts), [value for _, values in parts for value in values]


def order(filter: Filter) -> str:
    """The ORDER BY and LIMIT of a filter."""
    limit = (
        "" if filter.limit is None and not filter.offset else f" LIMIT {-1 if filter.limit is None else filter.limit}"
    )
    return f"ORDER BY {_ORDERS[filter.order]}{limit}" + (f" OFFSET {filter.offset}" if filter.offset else "")


def _among(column: str, values: Sequence[Any]) -> Part:
    return f"{column} IN ({', '.join('?' * len(values))})", list(values)


def _standing(f: Filter) -> list[Part]:
    if f.ids:
        return [("c.id IN (SELECT value FROM json_each(?))", [dumps(f.ids)])]  # there may be more than SQL takes marks
    if f.checkable is None:
        return []
    return [
        ("c.checkable" if f.checkable else "NOT c.checkable", []),
        ("c.duplicate_of IS NULL AND c.superseded_by IS NULL", []),
    ]


def _columns(f: Filter) -> list[Part]:
    pairs: list[tuple[str, Sequence[Any]]] = [("c.status", f.status), ("c.kind", f.kind)]
    return [_among(column, values) for column, values in pairs if values]


def _people(f: Filter) -> list[Part]:
    out: list[Part] = []
    for column, names in (("c.speaker_key", f.speaker), ("c.assignee_key", f.assignee)):
        if names:
            out.append(("(" + " OR ".join([f"instr({column}, ?) > 0"] * len(names)) + ")", [fold(n) for n in names]))
    return out


def _children(f: Filter) -> list[Part]:
    out: list[Part] = []
    if f.tag:
        sql, values = _among("t.folded", [fold(tag) for tag in f.tag])
        out.append(
            (
                f"c.id IN (SELECT ct.claim_id FROM claim_tags ct JOIN tags t ON t.id = ct.tag_id WHERE {sql})",
                values,
            )
        )
    if f.place:
        sql, values = _among("p.code", [place.upper() for place in f.place])
        out.append((f"EXISTS (SELECT 1 FROM places p WHERE p.claim_id = c.id AND {sql})", values))
    return out


def _document(f: Filter) -> list[Part]:
    out: list[Part] = []
    if f.document:
        each = [which_document(name) for name in f.document]
        out.append(
            (
                f"c.document_id IN (SELECT d.id FROM documents d WHERE {' OR '.join(sql for sql, _ in each)})",
                [value for _, values in each for value in values],
            )
        )
    wanted: list[Part] = [_among("d.language", f.language)] if f.language else []
    wanted += [("coalesce(d.published, d.added_at) >= ?", [f.since])] if f.since else []
    wanted += [(f"substr(coalesce(d.published, d.added_at), 1, {len(f.until)}) <= ?", [f.until])] if f.until else []
    if wanted:
        sql = " AND ".join(s for s, _ in wanted)
        out.append(
            (
                f"c.document_id IN (SELECT d.id FROM documents d WHERE {sql})",
                [v for _, vs in wanted for v in vs],
            )
        )
    return out


def which_document(name: str) -> Part:
    """A document by id, name or part of it, or the beginning of its sha256."""
    sql, values = "instr(lower(d.name), lower(?)) > 0", [name]
    if name.isdecimal():
        return "(d.id = ? OR d.name = ?)", [int(name), name]
    if len(name) >= 6 and set(name.lower()) <= set("0123456789abcdef"):
        return f"({sql} OR substr(d.sha256, 1, {len(name)}) = ?)", [*values, name.lower()]
    return sql, list(values)


def _quantity(f: Filter) -> list[Part]:
    wanted: list[Part] = [_among("lower(q.unit)", [u.lower() for u in f.unit])] if f.unit else []
    if f.minimum is not None:
        wanted.append(("coalesce(q.high, q.value, q.low) >= ?", [stored_number(f.minimum)]))
    if f.maximum is not None:
        wanted.append(("coalesce(q.low, q.value, q.high) <= ?", [stored_number(f.maximum)]))
    if not wanted:
        return []
    sql = " AND ".join(s for s, _ in wanted)
    return [
        (
            f"EXISTS (SELECT 1 FROM quantities q WHERE q.claim_id = c.id AND {sql})",
            [v for _, vs in wanted for v in vs],
        )
    ]


def _words(f: Filter) -> list[Part]:
    if not f.text or not f.text.strip():
        return []
    match = words.query(f.text)
    if not match:
        return [("0", [])]
    return [("c.id IN (SELECT rowid FROM claim_search WHERE claim_search MATCH ?)", [match])]


def _missing(f: Filter) -> list[Part]:
    if f.missing is None:
        return []
    return [(f"c.missing_since IS {'NOT ' if f.missing else ''}NULL", [])]


_RULES: tuple[Callable[[Filter], list[Part]], ...] = (
    _standing,
    _columns,
    _people,
    _children,
    _document,
    _quantity,
    _words,
    _missing,
)
