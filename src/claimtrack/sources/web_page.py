"""A page from the web, as it was sent: the only place of claimtrack that uses the network, and only when told to."""

from __future__ import annotations

import string
import time
from dataclasses import dataclass, field, replace
from http.client import HTTPException, HTTPMessage
from typing import IO, Any
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

SECONDS = 30.0
MOST_BYTES = 50_000_000
SCHEMES = ("http", "https")
_BLOCK = 1 << 16


@dataclass(frozen=True, slots=True)
class Page:
    """What came back: the page, or the reason why there is none.

    `final_url` is where the page was in the end, `redirects` the addresses on the way there.
    """

    url: str
    final_url: str
    redirects: tuple[str, ...] = ()
    status: int | None = None
    media_type: str | None = None
    body: bytes = field(default=b"", repr=False)
    failure: str | None = None


def fetch(url: str, *, tool: str, seconds: float = SECONDS, most_bytes: int = MOST_BYTES) -> Page:
    """The page at a web address. `tool` says who asks; nothing that the network does raises an error."""
    followed = _Redirects()
    nothing = Page(url, url)
    try:
        request = Request(_spelled(url), headers={"User-Agent": tool.replace(" ", "/"), "Accept": "*/*"})
        with _opener(followed).open(request, timeout=seconds) as answer:
            nothing = _head(nothing, answer, followed)
            return _with_body(nothing, answer, time.monotonic() + seconds, most_bytes)
    except HTTPError as error:
        with error:
            return replace(_head(nothing, error, followed), failure=f"HTTP {error.code} {error.reason}".strip())
    except (OSError, HTTPException, ValueError) as error:
        return replace(nothing, redirects=tuple(followed.passed), failure=_reason(error, seconds))


class _Redirects(HTTPRedirectHandler):
    """Follows redirects between web addresses, and remembers the way."""

    def __init__(self) -> None:
        self.passed: list[str] = []

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if urlsplit(newurl).scheme not in SCHEMES:
            raise ValueError(f"it redirects to {newurl}, which is no web address")
        self.passed.append(req.full_url)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener(followed: _Redirects) -> OpenerDirector:
    return build_opener(followed)


def _spelled(url: str) -> str:
    """The address in the letters that the network takes: other scripts become percent signs and Punycode."""
    parts = urlsplit(url)
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise ValueError("it is no web address")
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    path, query = (quote(each, safe=string.punctuation) for each in (parts.path, parts.query))
    return urlunsplit((parts.scheme, host, path, query, ""))


def _head(page: Page, answer: Any, followed: _Redirects) -> Page:
    """What the head of an answer says."""
    return replace(
        page,
        final_url=answer.url or page.url,
        redirects=tuple(followed.passed),
        status=answer.status,
        media_type=answer.headers.get_content_type(),
    )


def _with_body(page: Page, answer: Any, until: float, most_bytes: int) -> Page:
    """The page with all that was sent, or the reason why it is not all there."""
    parts: list[bytes] = []
    size = 0
    while block := answer.read1(_BLOCK):
        parts.append(block)
        size += len(block)
        if size > most_bytes:
            return replace(page, failure=f"it is larger than {most_bytes:,} bytes")
        if time.monotonic() > until:
            return replace(page, failure=f"it took too long; {size:,} bytes had come")
    if not size:
        return replace(page, failure="it is empty")
    announced = answer.headers.get("Content-Length", "")
    if announced.isdecimal() and int(announced) != size:
        return replace(page, failure=f"the connection broke off after {size:,} of {int(announced):,} bytes")
    return replace(page, body=b"".join(parts))


def _reason(error: Exception, seconds: float) -> str:
    """Why nothing came, in words."""
    cause = getattr(error, "reason", error)
    if isinstance(cause, TimeoutError):
        return f"no answer within {seconds:g} seconds"
    return str(getattr(cause, "strerror", None) or cause or type(error).__name__)
