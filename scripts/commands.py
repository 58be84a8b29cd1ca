"""Writes docs/commands.md from the program's help: `python scripts/commands.py`. A test proves it fresh."""

from __future__ import annotations

import os
import re
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "commands.md"
HEAD = """# Commands

Written by `python scripts/commands.py` from `claimtrack --help`; do not edit.

Data goes to stdout, messages to stderr. Exit codes: 0 done (nothing matched is also 0), 1 failure, 2 usage,
3 not found, 4 refused by an evidence rule, 5 conflict, 130 interrupted.
"""


def page() -> str:
    """The page as it should be: the program's help, then every command's."""
    from claimtrack.cli.commands import COMMANDS

    parts = [HEAD, _section("claimtrack", [])]
    for each in COMMANDS:
        parts.append(_section(f"claimtrack {each.name}", [each.name]))
        parts += [_section(f"claimtrack {each.name} {name}", [each.name, name], "###") for name in _inner(each.name)]
    return "\n".join(parts)


def _section(title: str, words: list[str], level: str = "##") -> str:
    return f"{level} {title}\n\n```text\n{help_of(words)}\n```\n"


def help_of(words: list[str]) -> str:
    """What `claimtrack WORDS --help` prints, at a width that does not depend on the terminal."""
    from typer.testing import CliRunner

    from claimtrack.cli.app import app

    environment = {"COLUMNS": "100", "TERMINAL_WIDTH": "100", "NO_COLOR": "1"}
    result = CliRunner().invoke(app, [*words, "--help"], prog_name="claimtrack", env=environment)
    assert result.exit_code == 0, (words, result.output)
    home = str(Path.home())
    return re.sub(r"[ \t]+$", "", result.output, flags=re.MULTILINE).strip().replace(home, "~")


def _inner(name: str) -> list[str]:
    """The commands of a group such as `source`; none for a plain command."""
    import click
    import typer

    from claimtrack.cli.app import app

    group = typer.main.get_command(app)
    context = click.Context(group, info_name="claimtrack")
    command = group.get_command(context, name)  # type: ignore[attr-defined]
    return list(command.list_commands(context)) if hasattr(command, "list_commands") else []


if __name__ == "__main__":
    os.environ.setdefault("NO_COLOR", "1")
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
