"""What a court or an inquiry heard is told of itself, as what it was told is: "The inquiry heard that | she had …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.outline import Outline
from claimtrack.claims.splitting.spans import Span, once

_FRAME = 6
"""Tokens of the longest frame: "The public inquiry in Leeds heard"."""


def without_hearings(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans; one that opens with such a frame begins behind it, and the frame alone is none."""
    if not {"hearing", "hearing_body"} <= o.passage.held:
        return list(found)
    kept: list[Span] = []
    for span in found:
        that = _that(o, span)
        if that is None:
            kept.append(span)
        elif o.verbs[span.last + 1] > o.verbs[that + 1]:
            first = that + 1
            ends = _end(o, first, span.last, found)
            kept.append(replace(span, first=first, last=ends, verb=o.own_verb(first, ends), main=None))
    return once(kept)


def _that(o: Outline, span: Span) -> int | None:
    """The word behind "heard" that opens what was heard, where a body that hears stands before; None without it."""
    for t in range(span.first + 1, min(span.first + _FRAME, span.last + 1)):
        if "hearing" in o.passage.classes[t] and o.tags[t] == "VERB:VBD":
            body = any("hearing_body" in o.passage.classes[k] for k in range(span.first, t))
            opens = t + 1 < len(o.marks) and o.passage.classes[t + 1] & {"complementizer", "question"}
            return t + 1 if body and opens else None
        if o.marks[t]:
            return None
    return None


def _end(o: Outline, first: int, last: int, found: Sequence[Span]) -> int:
    """The last word of what was heard: before a "that" behind which a further claim begins."""
    later = (s.first - 1 for s in found if first < s.first - 1 < last and s.last == last)
    that = next((t for t in later if "complementizer" in o.passage.classes[t]), last + 1)
    return that - 1
