"""History that may leave the house: operations without what touches confidential sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from claimtrack.model.history import FieldChange, Operation

Item = tuple[str, int]
"""A row of the tracker: its table and its id."""


def open_history(operations: Iterable[Operation], hidden: Collection[Item]) -> list[Operation]:
    """The operations without changes of the rows in `hidden`; those that did nothing else are left out."""
    shown = (_open(each, hidden) for each in operations)
    return [each for each in shown if each is not None]


def _open(operation: Operation, hidden: Collection[Item]) -> Operation | None:
    """What remains of an operation. Its words and its hash go too, for they may name what is hidden."""
    kept = tuple(each for each in operation.changes if not _is_hidden(each, hidden))
    if len(kept) == len(operation.changes):
        return operation
    if not kept:
        return None
    command = operation.command.split(" ")[0]
    return operation.model_copy(update={"changes": kept, "command": command, "reason": None, "hash": ""})


def _is_hidden(change: FieldChange, hidden: Collection[Item]) -> bool:
    values = {**(change.before or {}), **(change.after or {})}
    return (change.item, change.item_id) in hidden or ("sources", values.get("source_id")) in hidden
