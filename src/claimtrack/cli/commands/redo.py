"""claimtrack redo: bring back what a command did."""

from __future__ import annotations

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.filters import Operation, one_id
from claimtrack.cli.signature import uses
from claimtrack.cli.writing import Writing, writing


@uses(writing=writing, desk=desk)
def run(
    operation: Operation = None,
    *,
    writing: Writing,
    desk: Desk,
) -> None:
    """Bring back what the last undo took, or a named operation that was undone.

    \b
      claimtrack redo
      claimtrack redo 12
      claimtrack redo --dry-run
    """
    number = one_id(operation, "operation") if operation else None
    with desk.write(dry_run=writing.dry_run) as tracker:
        writing.told(tracker.redo(number, dry_run=writing.dry_run), desk)
