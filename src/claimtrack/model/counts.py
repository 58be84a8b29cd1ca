"""Counts for the desk, and what a check found."""

from __future__ import annotations

from typing import Literal

from claimtrack.model.record import Record


class Stats(Record):
    """Counts for the desk: by status, kind, document, tag, assignee, and the age in days of what is open."""

    documents: int
    claims: int
    checkable: int
    open: int
    verdicts: int
    by_status: dict[str, int]
    by_kind: dict[str, int]
    by_document: dict[str, int]
    by_tag: dict[str, int]
    by_assignee: dict[str, int]
    by_age: dict[str, int]
    missing: int = 0
    sources: int = 0
    evidence: int = 0


class TagCount(Record):
    """A tag as written, and how many claims bear it."""

    name: str
    claims: int


class Problem(Record):
    """Something that `check` found wrong: which part, what, and where."""

    part: Literal["database", "history", "span", "capture", "reference", "search", "document"]
    message: str
    claim_id: int | None = None
