"""The shapes of a command and of a group: plain help under headings, and a hint for a mistyped name."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from claimtrack.cli.errors import did_you_mean
from claimtrack.errors import UsageError


class Command(TyperCommand):
    """A command whose help lists its options under headings, in plain text."""

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


class Subgroup(TyperGroup):
    """Commands under one name."""

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
