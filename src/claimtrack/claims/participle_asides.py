"""Asides without a verb of their own behind a subject: "The vote, | planned for May, | was put off" tells no plan."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.analysis import NOMINAL, VERBAL, Analysis

_NOTHING = range(0)


def participle_aside(a: Analysis, tokens: Sequence[int]) -> range:
    """The words of a participle's or an adjective's aside between a claim's subject and its verb; an empty range else.

    What the aside plans, hedges or denies is not said of the verb behind it.
    """
    opening = next((i for i in tokens[:-1] if a.tokens[i].kind == "mark" or a.pos[i] in VERBAL), None)
    if opening is None or a.tokens[opening].norm != "," or a.pos[opening - 1] not in NOMINAL or opening == tokens[0]:
        return _NOTHING
    head = opening + 1
    while head < tokens[-1] and a.pos[head] in ("ADV", "PART"):
        head += 1
    closing = _closing(a, head, tokens[-1])
    return _NOTHING if closing is None else range(opening + 1, closing)


def opens_aside(a: Analysis, head: int) -> bool:
    """Whether a participle opens an aside and the noun's verb follows it: "The trial, | expected to last, | began"."""
    comma = head - 1
    while comma > 0 and a.pos[comma] in ("ADV", "PART"):
        comma -= 1
    if comma < 1 or a.tokens[comma].norm != "," or a.pos[comma - 1] not in NOMINAL:
        return False
    return _closing(a, head, len(a.pos) - 1) is not None


def _closing(a: Analysis, head: int, last: int) -> int | None:
    """The comma at which the aside of a participle ends, the subject's verb behind it; None where there is no such."""
    if not _describes(a, head):
        return None
    closing = next((i for i in range(head + 1, last) if a.tokens[i].norm == ","), None)
    return closing if closing is not None and _goes_on(a, closing + 1) else None


def _describes(a: Analysis, head: int) -> bool:
    """Whether a participle or an adjective opens the aside, with no noun right behind it: "planned for", "due to".

    So does what says how many of the noun it tells of: "none of whom", "some of them".
    """
    if a.pos[head] in _SOME and tuple(a.pos[head + 1 : head + 3]) == ("ADP", "PRON"):
        return True
    described = a.tags[head] in ("VERB:VBN", "ADJ") and head + 1 < len(a.pos)
    return described and a.pos[head + 1] in ("ADP", "PART", "SCONJ")


_SOME = frozenset({"PRON", "DET", "NUM", "ADJ"})


def _goes_on(a: Analysis, i: int) -> bool:
    """Whether the verb of the subject stands at the token, or behind an adverb there."""
    at = i + 1 if a.pos[i] == "ADV" and i + 1 < len(a.pos) else i
    return a.pos[at] in VERBAL and a.tags[at] != "VERB:VBG"
