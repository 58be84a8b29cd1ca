"""Sentences that yield no claim, each for a named reason."""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Passage
from claimtrack.claims.phrases import is_comma

_QUESTION_MARKS = ("?", "\u061f")


def reason(passage: Passage, text: str) -> str | None:
    """Why the passage yields no claim whatever it says, None where it may."""
    if passage.role in ("source_line", "heading", "lead_in", "furniture"):
        return passage.role
    words = [i for i, t in enumerate(passage.analysis.tokens) if t.is_word]
    if not words:
        return "furniture"
    if text.rstrip("\"'”’»)] ").endswith(_QUESTION_MARKS):
        return "question"
    opening = passage.classes[words[0]]
    for name in ("thanks", "greeting"):
        if f"not_{name}" not in opening and name in opening and len(words) < _SHORT:
            return None if name == "greeting" and _goes_on(passage, words[0]) else name
    return None


def _goes_on(passage: Passage, first: int) -> bool:
    """Whether a clause follows whom a sentence addresses: "Fellow citizens, when I took office …"."""
    a = passage.analysis
    comma = next((i for i in range(first, min(first + _ADDRESS, len(a.tokens))) if is_comma(a, i)), None)
    rest = () if comma is None else [i for i in range(comma + 1, len(a.tokens)) if a.tokens[i].is_word]
    return len(rest) >= _CLAUSE and any(a.pos[i] in VERBAL for i in rest)


_ADDRESS = 6
_CLAUSE = 5
"""Words of the shortest clause that is more than a greeting."""


_SHORT = 25
"""Thanks and greetings are short; a longer sentence that begins so goes on to say something."""
