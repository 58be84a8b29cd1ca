"""Groups that list something when nothing else is asked: `claimtrack source` and `claimtrack source list`."""

from __future__ import annotations

from collections.abc import Callable

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.filters import filters
from claimtrack.cli.output import Output, output
from claimtrack.cli.shell import Command
from claimtrack.cli.signature import uses
from claimtrack.model.filters import Filter


def lists(app: typer.Typer, show: Callable[[Filter, Output, Desk], None], help: str) -> None:
    """Give a group its `list`, which `show` does, and let the bare name of the group do the same."""

    @app.callback()
    @uses(where=filters, out=output, desk=desk)
    def alone(ctx: typer.Context, *, where: Filter, out: Output, desk: Desk) -> None:
        if ctx.invoked_subcommand is None:
            show(where, out, desk)

    @app.command("list", cls=Command, help=help)
    @uses(where=filters, out=output, desk=desk)
    def listed(*, where: Filter, out: Output, desk: Desk) -> None:
        show(where, out, desk)
