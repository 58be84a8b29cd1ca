"""Quotation: which stretches of a text stand between quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

_PAIRS = {"“": "”", "«": "»", "„": "“", "‹": "›"}
_STRAIGHT = '"'
_LONGEST = 4000


def quoted_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The spans between a quotation mark and its partner, marks excluded; a mark without partner opens none.

    Straight marks pair up inside their paragraph; curly ones and guillemets may span paragraphs.
    """
    stop = len(text) if end is None else end
    open_at: int | None = None
    closing = ""
    for i in range(start, stop):
        char = text[i]
        if open_at is None:
            if char in _PAIRS:
                open_at, closing = i + 1, _PAIRS[char]
            elif char == _STRAIGHT and not (i and text[i - 1].isdigit()):
                open_at, closing = i + 1, _STRAIGHT
        elif char == closing:
            yield open_at, i
            open_at = None
        elif (char == "\n" and closing == _STRAIGHT) or i - open_at > _LONGEST:
            open_at = None
