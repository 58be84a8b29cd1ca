"""What stands before every page: host, origin, size and token are checked, and every answer gets strict headers.

request ─▶ host ─▶ size ─▶ origin ─▶ visit (cookie) ─▶ token ─▶ the page ─▶ headers ─▶ answer
"""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from claimtrack.views.labels import label
from claimtrack.web.addresses import known_host, own_origin
from claimtrack.web.settings import Settings
from claimtrack.web.visits import Visit, from_cookie, new_id, to_cookie

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # not no-referrer: with that, browsers hide the Origin of our own forms too
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_OPEN = ("/static/", "/sign-in")
_READING = frozenset({"GET", "HEAD"})
COOKIE = "claimtrack"


class _TooLarge(Exception):
    """The body of a request went past what is taken."""


class Guard:
    """Middleware around the page."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        visit, fresh = self._visit(headers)
        scope["visit"] = visit
        refused = self._refusal(scope, headers, visit)
        answer = _with_headers(send, scope["path"], self._cookie(visit) if fresh else None)
        if refused:
            await refused(scope, receive, answer)
            return
        try:
            await self.app(scope, _limited(receive, self.settings.most_bytes), answer)
        except _TooLarge:
            await self._say(413, "too_large")(scope, receive, answer)

    def _visit(self, headers: Headers) -> tuple[Visit, bool]:
        try:
            jar = SimpleCookie(headers.get("cookie", ""))
        except CookieError:
            jar = SimpleCookie()
        name = cookie_name(self.settings)
        found = from_cookie(jar[name].value if name in jar else None, self.settings.secret)
        return found or Visit(new_id()), found is None

    def _cookie(self, visit: Visit) -> str:
        return cookie(visit, self.settings)

    def _refusal(self, scope: Scope, headers: Headers, visit: Visit) -> Response | None:
        if not known_host(headers.get("host", ""), self.settings.host):
            return self._say(421, "refused_host")
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self.settings.most_bytes:
            return self._say(413, "too_large")
        if scope["method"] not in _READING and not own_origin(headers):
            return self._say(403, "refused_origin")
        if self.settings.token and not visit.admitted and not scope["path"].startswith(_OPEN):
            return RedirectResponse(f"/sign-in?next={quote(scope['path'])}", 303)
        return None

    def _say(self, status: int, words: str) -> Response:
        language = self.settings.language or "en"
        text = label("page", words, language).format(megabytes=self.settings.most_megabytes)
        return PlainTextResponse(text, status)


def cookie_name(settings: Settings) -> str:
    """Cookies do not know ports: two trackers on one machine keep theirs apart by name."""
    return f"{COOKIE}-{settings.port}"


def cookie(visit: Visit, settings: Settings) -> str:
    """The header that gives a browser its visit."""
    value = to_cookie(visit, settings.secret)
    return f"{cookie_name(settings)}={value}; Path=/; HttpOnly; SameSite=Strict"


def _limited(receive: Receive, most: int) -> Receive:
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise _TooLarge
        return message

    return limited


def _with_headers(send: Send, path: str, cookie: str | None) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "no-cache" if path.startswith("/static/") else "no-store")
            if cookie and "set-cookie" not in headers and not path.startswith("/static/"):
                headers.append("Set-Cookie", cookie)
        await send(message)

    return sending
