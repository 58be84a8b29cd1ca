"""Which addresses this page answers to, and which requests come from itself.

A page on somebody's machine is reached from other sites in two ways: by a name that is made to point here
(DNS rebinding), and by forms that another site sends. Names other than ours and origins other than ours are
refused before anything is read.
"""

from __future__ import annotations

import socket
from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

from claimtrack.errors import NotFound, UsageError
from claimtrack.languages.messages import say

_MOST_ID = 2**53
_WAITING = 128
_LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def known_host(header: str, served: str) -> bool:
    """Whether the Host of a request is this machine's, for a page that is served at `served`."""
    try:
        name = (urlsplit(f"//{header}").hostname or "").lower().rstrip(".")
    except ValueError:
        return False
    if is_loopback(served):
        return name in _LOCAL_NAMES or name == served.lower()
    return name in _LOCAL_NAMES | {served.lower()} | _own_names() or _is_number(name)


def own_origin(headers: Mapping[str, str]) -> bool:
    """Whether a request that changes something was sent by a page of ours, as far as the browser says."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def local_path(path: str | None, otherwise: str = "/") -> str:
    """A path of this page to go to; anything that could lead elsewhere becomes `otherwise`."""
    given = path or ""
    plain = given.startswith("/") and not given.startswith(("//", "/\\")) and "\\" not in given
    return given if plain and given.isprintable() and given.isascii() else otherwise


def small(id: int) -> int:
    """A number from an address, if anything can bear it."""
    if id > _MOST_ID:
        raise NotFound(say("nothing_numbered", id=id))
    return id


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; UsageError says why where that cannot be."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(_WAITING)  # whoever comes before the server is ready waits
    except OSError as error:
        raise UsageError(
            f"The page cannot be served at {host}:{port}: {error.strerror or error}.",
            "Choose another port with --port, or 0 for any that is free.",
        ) from error
    return listening


def _own_names() -> frozenset[str]:
    name = socket.gethostname().lower()
    return frozenset({name, f"{name}.local"})


def _is_number(name: str) -> bool:
    """An address in numbers cannot be made to point elsewhere."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
