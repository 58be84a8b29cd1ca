"""What may leave the house: claims without the evidence of confidential sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from claimtrack.model.tracking import FieldChange, Operation, TrackedClaim


def without_confidential(claims: Iterable[TrackedClaim]) -> Iterator[TrackedClaim]:
    """The same claims; evidence from a confidential source is left out, also when it is withdrawn."""
    for claim in claims:
        if any(each.access == "confidential" for each in claim.evidence):
            open_evidence = tuple(each for each in claim.evidence if each.access != "confidential")
            claim = claim.model_copy(update={"evidence": open_evidence})
        yield claim


def without_confidential_changes(operation: Operation, hidden: Collection[int]) -> Operation:
    """The same operation without what it did to the sources in `hidden` and to evidence from them.

    Then its command is left out too, for the words may name them.
    """
    kept = tuple(each for each in operation.changes if not _about(each, hidden))
    if len(kept) == len(operation.changes):
        return operation
    return operation.model_copy(update={"changes": kept, "command": operation.command.split(" ")[0], "reason": None})


def _about(change: FieldChange, hidden: Collection[int]) -> bool:
    values = {**(change.before or {}), **(change.after or {})}
    if values.get("access") == "confidential":
        return True
    return (change.item == "source" and change.item_id in hidden) or values.get("source_id") in hidden
