"""claimtrack export: claims to a file or to stdout, in every format."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimtrack.cli.claim_sheet import claim_sheet
from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.errors import one_of
from claimtrack.cli.files import replace_file
from claimtrack.cli.filters import ORDERS, Sorting, filters, reading
from claimtrack.cli.signature import uses
from claimtrack.errors import UsageError
from claimtrack.model.filters import Filter
from claimtrack.model.tracked import TrackedClaim
from claimtrack.tracker.session import numbered
from claimtrack.views.exports import FORMATS, Sheet
from claimtrack.views.exports.csv import BYTE_ORDER_MARK

if TYPE_CHECKING:
    from claimtrack.tracker import Tracker

FILES = {"xlsx": "claimtrack.views.exports.xlsx", "claimreview": "claimtrack.views.exports.claimreview"}
"""Formats whose writer is imported only when it is asked for."""
_ENDINGS = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".md": "markdown",
    ".txt": "ids",
    ".xlsx": "xlsx",
    ".jsonld": "claimreview",
}
_ALL = (*FORMATS, *FILES)
_BUNDLE = "A bundle is a ZIP file of its own."
_BUNDLE_HINT = "For example: claimtrack export --bundle case.zip"


@dataclass(frozen=True, slots=True)
class Shape:
    """What comes out: the format, or a bundle, with or without a byte order mark and confidential sources."""

    format: str | None
    bom: bool | None
    confidential: bool
    bundle: bool


def shape(
    format: Annotated[str | None, typer.Option("--format", "-f", metavar="FORMAT", help=f"{', '.join(_ALL)}.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    bom: Annotated[
        bool | None,
        typer.Option(
            "--bom/--no-bom",
            help="A byte order mark, which Excel wants: on for CSV and TSV files, off for stdout.",
        ),
    ] = None,
    confidential: Annotated[
        bool,
        typer.Option("--confidential", help="With evidence of confidential sources, which else leaves in no export."),
    ] = False,
    bundle: Annotated[
        bool,
        typer.Option(
            "--bundle",
            help="A ZIP file to read offline: statements, claims, evidence, copies of the sources, history.",
        ),
    ] = False,
) -> Shape:
    """The shape that these options say."""
    if bundle and (format or as_json):
        raise UsageError(_BUNDLE, _BUNDLE_HINT)
    return Shape(format or ("json" if as_json else None), bom, confidential, bundle)


@uses(shape=shape, where=filters, desk=desk)
def run(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="Where to; its ending tells the format. “-” is stdout.")
    ] = "-",
    which: Annotated[list[str] | None, typer.Argument(metavar="ID|@NAME", help="Only these.")] = None,
    order: Sorting = "document",
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON schema of a claim instead.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    *,
    shape: Shape,
    where: Filter,
    desk: Desk,
) -> None:
    """Write claims out: the filtered view, checkable claims unless --all.

    \b
      claimtrack export claims.csv                     for Excel and other spreadsheets
      claimtrack export claims.xlsx --status unverified
      claimtrack export - --format jsonl --tag russia
      claimtrack export --bundle case.zip --all        a whole case, readable offline
      claimtrack export --schema
    """
    if schema:
        _print_schema()
        return
    if shape.bundle and file == "-":
        raise UsageError(_BUNDLE, _BUNDLE_HINT)
    chosen = "bundle" if shape.bundle else _format(file, shape.format)
    if file != "-" and Path(file).exists() and not force:
        raise UsageError(
            f"{file} is there already.", "It may hold somebody's edits: choose another name, or say --force."
        )
    with desk.read() as tracker:
        page = reading(which or (), where, tracker).model_copy(update={"order": one_of("order", order, ORDERS)})
        if shape.bundle:
            desk.say(_write_bundle(file, tracker, page, shape.confidential, desk))
            return
        sheet = claim_sheet(lambda: tracker.iter_claims(page), confidential=shape.confidential)
        _write(file, chosen, sheet, shape.bom, desk)
        if file != "-":
            desk.say(f"{numbered(tracker.count(page), 'claim')} written to {file}.")


def _print_schema() -> None:
    """The JSON schema of a claim, for programs that read the exports."""
    import json

    print(json.dumps(TrackedClaim.model_json_schema(mode="serialization"), indent=2, ensure_ascii=False))


def _format(file: str, named: str | None) -> str:
    if named:
        return one_of("format", named, _ALL)
    if file == "-":
        return "csv"
    ending = Path(file).suffix.lower()
    if ending == ".zip":
        raise UsageError(f"{file} looks like a bundle.", f"For that: claimtrack export --bundle {file}")
    if ending not in _ENDINGS:
        raise UsageError(
            f"Which format is {file}?", f"Say --format {'|'.join(_ALL)}, or use an ending as .csv or .xlsx."
        )
    return _ENDINGS[ending]


def _write(file: str, format: str, sheet: Sheet, bom: bool | None, desk: Desk) -> None:
    if format in FILES:
        _write_file(file, format, sheet, desk)
        return
    pieces = FORMATS[format](sheet)
    mark = BYTE_ORDER_MARK if (bom if bom is not None else file != "-" and format in ("csv", "tsv")) else ""
    if file == "-":
        sys.stdout.write(mark)
        sys.stdout.writelines(pieces)
        return
    with replace_file(file) as out:
        out.write(mark.encode())
        for piece in pieces:
            out.write(piece.encode("utf-8", "surrogatepass"))


def _write_file(file: str, format: str, sheet: Sheet, desk: Desk) -> None:
    """Formats that are written whole: a function `to_bytes(sheet, settings)` in their file."""
    try:
        writer: Any = import_module(FILES[format])
    except ImportError as error:
        raise UsageError(
            f"The format {format} wants more packages: {error}.",
            "Install them with: pip install 'claimtrack[all]'",
        ) from error
    settings = {name: each.value for name, each in desk.settings.items()}
    if format == "claimreview" and (fault := writer.missing(settings)):
        desk.warn(f"{fault}.")
    data = writer.to_bytes(sheet, settings)
    if file == "-":
        sys.stdout.buffer.write(data)
        return
    with replace_file(file) as out:
        out.write(data)


def _write_bundle(file: str, tracker: Tracker, page: Filter, confidential: bool, desk: Desk) -> str:
    """Put the case into a file; what to say about it."""
    from claimtrack.views.exports import bundle

    claims = list(tracker.iter_claims(page))
    documents = [tracker.document(id) for id in dict.fromkeys(each.document_id for each in claims)]
    history = tracker.history(limit=None, confidential=confidential)
    case = bundle.make_case(
        claims,
        documents,
        tracker.source_list(),
        history,
        labels=str(desk.setting("labels")),
        day=tracker.today(),
        confidential=confidential,
    )
    sheet = claim_sheet(lambda: claims, confidential=confidential)
    with replace_file(file) as out:
        lost = bundle.write(out, case, sheet, tracker.captures)
    for each in lost:
        desk.warn(f"a copy is gone: {each}")
    return f"{numbered(len(claims), 'claim')} of {numbered(len(documents), 'document')} written to {file}."
