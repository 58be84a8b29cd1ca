"""claimtrack note: write a note beside claims."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.filters import need_claims, one_id, picked, where
from claimtrack.cli.signature import uses
from claimtrack.cli.writing import MaybeIds, Writing, writing
from claimtrack.errors import UsageError
from claimtrack.model.tracking import Filter


@uses(writing=writing, where=where, desk=desk)
def run(
    ids: MaybeIds = None,
    text: Annotated[str | None, typer.Option("--text", "-t", metavar="TEXT", help="The note.")] = None,
    remove: Annotated[
        str | None, typer.Option("--remove", metavar="NOTE", help="Remove the note of this id.")
    ] = None,
    *,
    writing: Writing,
    where: Filter,
    desk: Desk,
) -> None:
    """Write a note beside claims, or remove one.

    \b
      claimtrack note 7 --text "asked the press office on Monday"
      claimtrack note --where-tag court --text "file 12/345"
      claimtrack note --remove 3
    """
    with desk.write(dry_run=writing.dry_run) as tracker:
        if remove:
            writing.told(tracker.remove_note(one_id(remove, "note"), dry_run=writing.dry_run), desk)
            return
        if not (text or "").strip():
            raise UsageError("What does the note say?", 'Say --text "…".')
        claims = need_claims(tracker, picked(ids or (), where))
        writing.told(tracker.note(claims, str(text), dry_run=writing.dry_run), desk)
