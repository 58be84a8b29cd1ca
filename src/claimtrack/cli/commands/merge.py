"""claimtrack merge: make several claims one."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.filters import id_list, one_id
from claimtrack.cli.signature import uses
from claimtrack.cli.writing import Ids, Writing, writing
from claimtrack.errors import UsageError


@uses(writing=writing, desk=desk)
def run(
    ids: Ids,
    into: Annotated[
        str | None, typer.Option("--into", metavar="ID", help="The claim that stays; else the first.")
    ] = None,
    *,
    writing: Writing,
    desk: Desk,
) -> None:
    """Make several claims one: the one that stays gets tags, notes and evidence of the others.

    \b
      claimtrack merge 7 12 --into 7
    """
    claims = id_list(ids)
    stays = one_id(into) if into else claims[0] if claims else 0
    others = [each for each in claims if each != stays]
    if not others:
        raise UsageError("Merging wants two claims at least.", "claimtrack merge 7 12 --into 7")
    with desk.write(dry_run=writing.dry_run) as tracker:
        writing.told(tracker.merge(others, stays, dry_run=writing.dry_run), desk)
