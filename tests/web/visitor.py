"""A browser without script: it asks for pages, and fills in and sends the forms that it finds there."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from starlette.testclient import TestClient

from claimtrack.tracker import Tracker
from claimtrack.web.application import application
from claimtrack.web.settings import Settings

HOST = "http://127.0.0.1:8765"


class Page:
    """A browser without script."""

    def __init__(self, settings: Settings, **about: Any) -> None:
        self.settings = settings
        self.client = TestClient(
            application(settings), base_url=HOST, follow_redirects=False, headers={"accept-language": "en"}, **about
        )
        self.path = settings.path

    def get(self, address: str, **about: Any) -> Any:
        return self.client.get(address, **about)

    def hidden(self, address: str, action: str) -> dict[str, str]:
        """The hidden fields of the form that posts to `action` on the page at `address`."""
        html = self.get(address).text
        form = re.search(rf'<form method="post" action="{re.escape(action)}".*?</form>', html, re.DOTALL)
        assert form, f"no form for {action} at {address}"
        return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form.group()))

    def send(self, action: str, at: str, headers: dict[str, str] | None = None, **fields: Any) -> Any:
        """Fill in a form of the page at `at` and send it."""
        files = fields.pop("files", None)
        return self.client.post(action, data=self.hidden(at, action) | fields, files=files, headers=headers or {})

    def deed(self, claim: int, name: str, **fields: Any) -> Any:
        """The same for a form of a claim of the first document."""
        return self.send(f"/claims/{claim}/{name}", f"/documents/1?claim={claim}", **fields)

    def tracker(self) -> Tracker:
        """The tracker behind the page."""
        return Tracker(self.path, read_only=True)


Make = Callable[..., Page]
"""Gives a page with settings of its own."""
