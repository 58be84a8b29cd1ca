"""claimtrack report: a printable report of the claims."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.files import replace_file
from claimtrack.cli.filters import filters, reading
from claimtrack.cli.signature import uses
from claimtrack.errors import UsageError
from claimtrack.model.tracking import Filter
from claimtrack.views.exports.confidential import without_confidential


@uses(where=filters, desk=desk)
def run(
    file: Annotated[str, typer.Argument(metavar="FILE", help="An HTML file; “-” is stdout.")] = "-",
    which: Annotated[list[str] | None, typer.Argument(metavar="ID|@NAME", help="Only these.")] = None,
    labels: Annotated[str | None, typer.Option("--labels", metavar="CODE", help="en or ar.")] = None,
    confidential: Annotated[bool, typer.Option("--confidential", help="With confidential sources.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    *,
    where: Filter,
    desk: Desk,
) -> None:
    """Write a printable report: claims with their words, verdicts and evidence.

    \b
      claimtrack report report.html
      claimtrack report report.html --status verified,false --labels ar
    """
    if file != "-" and Path(file).exists() and not force:
        raise UsageError(f"{file} is there already.", "Choose another name, or say --force.")
    view = _view()
    with desk.read() as tracker:
        found = list(tracker.iter_claims(reading(which or (), where, tracker)))
        claims = found if confidential else list(without_confidential(found))
        documents = [tracker.document(id) for id in dict.fromkeys(claim.document_id for claim in claims)]
    page = view.report(claims, documents, labels=labels or str(desk.setting("labels")))
    if file == "-":
        sys.stdout.write(page)
        return
    with replace_file(file) as out:
        out.write(page.encode())
    desk.say(f"{len(claims)} claims written to {file}.")


def _view() -> Any:
    try:
        from importlib import import_module

        return import_module("claimtrack.views.report")
    except ImportError as error:
        raise UsageError(
            "The report wants more packages.", "Install them with: pip install 'claimtrack[web]'"
        ) from error
