"""Sentences that yield no claim, each for a named reason."""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Passage
from claimtrack.claims.phrases import is_comma, is_finite

_QUESTION_MARKS = ("?", "\u061f")


def reason(passage: Passage, text: str) -> str | None:
    """Why the passage yields no claim whatever it says, None where it may."""
    if passage.role in ("source_line", "heading", "lead_in", "furniture"):
        return passage.role
    words = [i for i, t in enumerate(passage.analysis.tokens) if t.is_word]
    if not words:
        return "furniture"
    if text.rstrip("\"'”’»)] ").endswith(_QUESTION_MARKS):
        return None if asks_from(passage) is not None else "question"
    opening = passage.classes[words[0]]
    for name in ("thanks", "greeting"):
        if f"not_{name}" not in opening and name in opening and len(words) < _SHORT:
            return None if name == "greeting" and _goes_on(passage, words[0]) else name
    return "thanks" if "thanks" in passage.held and len(words) < _SHORT and _only_thanks(passage, words) else None


def _only_thanks(passage: Passage, words: list[int]) -> bool:
    """Whether the first person thanks and says no more: "I thank the member for giving way"."""
    a, classes = passage.analysis, passage.classes
    if "first_person" not in classes[words[0]] or a.pos[words[0]] != "PRON":
        return False
    verb = next((i for i in words[1:] if a.pos[i] != "ADV"), words[0])
    if "thanks" not in classes[verb] or not a.tags[verb].endswith(":VBP"):
        return False
    return not any(is_finite(a, i) for i in words if i > verb)


def asks_from(passage: Passage) -> int | None:
    """Where the question begins that a statement ends with ("You voted against it, so why …?"); None without one."""
    a = passage.analysis
    if not any(token.text in _QUESTION_MARKS for token in a.tokens[-_CLOSING:]):
        return None
    first = next((i for i, token in enumerate(a.tokens) if token.is_word), 0)
    if "question" in passage.classes[first] or a.pos[first] == "AUX":
        return None
    for comma in range(len(a.tokens) - 1, first + _CLAUSE, -1):
        if not is_comma(a, comma):
            continue
        behind = range(comma + 1, len(a.tokens))
        asks = next((i for i in behind if "question" in passage.classes[i] or a.pos[i] not in _LEADING), None)
        if asks is not None and "question" in passage.classes[asks] and a.pos[asks] != "ADP":
            return comma + 1 if any(is_finite(a, i) for i in range(first, comma)) else None
    return None


_LEADING = ("CCONJ", "ADV")
_CLOSING = 3
"""Tokens at the end among which the mark of a question stands, behind which quotation marks may."""


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
