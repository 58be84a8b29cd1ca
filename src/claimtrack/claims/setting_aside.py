"""Sentences that yield no claim, each for a named reason."""

from __future__ import annotations

from claimtrack.claims.draft import Passage

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
            return name
    return None


_SHORT = 25
"""Thanks and greetings are short; a longer sentence that begins so goes on to say something."""
