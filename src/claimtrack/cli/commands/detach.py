"""claimtrack detach: withdraw evidence."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.filters import one_id
from claimtrack.cli.signature import uses
from claimtrack.cli.writing import Because, Writing, writing


@uses(writing=writing, desk=desk)
def run(
    evidence: Annotated[str, typer.Argument(metavar="EVIDENCE", help="Its id, as “claimtrack show” tells it.")],
    because: Because = None,
    *,
    writing: Writing,
    desk: Desk,
) -> None:
    """Withdraw a piece of evidence. It stays on file as withdrawn.

    \b
      claimtrack detach 3 --because "the report was retracted"
    """
    with desk.write(dry_run=writing.dry_run) as tracker:
        writing.told(
            tracker.detach(one_id(evidence, "piece of evidence"), because=because, dry_run=writing.dry_run),
            desk,
        )
