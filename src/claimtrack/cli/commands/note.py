"""claimtrack note: write a note beside claims."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli.completing import claim_ids
from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.filters import need_claims, one_id, picked, where
from claimtrack.cli.signature import uses
from claimtrack.cli.writing import Writing, writing
from claimtrack.errors import UsageError
from claimtrack.model.filters import Filter


@uses(writing=writing, where=where, desk=desk)
def run(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID]... [TEXT]",
            autocompletion=claim_ids,
            help=("Ids, ranges or “-”, and then the note, unless --text says it."),
        ),
    ] = None,
    text: Annotated[str | None, typer.Option("--text", "-t", metavar="TEXT", help="The note.")] = None,
    remove: Annotated[str | None, typer.Option("--remove", metavar="NOTE", help="Remove the note of this id.")] = None,
    *,
    writing: Writing,
    where: Filter,
    desk: Desk,
) -> None:
    """Write a note beside claims, or remove one.

    \b
      claimtrack note 7 "asked the press office on Monday"
      claimtrack note --where-tag court --text "file 12/345"
      claimtrack note --remove 3
    """
    with desk.write(dry_run=writing.dry_run) as tracker:
        if remove:
            writing.told(tracker.remove_note(one_id(remove, "note"), dry_run=writing.dry_run), desk)
            return
        ids, said = (words or [], text) if text is not None else _apart(words or [])
        if not said or not said.strip():
            raise UsageError("What does the note say?", 'It stands last: claimtrack note 7 "…".')
        claims = need_claims(tracker, picked(ids, where))
        writing.told(tracker.note(claims, said, dry_run=writing.dry_run), desk)


def _apart(words: list[str]) -> tuple[list[str], str | None]:
    """Ids, and the note behind them; a number alone is an id, never a note."""
    if not words or words[-1] == "-" or words[-1].lstrip("#").isdecimal():
        return words, None
    return words[:-1], words[-1]
