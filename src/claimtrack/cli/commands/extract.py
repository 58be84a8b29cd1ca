"""claimtrack extract: find the claims of texts and keep them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimtrack import __version__
from claimtrack.cli.claim_sheet import claim_sheet
from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.errors import one_of, report
from claimtrack.cli.filters import day
from claimtrack.cli.output import Output, output
from claimtrack.cli.signature import uses
from claimtrack.errors import UsageError
from claimtrack.languages import codes
from claimtrack.model import Extraction
from claimtrack.model.stored import ExtractionOutcome
from claimtrack.model.tracked import Similar
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
    known = one_of("language", language, codes()) if language else None
    about = {"language": known, "speaker": speaker, "title": title, "source": source}
    with desk.write(create=True, dry_run=dry_run) as tracker:
        read, codes_of_failed = _extract_all(files, name, desk, tracker, {**about, "published": _moment(published)})
        outcomes = tracker.store_all(read, engine=f"claimtrack {__version__}", dry_run=dry_run) if read else []
    _show(outcomes, out, desk)
    if codes_of_failed:
        others = "the others are done" if read else "nothing was written"
        desk.warn(f"{len(codes_of_failed)} of {len(files)} files could not be read; {others}.")
        raise typer.Exit(codes_of_failed[0] if len(set(codes_of_failed)) == 1 else 1)


_Made = tuple[Extraction, str, str | None]
_FEW = 3
"""So many claims that look like those of one document are told one by one."""


def _extract_all(
    files: list[str], name: str | None, desk: Desk, tracker: Tracker, about: dict[str, Any]
) -> tuple[list[_Made], list[int]]:
    """The extractions of the files that can be read, and an exit code for each that cannot.

    All are read before the first is stored: the command is one entry of the history, there wholly or not at all, and
    no other program has to wait for the database meanwhile.
    """
    made: list[_Made] = []
    failed: list[int] = []
    for file in _with_progress(files, desk):
        try:
            text = _read(file, name)
            made.append((tracker.read(text.text, **about), text.text, text.name))
        except Exception as error:
            # a fault of one text must not stop the others; a fault of the options must
            if len(files) == 1 or isinstance(error, UsageError):
                raise
            desk.warn(f"{file} was left out:")
            failed.append(report(error, debug=desk.given.debug))
    return made, failed


def _moment(published: str | None) -> date | None:
    said = day(published, "--published")
    return date.fromisoformat(said) if said else None


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
        for line in _likenesses(outcome):
            desk.say(line)
    if outcomes:
        desk.changed(outcomes[-1].change)


def _likenesses(outcome: ExtractionOutcome) -> Iterator[str]:
    """Claims that look like those of other documents; many of one document are told in one line."""
    by_document: dict[int, list[Similar]] = {}
    for each in outcome.similar:
        by_document.setdefault(each.other.document_id, []).append(each)
    for other, found in by_document.items():
        if len(found) > _FEW:
            first = found[0]
            yield (
                f"{len(found)} claims of {outcome.document.name} look like claims of {first.other.document}. "
                f"To see them: claimtrack compare {outcome.document.id} {other}. "
                f"To join two: claimtrack merge {first.claim.id} --into {first.other.id}"
            )
            continue
        for each in found:
            yield (
                f"Claim {each.claim.id} looks like claim {each.other.id} ({each.other.status}): "
                f"{each.other.gloss}. To join them: claimtrack merge {each.claim.id} --into {each.other.id}"
            )
