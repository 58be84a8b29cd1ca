"""Serving the page: a socket, a token where others can reach it, a browser, and a server that Ctrl-C ends."""

from __future__ import annotations

import secrets
import webbrowser
from collections.abc import Callable
from pathlib import Path
from threading import Timer

import uvicorn

from claimtrack.tracker.session import system_user
from claimtrack.web.addresses import is_loopback, listen
from claimtrack.web.application import application
from claimtrack.web.settings import Settings

Say = Callable[[str], None]


def serve(
    path: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8765,
    open_browser: bool = False,
    read_only: bool = False,
    strict: bool = False,
    reviewer: bool = False,
    language: str | None = None,
    actor: str | None = None,
    token: str | None = None,
    say: Say = lambda _: None,
) -> None:
    """Serve until interrupted. Beyond this machine a token is asked for: the given one, else a new one."""
    listening = listen(host, port)
    port = int(listening.getsockname()[1])
    asked = None if is_loopback(host) else token or secrets.token_urlsafe(12)
    settings = Settings(
        path,
        actor or system_user(),
        host=host,
        port=port,
        token=asked,
        read_only=read_only,
        strict=strict,
        reviewer=reviewer,
        language=language,
    )
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    for sentence in announcement(address, asked):
        say(sentence)
    if open_browser:
        Timer(0.5, webbrowser.open, [address]).start()
    config = uvicorn.Config(
        application(settings), log_level="warning", server_header=False, proxy_headers=False, limit_concurrency=200
    )
    uvicorn.Server(config).run(sockets=[listening])


def announcement(address: str, token: str | None) -> list[str]:
    """Where the page is; and, where others can reach it, what that means."""
    said = [f"The page is at {address} (Ctrl-C ends it)."]
    if token:
        said += [
            f"Others on your network can open it too. They need this token: {token}",
            "Whoever has the token can read and change this tracker, under any name they give. The connection "
            "is not encrypted: use it in a network you trust, or through an encrypted tunnel.",
        ]
    return said
