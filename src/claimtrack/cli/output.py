"""How a command shows what it found: format, width, colour, direction, labels and the pager."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimtrack.cli import config
from claimtrack.cli.errors import one_of

if TYPE_CHECKING:
    from claimtrack.model.record import Record
    from claimtrack.views.exports import Sheet
    from claimtrack.views.screen import Screen

FORMATS = ("table", "json", "jsonl", "csv", "tsv", "markdown", "ids")
_BIDI = ("auto", "terminal", "visual", "off")
_PANEL = "How it is shown"


class Output:
    """Writes tables to a screen and everything else in the format asked for."""

    def __init__(self, format: str, bidi: str, labels: str, pager: bool) -> None:
        self.format = format
        self.bidi = bidi
        self.labels = labels
        self.pager = pager

    @property
    def is_table(self) -> bool:
        """Whether a person reads it."""
        return self.format == "table"

    def screen(self) -> Screen:
        """The terminal as it is now; a pipe gets neither colour nor marks."""
        from claimtrack.views.screen import Screen

        terminal = sys.stdout.isatty()
        automatic: Any = "terminal" if terminal and os.environ.get("TERM") != "dumb" else "off"
        bidi: Any = automatic if self.bidi == "auto" else self.bidi
        return Screen(
            shutil.get_terminal_size((100, 24)).columns,
            terminal and _wants_colour(),
            bidi if terminal else "off",
            self.labels,
        )

    def sheet(self, sheet: Sheet) -> None:
        """Rows in the format asked for, which is not a table."""
        from claimtrack.views.exports import FORMATS as WRITERS

        for piece in WRITERS[self.format](sheet):
            sys.stdout.write(piece)

    def lines(self, lines: Iterable[str]) -> None:
        """Lines for a person; long output goes through the pager of a terminal."""
        if not (sys.stdout.isatty() and self.pager):
            for line in lines:
                sys.stdout.write(f"{line}\n")
            return
        text = [*lines]
        if len(text) < shutil.get_terminal_size().lines or not _through_pager("\n".join(text) + "\n"):
            sys.stdout.write("".join(f"{line}\n" for line in text))

    def show(self, view: Callable[[Screen], Iterable[str]], sheet: Callable[[], Sheet]) -> None:
        """A table by `view`, or the sheet in another format."""
        if self.is_table:
            self.lines(view(self.screen()))
        else:
            self.sheet(sheet())


def output(
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            rich_help_panel=_PANEL,
            help="table, json, jsonl, csv, tsv, markdown or ids.",
            autocompletion=lambda: list(FORMATS),
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", rich_help_panel=_PANEL, help="Short for --format json.")] = False,
    bidi: Annotated[
        str | None,
        typer.Option(
            "--bidi",
            metavar="HOW",
            rich_help_panel=_PANEL,
            help="Right-to-left text: auto, terminal, visual or off.",
        ),
    ] = None,
    labels: Annotated[
        str | None,
        typer.Option(
            "--labels",
            metavar="CODE",
            rich_help_panel=_PANEL,
            help="Statuses, kinds and headings in en or ar.",
        ),
    ] = None,
    no_pager: Annotated[
        bool, typer.Option("--no-pager", rich_help_panel=_PANEL, help="Never through a pager.")
    ] = False,
) -> Output:
    """What these options say, over the settings."""
    settings = config.settings()
    chosen = one_of("format", format or ("json" if as_json else "table"), FORMATS)
    if as_json and chosen != "json":
        from claimtrack.errors import UsageError

        raise UsageError(f"--json and --format {chosen} contradict each other.", "Say one of them.")
    return Output(
        chosen,
        one_of("way for --bidi", bidi or str(settings["bidi"].value), _BIDI),
        _language(labels or str(settings["labels"].value)),
        bool(settings["pager"].value) and not no_pager,
    )


def records_sheet(
    columns: Sequence[str], records: Sequence[Record], row: Callable[[Any], Mapping[str, str]] | None = None
) -> Sheet:
    """A sheet of other records than claims: their own fields as columns."""
    from claimtrack.views.exports import Sheet

    def rows() -> Iterator[Mapping[str, str]]:
        for record in records:
            yield row(record) if row else {name: cell(getattr(record, name)) for name in columns}

    return Sheet(columns, rows, lambda: records, lambda: [_identity(each) for each in records])


def cell(value: Any) -> str:
    """A value in one cell: nothing for None, several joined by `;`."""
    if value is None:
        return ""
    if isinstance(value, tuple | list):
        return ";".join(map(str, value))
    return str(value)


def _identity(record: Any) -> int | str:
    for name in ("id", "claim_id", "name"):
        if getattr(record, name, None) is not None:
            found: int | str = getattr(record, name)
            return found
    return ""


def _language(word: str) -> str:
    """A label language from a code or from a locale ("ar_EG.UTF-8")."""
    return one_of("language of labels", word.split("_")[0].split(".")[0].split("-")[0] or "en", ("en", "ar"))


def _wants_colour() -> bool:
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _through_pager(text: str) -> bool:
    """Show the text in the person's pager; False when there is none."""
    import shlex
    import subprocess

    words = shlex.split(os.environ.get("PAGER") or "less")
    if not words or shutil.which(words[0]) is None:
        return False
    environment = {"LESS": "FRX", "LESSCHARSET": "utf-8", **os.environ}
    try:
        subprocess.run(words, input=text.encode("utf-8", "backslashreplace"), env=environment, check=False)
    except OSError:
        return False
    return True
