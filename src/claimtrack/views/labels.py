"""Words, symbols and colours of statuses and kinds. A status is never colour alone, and ids never change."""

from __future__ import annotations

from typing import Any

from claimtrack.languages import codes, load
from claimtrack.views.screen import Screen
from claimtrack.views.width import pad

SYMBOLS = {
    "unverified": ("○", ""),
    "in_progress": ("◐", "cyan"),
    "in_review": ("◎", "blue"),
    "verified": ("✓", "green"),
    "partly_true": ("±", "yellow"),
    "misleading": ("!", "magenta"),
    "false": ("✗", "red"),
    "unproven": ("?", "yellow"),
    "not_checkable": ("–", "dim"),
}
"""Every status: its symbol and its colour."""


def label(kind: str, id: str, language: str = "en") -> str:
    """The word for an id of `kind` ("status", "kind", "heading", "rating"), or the id itself."""
    table: Any = load(language if language in codes() else "en").data("labels").get(kind, {})
    return str(table.get(id, id.replace("_", " ")))


def status(id: str, screen: Screen) -> str:
    """A status as symbol and word, without colour."""
    return f"{SYMBOLS[id][0]} {label('status', id, screen.labels)}"


def painted_status(id: str, screen: Screen, columns: int = 0) -> str:
    """The same in its colour, padded to `columns`."""
    return screen.paint(pad(status(id, screen), columns), SYMBOLS[id][1])
