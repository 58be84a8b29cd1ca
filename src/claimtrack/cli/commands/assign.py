"""claimtrack assign: say who checks what."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.filters import need_claims, picked, where
from claimtrack.cli.signature import uses
from claimtrack.cli.writing import MaybeIds, Writing, writing
from claimtrack.errors import UsageError
from claimtrack.model.filters import Filter


@uses(writing=writing, where=where, desk=desk)
def run(
    ids: MaybeIds = None,
    to: Annotated[str | None, typer.Option("--to", metavar="NAME", help="Who checks it.")] = None,
    nobody: Annotated[bool, typer.Option("--nobody", help="Take the assignment back.")] = False,
    *,
    writing: Writing,
    where: Filter,
    desk: Desk,
) -> None:
    """Say who checks which claims.

    \b
      claimtrack assign 7 9 --to Mona
      claimtrack assign --where-status unverified --where-place RU --to Mona
      claimtrack assign 7 --nobody
    """
    if bool(to) == nobody:
        raise UsageError("To whom?", "Say --to NAME, or --nobody.")
    with desk.write(dry_run=writing.dry_run) as tracker:
        claims = need_claims(tracker, picked(ids or (), where))
        writing.told(tracker.assign(claims, to, dry_run=writing.dry_run), desk)
