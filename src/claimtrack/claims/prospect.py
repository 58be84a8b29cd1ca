"""A clause of time before a future: "Once built, | the dam will hold 4 million litres"."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Passage

_NOTHING = range(0)
_REACH = 8
"""Tokens from the comma to the "will" behind a subject."""


def prospect(p: Passage, tokens: Sequence[int]) -> range:
    """The words of a clause of time that opens a claim, up to the comma before its future; an empty range else."""
    if not any(first == tokens[0] for first, _ in openings(p)):
        return _NOTHING
    comma = next((i for i in tokens if p.analysis.tokens[i].norm == ","), None)
    return _NOTHING if comma is None or future_behind(p, comma) is None else range(tokens[0], comma)


def openings(p: Passage) -> list[tuple[int, int]]:
    """Where words stand that may open such a clause: the first token of each, and the one behind its last."""
    return [*p.phrases.get("prospective", ()), *p.phrases.get("time", ())]


def future_behind(p: Passage, comma: int) -> int | None:
    """The "will" that is the first verb behind a comma; None where another verb is, or none near."""
    pos, stop = p.analysis.pos, min(comma + _REACH, len(p.classes))
    verb = next((t for t in range(comma + 1, stop) if pos[t] in VERBAL), None)
    return verb if verb is not None and is_future(p, verb) else None


def is_future(p: Passage, t: int) -> bool:
    """Whether a "will" stands at the token."""
    return p.analysis.pos[t] == "AUX" and "planned" in p.classes[t]
