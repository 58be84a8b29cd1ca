"""claimtrack split: make one claim several."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.filters import one_id
from claimtrack.cli.signature import uses
from claimtrack.cli.writing import Writing, writing
from claimtrack.errors import UsageError


@uses(writing=writing, desk=desk)
def run(
    id: Annotated[str, typer.Argument(metavar="ID", help="The claim.")],
    quotes: Annotated[
        list[str] | None,
        typer.Option("--quote", metavar="WORDS", help=("The exact words of one part; say it for each part.")),
    ] = None,
    *,
    writing: Writing,
    desk: Desk,
) -> None:
    """Make one claim several, each with its own words.

    \b
      claimtrack split 7 --quote "blocked in Russia" --quote "blocked in Iran"
    """
    if len(quotes or ()) < 2:
        raise UsageError("Splitting wants two parts at least.", "Say --quote for each part.")
    with desk.write(dry_run=writing.dry_run) as tracker:
        writing.told(tracker.split(one_id(id), quotes or (), dry_run=writing.dry_run), desk)
