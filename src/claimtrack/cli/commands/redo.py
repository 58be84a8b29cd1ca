"""claimtrack redo: bring back what a command did."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.filters import one_id
from claimtrack.cli.signature import uses
from claimtrack.cli.writing import Writing, writing


@uses(writing=writing, desk=desk)
def run(
    operation: Annotated[
        str | None,
        typer.Argument(
            metavar="OPERATION",
            help=("The number of the operation, as “claimtrack history” shows it; else the last one."),
        ),
    ] = None,
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
    with desk.write(dry_run=writing.dry_run) as tracker:
        number = one_id(operation, "operation") if operation else None
        writing.told(tracker.redo(number, dry_run=writing.dry_run), desk)
