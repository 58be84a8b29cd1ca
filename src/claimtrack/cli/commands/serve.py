"""claimtrack serve: the review page."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.signature import uses
from claimtrack.errors import NotFound, UsageError


@uses(desk=desk)
def run(
    host: Annotated[
        str, typer.Option("--host", help="On which address; others than this machine see it at 0.0.0.0.")
    ] = ("127.0.0.1"),
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="On which port; 0 for any that is free.")
    ] = 8765,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open a browser.")] = False,
    read_only: Annotated[bool, typer.Option("--read-only", help="To look at, not to change.")] = False,
    *,
    desk: Desk,
) -> None:
    """Open the review page: the statement with its claims highlighted, in a browser. Ctrl-C ends it.

    \b
      claimtrack serve
      claimtrack serve --port 9000 --no-browser
    """
    path = desk.place.path
    if not path.exists():
        raise NotFound(f"There is no tracker at {path} yet.", "“claimtrack extract FILE” makes one.")
    web = _web()
    web.serve(
        path,
        host=host,
        port=port,
        open_browser=not no_browser,
        read_only=read_only,
        actor=desk.actor(),
        say=desk.say,
    )


def _web() -> Any:
    try:
        return import_module("claimtrack.web.serving")
    except ImportError as error:
        raise UsageError(
            "The review page wants more packages.", "Install them with: pip install 'claimtrack[web]'"
        ) from error
