"""claimtrack config: settings, and where each comes from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer

from claimtrack.cli.config import project_file, settings, user_file
from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.output import Output, output
from claimtrack.cli.records import show_records
from claimtrack.cli.shell import Command, group
from claimtrack.cli.signature import uses
from claimtrack.model.record import Record

app = group("""Settings, and where each comes from: environment, claimtrack.toml here or above, your file.

\b
  claimtrack config show --origin
  claimtrack config path
""")


class SettingRow(Record):
    """A setting as listed."""

    name: str
    value: str
    origin: str
    meaning: str


@app.callback()
@uses(out=output, desk=desk)
def alone(ctx: typer.Context, *, out: Output, desk: Desk) -> None:
    """Show the settings, unless a command follows."""
    if ctx.invoked_subcommand is None:
        _show(False, out, desk)


@app.command("show", cls=Command)
@uses(out=output, desk=desk)
def show(
    origin: Annotated[bool, typer.Option("--origin", help="Where each value comes from.")] = False,
    *,
    out: Output,
    desk: Desk,
) -> None:
    """Show every setting with its value.

    \b
      claimtrack config show
      claimtrack config show --origin --json
    """
    _show(origin, out, desk)


@app.command("path", cls=Command)
@uses(desk=desk)
def path(*, desk: Desk) -> None:
    """Print which settings files are read.

    \b
      claimtrack config path
    """
    for file in (project_file(), user_file()):
        if file is not None:
            print(file)
            if not file.exists():
                desk.say("(not there yet)")


def _show(origin: bool, out: Output, desk: Desk) -> None:
    rows = [
        SettingRow(name=name, value=_words(each.value), origin=each.origin, meaning=each.setting.help)
        for name, each in settings().items()
    ]
    if desk.given.db:
        rows = [
            row.model_copy(update={"value": desk.given.db, "origin": "--db"}) if row.name == "db" else row
            for row in rows
        ]
    columns = ("name", "value", "origin", "meaning") if origin or not out.is_table else ("name", "value", "meaning")
    show_records(out, columns, rows, wide=("meaning", "origin"), row=_row)


def _row(row: SettingRow) -> Mapping[str, str]:
    return row.model_dump()


def _words(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value in (None, {}) else str(value)
