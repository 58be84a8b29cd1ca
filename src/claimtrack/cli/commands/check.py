"""claimtrack check: verify the database."""

from __future__ import annotations

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.output import Output, output
from claimtrack.cli.records import show_records
from claimtrack.cli.signature import uses


@uses(out=output, desk=desk)
def run(*, out: Output, desk: Desk) -> None:
    """Verify the history's chain of hashes, every span, every capture, all references and the search index.

    Prints what is wrong and ends with 1; ends with 0 when the database is sound.

    \b
      claimtrack check
      claimtrack check --json
    """
    with desk.read() as tracker:
        problems = tracker.check()
    show_records(out, ("part", "claim_id", "message"), problems, wide=("message",))
    if problems:
        found = f"{len(problems)} problem{'s' if len(problems) != 1 else ''} found."
        desk.say(f"{found} “claimtrack backup FILE” keeps a copy before anything is repaired.")
        raise typer.Exit(1)
    desk.say(f"{desk.place.path} is sound.")
