"""claimtrack backup: a verified copy of the database."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.signature import uses
from claimtrack.errors import UsageError


@uses(desk=desk)
def run(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Where the copy goes.")],
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    *,
    desk: Desk,
) -> None:
    """Copy the database while it is in use, and verify the copy.

    \b
      claimtrack backup claims-2024-09-07.db
    """
    target = Path(file)
    if target.exists():
        if not force:
            raise UsageError(f"{file} is there already.", "Choose another name, or say --force.")
        if desk.place.path.exists() and target.samefile(desk.place.path):
            raise UsageError(f"{file} is the database itself.", "Choose another name.")
    if not os.access(target.parent, os.W_OK):
        raise UsageError(f"{file} cannot be written.", "Check that the folder exists and that you may write there.")
    with desk.read() as tracker:
        made = tracker.backup(target)
    print(made)
    desk.say(f"Copied and verified; to use it: claimtrack --db {made} list")
