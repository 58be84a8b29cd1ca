"""A web server on this machine, for tests that fetch pages."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = b"<p>950 million users</p>"


class _Pages(BaseHTTPRequestHandler):
    """/page, /moved (to /page), /away (out of the web), /gone, /slow, /broken; what a test puts into `changing`."""

    changing: bytes | None = None
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path == "/moved":
            self._head(302, Location="/page")
        elif self.path == "/away":
            self._head(302, Location="ftp://127.0.0.1/page")
        elif self.path == "/slow":
            time.sleep(1.5)
        elif self.path == "/broken":
            self._head(200, **{"Content-Type": "text/html", "Content-Length": "500"})
            self.wfile.write(PAGE)
        elif self.path == "/gone" or (self.path == "/changing" and self.changing is None):
            self.send_error(404)
        else:
            body = self.changing if self.path == "/changing" and self.changing else PAGE
            self._head(200, **{"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))})
            self.wfile.write(body)

    def _head(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        return


class Site:
    """An address, what was asked of it, and the one page that a test may change (None: it is gone)."""

    def __init__(self, handler: type[_Pages], port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self._handler = handler
        self.asked = handler.asked

    def change(self, body: bytes | None) -> None:
        self._handler.changing = body


@contextmanager
def serving() -> Iterator[Site]:
    """A site that answers until the block ends."""
    handler = type("Pages", (_Pages,), {"asked": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Site(handler, server.server_address[1])
    finally:
        server.shutdown()
        server.server_close()
