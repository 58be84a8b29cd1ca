"""claimtrack undo: take back what a command did."""

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
    """Take back the last command, or a named one: all that it changed, however many claims.

    \b
      claimtrack undo
      claimtrack undo 12
      claimtrack undo --dry-run
    """
    number = one_id(operation, "operation") if operation else None
    with desk.write(dry_run=writing.dry_run) as tracker:
        writing.told(tracker.undo(number, dry_run=writing.dry_run), desk)
