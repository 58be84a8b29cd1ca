"""The program: a group of commands that imports a command only when it is called."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer

from claimtrack import __version__
from claimtrack.cli.commands import COMMANDS, entry
from claimtrack.cli.errors import report
from claimtrack.cli.options import ARGUMENTS, common, remember
from claimtrack.cli.shell import Command, Subgroup, close_quietly
from claimtrack.cli.signature import uses

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_HELP = """Break statements into claims, each tied to its exact words, and track what is known about them.

\b
  claimtrack extract statement.txt         find the claims of a text and keep them
  claimtrack list                          what is there, what is checked, what is not
  claimtrack show 7                        one claim with all that is known about it
  claimtrack tag 7 9 --add russia
  claimtrack attach 7 https://example.org/report --stance supports
  claimtrack mark 7 verified --because "court filing of 2018-04-13"
  claimtrack export claims.csv             … edit it in a spreadsheet …
  claimtrack import claims.csv             … and take the edits back
"""


class Group(Subgroup):
    """The commands of the registry, each imported when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names, in the order of the help."""
        return [each.name for each in COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, built from its file."""
        found = entry(cmd_name)
        return _build(import_module(found.module), found.name, found.summary) if found else None

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """The commands under their headings, then the options that go everywhere."""
        for heading in dict.fromkeys(each.heading for each in COMMANDS):
            with formatter.section(heading):
                formatter.write_dl([(each.name, each.summary) for each in COMMANDS if each.heading == heading])
        records = [parameter.get_help_record(ctx) for parameter in self.get_params(ctx)]
        with formatter.section("Options"):
            formatter.write_dl([record for record in records if record])

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """Keep the words of the command for the history before they are taken apart."""
        ctx.meta[ARGUMENTS] = tuple(args)
        return super().parse_args(ctx, args)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run, and turn errors into messages and exit codes."""
        if "_CLAIMTRACK_COMPLETE" in os.environ:
            import_module("typer._completion_classes").completion_init()
        words = [str(each) for each in (sys.argv[1:] if args is None else args)]
        try:
            code = super().main(words, prog_name or "claimtrack", complete_var, standalone_mode=False, **extra)
        except BrokenPipeError:
            close_quietly()
            code = 0
        except (Exception, KeyboardInterrupt) as error:
            if not standalone_mode:
                raise
            code = report(error, debug="--debug" in words)
        if standalone_mode:
            sys.exit(code if isinstance(code, int) else 0)
        return code


def _build(module: Any, name: str, summary: str) -> Any:
    """A parser command from a file: `run` is one command, `app` a group of them."""
    if hasattr(module, "app"):
        command = typer.main.get_command(module.app)
        command.name = name
        return command
    shell = typer.Typer(add_completion=False, rich_markup_mode=None)
    shell.command(name, cls=Command, short_help=summary)(module.run)
    return typer.main.get_command(shell)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"claimtrack {__version__}")
        raise typer.Exit


app = typer.Typer(
    cls=Group,
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    context_settings=_SETTINGS,
    help=_HELP,
    pretty_exceptions_enable=False,
)


@app.callback()
@uses(shared=common)
def _root(
    ctx: typer.Context,
    shared: Any,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    remember(ctx, shared)


def main() -> None:
    """The entry point of the `claimtrack` program."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for plugins takes longer than most commands
    gc.freeze()  # what is loaded stays until the end: no need to search it for garbage
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()
