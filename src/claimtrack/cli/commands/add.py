"""claimtrack add: a claim that was not found."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.errors import one_of
from claimtrack.cli.filters import KINDS
from claimtrack.cli.signature import uses
from claimtrack.cli.writing import Writing, writing


@uses(writing=writing, desk=desk)
def run(
    document: Annotated[str, typer.Option("--document", "-d", metavar="DOC", help="Id, name or start of its hash.")],
    quote: Annotated[str, typer.Option("--quote", metavar="WORDS", help="The exact words in the document.")],
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help=f"{', '.join(KINDS)}.")] = "event",
    text: Annotated[str | None, typer.Option("--text", help="The claim standing alone.")] = None,
    gloss: Annotated[str | None, typer.Option("--gloss", help="The short English line.")] = None,
    speaker: Annotated[str | None, typer.Option("--speaker", metavar="NAME", help="Who says it.")] = None,
    checkable: Annotated[bool, typer.Option("--checkable/--not-checkable", help="Whether it can be checked.")] = True,
    occurrence: Annotated[int, typer.Option("--occurrence", min=1, help="Which one, where the words recur.")] = 1,
    *,
    writing: Writing,
    desk: Desk,
) -> None:
    """Add a claim by hand; its words must stand in the document.

    \b
      claimtrack add --document 1 --quote "we opened two offices" --kind event
      claimtrack add -d statement.txt --quote "we pay no tax" --kind state --gloss "no tax paid"
    """
    with desk.write(dry_run=writing.dry_run) as tracker:
        which = int(document) if document.isdecimal() else document
        writing.told(
            tracker.add_claim(
                which,
                quote,
                kind=one_of("kind", kind, KINDS),
                text=text,
                gloss=gloss,
                speaker=speaker,
                checkable=checkable,
                occurrence=occurrence,
                dry_run=writing.dry_run,
            ),
            desk,
        )
