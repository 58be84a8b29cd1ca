"""Quotation: which stretches of a text stand between quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

_PAIRS = {"“": "”", "«": "»", "„": "“", "‹": "›"}
_STRAIGHT = '"'
_LONGEST = 4000


def quoted_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The spans between a quotation mark and its partner, marks excluded; a mark without partner opens none.

    Curly marks and guillemets may span paragraphs and hold others of their kind. Straight marks pair up inside their
    paragraph; one that begins a paragraph and has no partner there goes on to the end of a later one.
    """
    stop = len(text) if end is None else end
    i = start
    while i < stop:
        char = text[i]
        close = None
        if char in _PAIRS:
            close = _partner(text, i, min(stop, i + _LONGEST))
        elif char == _STRAIGHT and not (i and text[i - 1].isdigit()):
            close = _straight_partner(text, i, stop)
        if close is None:
            i += 1
            continue
        yield i + 1, close
        i = close + 1


def _partner(text: str, i: int, stop: int) -> int | None:
    """Where the quotation that opens at `i` closes: behind all that open in it, else at the first closing mark."""
    opening, closing = text[i], _PAIRS[text[i]]
    first, depth = None, 0
    for k in range(i + 1, stop):
        if text[k] == closing:
            first = k if first is None else first
            if depth == 0:
                return k
            depth -= 1
        elif text[k] == opening:
            depth += 1
    return first


def _straight_partner(text: str, i: int, stop: int) -> int | None:
    """Where the straight mark at `i` has its partner: in its paragraph, or for one that begins it, at a later end."""
    line = text.find("\n", i, stop)
    line = stop if line < 0 else line
    partner = text.find(_STRAIGHT, i + 1, line)
    if partner >= 0:
        return partner
    later = text.find(_STRAIGHT, line, min(stop, i + _LONGEST))
    begins = i == 0 or text[i - 1] == "\n"
    if not begins or later < 0 or text[later - 1].isspace():
        return None
    return later if later + 1 == stop or text[later + 1] == "\n" else None
