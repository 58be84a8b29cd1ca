"""What was changed, by whom, and what a write answers."""

from __future__ import annotations

from typing import Any

from pydantic import Field, SkipValidation

from claimtrack.model.record import Record


class FieldChange(Record):
    """One thing that an operation changed: `item` is its table, with the values before and after by field."""

    claim_id: int | None = None
    item: str
    item_id: int
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None


class Operation(Record):
    """One command of one person, and all it changed. `undone` tells whether its changes are taken back."""

    id: int
    at: str
    actor: str
    command: str
    reason: str | None = None
    undoes: int | None = None
    undone: bool = False
    changes: tuple[FieldChange, ...] = ()
    hash: str


class Change(Record):
    """The answer of every write: `sentences` for the user, `counts` of what was done, the operation to undo.

    `operation` is None when nothing changed or when it was a dry run. `warnings` are for stderr, and keep what
    they are made of (`languages.messages`).
    """

    operation: int | None = None
    dry_run: bool = False
    sentences: tuple[str, ...] = ()
    warnings: tuple[SkipValidation[str], ...] = ()
    claims: tuple[int, ...] = ()
    ids: tuple[int, ...] = ()
    counts: dict[str, int] = Field(default_factory=dict)

    @property
    def changed(self) -> bool:
        """Whether anything was, or in a dry run would be, written."""
        return bool(self.counts)
