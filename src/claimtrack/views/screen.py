"""What a view must know of where it is shown: width, colour, and who reorders right-to-left text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Literal

from claimtrack.errors import UsageError
from claimtrack.views.width import right_to_left

Bidi = Literal["off", "terminal", "visual"]
FIRST_STRONG_ISOLATE, POP_ISOLATE, LEFT_TO_RIGHT_MARK = "\u2068", "\u2069", "\u200e"
_CODES = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "magenta": "35",
    "cyan": "36",
    "mark": "1;4",
}


@dataclass(frozen=True, slots=True)
class Screen:
    """Plain by default, which is right for a pipe: no colour, no marks."""

    width: int = 100
    colour: bool = False
    bidi: Bidi = "off"
    labels: str = "en"

    def paint(self, text: str, style: str) -> str:
        """The text in a style, where there is colour."""
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.colour and style else text

    def isolate(self, line: str) -> str:
        """One physical line of one cell, so that its neighbours keep their places."""
        if self.bidi == "off" or not line:
            return line
        if self.bidi == "visual":
            return _visual()(line) if right_to_left(line) else line
        return f"{FIRST_STRONG_ISOLATE}{line}{POP_ISOLATE}"

    @property
    def gap(self) -> str:
        """What stands between two cells."""
        return f"{LEFT_TO_RIGHT_MARK}  " if self.bidi == "terminal" else "  "


@cache
def _visual() -> Callable[[str], str]:
    """Reordering and joining of letters for terminals that do neither."""
    try:
        reshape = import_module("arabic_reshaper").reshape
        get_display = import_module("bidi.algorithm").get_display
    except ImportError as error:
        raise UsageError(
            "--bidi visual wants two more packages.", "Install them with: pip install 'claimtrack[bidi]'"
        ) from error
    return lambda line: str(get_display(reshape(line)))
