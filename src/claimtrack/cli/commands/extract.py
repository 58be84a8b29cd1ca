"""claimtrack extract: find the claims of texts and keep them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.claim_sheet import claim_sheet
from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.errors import report
from claimtrack.cli.filters import day
from claimtrack.cli.output import Output, output
from claimtrack.cli.signature import uses
from claimtrack.errors import StoreError, UsageError
from claimtrack.model.tracking import ExtractionOutcome
from claimtrack.sources import SourceText, read

if TYPE_CHECKING:
    from claimtrack.tracker import Tracker


@uses(out=output, desk=desk)
def run(
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="Text files, or “-” for stdin.")],
    language: Annotated[
        str | None, typer.Option("--language", metavar="CODE", help="ar or en, else it is detected.")
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            "--published",
            metavar="DAY",
            help=("The day of the text, which “last month” counts from (YYYY-MM-DD)."),
        ),
    ] = None,
    speaker: Annotated[
        str | None,
        typer.Option("--speaker", metavar="NAME", help=("Whose words the text is, where it does not say so.")),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="The title of the text.")] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="OUTLET", help="Where it was published.")] = None,
    name: Annotated[str | None, typer.Option("--name", help="What to call the document (one file only).")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be new; write nothing.")] = False,
    *,
    out: Output,
    desk: Desk,
) -> None:
    """Find the claims of texts, keep them, and show what is new. A second time adds nothing.

    \b
      claimtrack extract statement.txt
      claimtrack extract speech.txt --speaker "Pavel Durov" --published 2024-09-06
      claimtrack extract news/*.txt
      pbpaste | claimtrack extract - --name "press release"
      claimtrack extract statement.txt --dry-run --json
    """
    if name and len(files) > 1:
        raise UsageError("--name is for one file.", "Leave it out: each document is called after its file.")
    about = {
        "language": language,
        "published": day(published, "--published"),
        "speaker": speaker,
        "title": title,
        "source": source,
    }
    outcomes: list[ExtractionOutcome] = []
    failed = 0
    with desk.write(create=True, dry_run=dry_run) as tracker:
        for file in _with_progress(files, desk):
            try:
                outcomes.append(_extract(tracker, _read(file, name), about, dry_run))
            except Exception as error:
                # a fault of one text must not stop the others; a fault of the options or the database must
                if len(files) == 1 or isinstance(error, UsageError | StoreError | OSError):
                    raise
                desk.warn(f"{file} was left out:")
                report(error, debug=desk.given.debug)
                failed += 1
    _show(outcomes, out, desk)
    if failed:
        desk.warn(f"{failed} of {len(files)} files could not be read; the others are done.")
        raise typer.Exit(1)


def _extract(tracker: Tracker, text: SourceText, about: dict[str, str | None], dry_run: bool) -> ExtractionOutcome:
    return tracker.extract(text.text, name=text.name, dry_run=dry_run, **about)


def _read(file: str, name: str | None) -> SourceText:
    return read(sys.stdin.buffer.read(), name or "stdin") if file == "-" else read(file, name)


def _with_progress(files: Sequence[str], desk: Desk) -> Iterator[str]:
    """The files, with a bar on stderr where a person watches."""
    if len(files) == 1 or desk.given.quiet or not sys.stderr.isatty():
        yield from files
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(files, description="Extracting", console=Console(stderr=True), transient=True)


def _show(outcomes: Sequence[ExtractionOutcome], out: Output, desk: Desk) -> None:
    """New claims as data, everything else as messages."""
    new = [claim for outcome in outcomes for claim in outcome.new]
    if not out.is_table:
        out.sheet(claim_sheet(lambda: new))
    elif listed := [claim for claim in new if claim.checkable]:
        from claimtrack.views.claims import claims_table

        out.lines(claims_table(listed, out.screen()))
    for outcome in outcomes:
        for warning in outcome.warnings:
            desk.warn(f"{outcome.document.name}: {warning}")
        desk.changed(outcome.change)
        for each in outcome.similar:
            desk.say(
                f"Claim {each.claim.id} looks like claim {each.other.id} ({each.other.status}): "
                f"{each.other.gloss}. To join them: claimtrack merge {each.claim.id} --into {each.other.id}"
            )
