"""The options that every command takes: which database, who is working, how to fail."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Any

import typer

ARGUMENTS = "claimtrack.arguments"
_COMMON = "claimtrack.common"
_PANEL = "Everywhere"


@dataclass(frozen=True, slots=True)
class Common:
    """What was said on the command line about the database, the person and the messages."""

    db: str | None = None
    actor: str | None = None
    quiet: bool = False
    debug: bool = False
    words: tuple[str, ...] = ()


def common(
    ctx: typer.Context,
    db: Annotated[
        str | None,
        typer.Option(
            "--db",
            metavar="FILE",
            rich_help_panel=_PANEL,
            help="The database (else CLAIMTRACK_DB, else data/claims.db here or above, else your data folder).",
        ),
    ] = None,
    actor: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="NAME",
            rich_help_panel=_PANEL,
            help="Who is doing this (else CLAIMTRACK_USER, git's or the system's user name).",
        ),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", rich_help_panel=_PANEL, help="Say only what went wrong.")
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", rich_help_panel=_PANEL, help="Show the traceback of an error.")
    ] = False,
) -> Common:
    """What stands behind the command's name, over what stood before it."""
    before: Common = ctx.meta.get(_COMMON, Common())
    return Common(
        db or before.db,
        actor or before.actor,
        quiet or before.quiet,
        debug or before.debug,
        ctx.meta.get(ARGUMENTS, ()),
    )


def remember(ctx: typer.Context, value: Any) -> None:
    """Keep what stood before the command's name for the command."""
    ctx.meta[_COMMON] = replace(value, words=())
