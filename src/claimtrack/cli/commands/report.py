"""claimtrack report: one document for an editor, with its claims marked, their verdicts and evidence."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from claimtrack.cli.completing import documents
from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.errors import one_of
from claimtrack.cli.files import replace_file
from claimtrack.cli.signature import uses
from claimtrack.errors import UsageError

_FORMATS = ("html", "markdown", "docx")


@uses(desk=desk)
def run(
    document: Annotated[
        str,
        typer.Argument(
            metavar="DOCUMENT",
            help="Its id, part of its name, or the beginning of its hash.",
            autocompletion=documents,
        ),
    ],
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE", help="A .html, .md or .docx file; “-” is stdout.")
    ] = "-",
    format: Annotated[
        str | None, typer.Option("--format", help="html, markdown or docx; else by the ending of the file.")
    ] = None,
    labels: Annotated[str | None, typer.Option("--labels", metavar="CODE", help="en or ar.")] = None,
    confidential: Annotated[
        bool, typer.Option("--confidential", help="With confidential sources, which else stay out.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    *,
    desk: Desk,
) -> None:
    """Write a report of a document: the statement with its claims marked, verdicts, evidence, open questions.

    \b
      claimtrack report 1 -o report.html
      claimtrack report statement.txt -o report.docx --labels ar
    """
    from claimtrack.languages import codes

    chosen = _format(output, format)
    language = one_of("language", labels or str(desk.setting("labels")), codes())
    if output != "-" and Path(output).exists() and not force:
        raise UsageError(f"{output} is there already.", "Choose another name, or say --force.")
    data, count = _made(desk, document, chosen, language, confidential)
    if output == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return
    with replace_file(output) as out:
        out.write(data)
    desk.say(f"Report of {count} claims written to {output}.")


def _format(output: str, named: str | None) -> str:
    from claimtrack.views.report import FORMATS

    if named:
        return one_of("format", named, _FORMATS)
    ending = Path(output).suffix.lower()
    if output == "-":
        return "html"
    if ending not in FORMATS:
        raise UsageError(
            f"Which format is {output}?", "Use the ending .html, .md or .docx, or say --format html|markdown|docx."
        )
    return FORMATS[ending]


def _made(desk: Desk, document: str, format: str, language: str, confidential: bool) -> tuple[bytes, int]:
    """The report as a file, and how many claims are in it."""
    from claimtrack.model.filters import Filter
    from claimtrack.views import report

    with desk.read() as tracker:
        found = tracker.document(int(document) if document.isdecimal() else document)
        everything = tracker.claims(Filter(document=(str(found.id),), checkable=None))
        claims = [each for each in everything if each.duplicate_of is None and each.superseded_by is None]
        made = report.gather(found, claims, tracker.source_list(), labels=language, confidential=confidential)
    try:
        return report.to_bytes(made, format), len(claims)
    except ImportError as error:
        raise UsageError(
            "A Word file wants one more package.", "Install it with: pip install 'claimtrack[docx]'"
        ) from error
