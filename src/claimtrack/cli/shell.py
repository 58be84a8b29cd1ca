"""The shapes of a command and of a group: plain help under headings, and a hint for a mistyped name."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from claimtrack.cli.errors import did_you_mean, report
from claimtrack.errors import UsageError


class Command(TyperCommand):
    """A command whose help lists its options under headings, in plain text."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """As the parser does it, without needless conversions."""
        spare_conversions(self, ctx)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run. A reader that goes away (`| head`) ends what only reads well, and stops what wanted to write."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            close_quietly()
            raise typer.Exit(1 if "dry_run" in ctx.params else 0) from error
        except KeyboardInterrupt as error:  # the parser would end without a word
            raise typer.Exit(report(error, debug=False)) from error

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """The options by heading: the command's own first."""
        panels: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None:
                own = "Arguments" if parameter.param_type_name == "argument" else "Options"
                panels.setdefault(getattr(parameter, "rich_help_panel", None) or own, []).append(record)
        for heading, records in panels.items():
            with formatter.section(heading):
                formatter.write_dl(records)


def close_quietly() -> None:
    """Nobody reads our output any more: nothing more to say, also not at exit."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


def spare_conversions(command: Any, ctx: Any) -> None:
    """Convert only what was said and is not text anyway.

    The parser builds a converter for every option, said or not: a third of the time of a short command.
    """
    for parameter in command.get_params(ctx):
        if not parameter.required:
            parameter.process_value = partial(_converted, parameter, parameter.process_value)


def _converted(parameter: Any, convert: Callable[[Any, Any], Any], ctx: Any, value: Any) -> Any:
    source = ctx.get_parameter_source(parameter.name)
    said = source is None or source.name != "DEFAULT"
    plain = _plainly(getattr(parameter, "type_descriptor", None), value) if said else value
    if plain is None and said:
        return convert(ctx, value)
    return plain if parameter.callback is None else parameter.callback(ctx, parameter, plain)


def _plainly(wanted: Any, value: Any) -> Any:
    """Text that is wanted as text, and a number in its bounds; None for what the parser shall convert or refuse."""
    if not isinstance(value, str) or wanted is None:
        return None
    if wanted.annotation is int and value.isdecimal():
        least, most = wanted.parameter_info.min, wanted.parameter_info.max
        number = int(value)
        return number if (least is None or number >= least) and (most is None or number <= most) else None
    return value if wanted.annotation is str else None


class Subgroup(TyperGroup):
    """Commands under one name."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """As the parser does it, without needless conversions."""
        spare_conversions(self, ctx)
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """As the parser does it, with our words for a name that is none."""
        name, known = args[0], self.list_commands(ctx)
        if name not in known and not name.startswith("-") and not ctx.resilient_parsing:
            hint = did_you_mean(name, known) or f"“{ctx.command_path} -h” lists the commands."
            raise UsageError(f"There is no command “{name}”.", hint)
        return super().resolve_command(ctx, args)


def group(help: str, *, alone: bool = True) -> typer.Typer:
    """A group of commands; with `alone` its name does something without any of them."""
    return typer.Typer(
        cls=Subgroup,
        help=help,
        add_completion=False,
        rich_markup_mode=None,
        invoke_without_command=alone,
        no_args_is_help=not alone,
    )
