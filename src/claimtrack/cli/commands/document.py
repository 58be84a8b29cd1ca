"""claimtrack document: the texts that the claims come from."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.filters import reading
from claimtrack.cli.lists import lists
from claimtrack.cli.output import Output, output
from claimtrack.cli.records import show_records
from claimtrack.cli.shell import Command, group
from claimtrack.cli.signature import uses
from claimtrack.cli.writing import Writing, writing
from claimtrack.model.filters import Filter

COLUMNS = (
    "id",
    "name",
    "language",
    "published",
    "speaker",
    "source",
    "claims",
    "checkable",
    "open",
    "sha256",
)
_ON_SCREEN = ("id", "name", "language", "published", "speaker", "checkable", "open")

app = group("""Documents: the texts that the claims come from.

\b
  claimtrack document
  claimtrack document show 1
  claimtrack document remove 1
""")


def _list(where: Filter, out: Output, desk: Desk) -> None:
    with desk.read() as tracker:
        rows = tracker.documents()
        where = reading((), where, tracker)
        if where != Filter():
            fitting = {claim.document_id for claim in tracker.iter_claims(where)}
            rows = [each for each in rows if each.id in fitting]
    show_records(out, _ON_SCREEN if out.is_table else COLUMNS, rows, wide=("name",))
    if not rows:
        desk.say("No documents.")


lists(
    app,
    _list,
    """List documents; with a filter, those with claims that fit.

    \b
      claimtrack document list --place RU
    """,
)


@app.command("show", cls=Command)
@uses(out=output, desk=desk)
def show(
    which: Annotated[str, typer.Argument(metavar="DOC", help="Id, name or start of its hash.")],
    text: Annotated[bool, typer.Option("--text", help="Only its text, exactly as it was given.")] = False,
    *,
    out: Output,
    desk: Desk,
) -> None:
    """Show a document: what is known about it, and its text.

    \b
      claimtrack document show 1
      claimtrack document show 1 --text > statement.txt
    """
    import sys

    with desk.read() as tracker:
        document = tracker.document(_which(which))
    if text and not sys.stdout.isatty():
        sys.stdout.write(document.text or "")
        return
    if not out.is_table:
        show_records(out, COLUMNS, [document])
        return
    from claimtrack.views.detail import fields
    from claimtrack.views.harmless import harmless
    from claimtrack.views.width import wrap

    screen = out.screen()
    known = document.model_dump(exclude={"text", "sentences", "mentions"}, exclude_none=True)
    body = [
        screen.isolate(part) for line in harmless(document.text or "").splitlines() for part in wrap(line, screen.width)
    ]
    head = (
        [] if text else [*fields(((name.replace("_", " "), str(value)) for name, value in known.items()), screen), ""]
    )
    out.lines([*head, *body])


@app.command("remove", cls=Command)
@uses(writing=writing, desk=desk)
def remove(
    which: Annotated[str, typer.Argument(metavar="DOC", help="Id, name or start of its hash.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    *,
    writing: Writing,
    desk: Desk,
) -> None:
    """Remove a document with its claims. What people did is kept in the history, and undo brings it all back.

    \b
      claimtrack document remove 1
      claimtrack document remove 1 --dry-run
    """
    with desk.write(dry_run=writing.dry_run) as tracker:
        document = tracker.document(_which(which))
        question = f"Remove “{document.name}” with its {document.claims} claims?"
        if not writing.dry_run and not desk.asks(question, yes=yes):
            desk.say("Nothing changed.")
            return
        writing.told(tracker.remove_document(document.id, dry_run=writing.dry_run), desk)


def _which(word: str) -> int | str:
    return int(word) if word.isdecimal() else word
