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
        str,
        typer.Option("--host", help="On which address. Any but this machine's own asks visitors for a token."),
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="On which port; 0 for any that is free.")
    ] = 8765,
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open a browser at the page.")] = False,
    read_only: Annotated[bool, typer.Option("--read-only", help="To look at, not to change.")] = False,
    *,
    desk: Desk,
) -> None:
    """Serve the review page: the statement with its claims marked, to work on in a browser. Ctrl-C ends it.

    \b
      claimtrack serve --open
      claimtrack serve --port 9000
      claimtrack serve --host 0.0.0.0          others on the network, with a token
    """
    path = desk.place.path
    if not path.exists():
        raise NotFound(f"There is no tracker at {path} yet.", "“claimtrack extract FILE” makes one.")
    labels = desk.settings["labels"]
    _web().serve(
        path,
        host=host,
        port=port,
        open_browser=open_browser,
        read_only=read_only,
        strict=bool(desk.setting("strict")),
        reviewer=bool(desk.setting("reviewer")),
        # the default leaves the choice to the browser
        language=None if labels.origin == "default" else str(labels.value),
        actor=desk.actor(),
        say=desk.say,
    )


def _web() -> Any:
    try:
        return import_module("claimtrack.web.serving")
    except ImportError as error:
        if (error.name or "").startswith("claimtrack"):
            raise
        raise UsageError(
            "The review page wants more packages.", "Install them with: pip install 'claimtrack[web]'"
        ) from error
