"""claimtrack tag: put tags on claims, or take them off."""

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
    add: Annotated[list[str] | None, typer.Option("--add", "-a", metavar="TAG", help="Put this tag on.")] = None,
    remove: Annotated[list[str] | None, typer.Option("--remove", "-r", metavar="TAG", help="Take it off.")] = None,
    *,
    writing: Writing,
    where: Filter,
    desk: Desk,
) -> None:
    """Put tags on claims, or take them off.

    \b
      claimtrack tag 7 9 --add russia
      claimtrack tag 3-9 --add "court case" --remove todo
      claimtrack tag --where-place RU --add russia --dry-run
      claimtrack search visa --format ids | claimtrack tag - --add visa
    """
    if not (add or remove):
        raise UsageError("Which tag?", "Say --add TAG or --remove TAG.")
    with desk.write(dry_run=writing.dry_run) as tracker:
        claims = need_claims(tracker, picked(ids or (), where))
        writing.told(tracker.tag(claims, add=add or (), remove=remove or (), dry_run=writing.dry_run), desk)
