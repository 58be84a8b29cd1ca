"""claimtrack undo: take back what a command did."""

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
    """Take back the last command, or a named one: all that it changed, however many claims.

    \b
      claimtrack undo
      claimtrack undo 12
      claimtrack undo --dry-run
    """
    with desk.write(dry_run=writing.dry_run) as tracker:
        number = one_id(operation, "operation") if operation else None
        writing.told(tracker.undo(number, dry_run=writing.dry_run), desk)
