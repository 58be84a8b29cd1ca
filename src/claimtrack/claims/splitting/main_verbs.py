"""Which word asserts a claim whose subject is described between commas: "X, a firm based in Y, | sold 40 vans"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import NAMING, is_comma, is_finite
from claimtrack.claims.splitting.spans import Span

_OPENING = NAMING | {"NUM"}


def from_main_verbs(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans; one that opens with a described subject is what the verb behind the second comma asserts."""
    return [_asserting(o, span) for span in found] if len(o.commas) > 1 else list(found)


def _asserting(o: Outline, span: Span) -> Span:
    inner = [c for c in o.commas if span.first < c < span.last]
    if span.main is not None or len(inner) < 2 or o.a.pos[span.first] not in _OPENING:
        return span
    opening = inner[0]
    if not all(_names(o, t) for t in range(span.first, opening)):
        return span
    closing = next((c for c in inner[1:] if _is_verb(o, c + 1)), None)
    if closing is None or not _describes(o, opening + 1, closing) or o.head(span.first, span.last) > closing:
        return span
    return replace(span, main=closing + 1, verb=closing + 1)


def _names(o: Outline, t: int) -> bool:
    """Whether a word may be part of a subject that holds no clause."""
    clause = o.passage.classes[t] & {"relative", "complementizer"}
    return not clause and (o.a.pos[t] in _OPENING or o.a.pos[t] in ("ADP", "PART"))


def _is_verb(o: Outline, t: int) -> bool:
    """Whether a finite verb stands at a token, or behind one adverb there; what somebody says has its own frame."""
    verb = t + 1 if o.a.pos[t] == "ADV" and t + 1 < len(o.marks) else t
    return is_finite(o.a, verb) and verb not in o.report_cues


def _describes(o: Outline, first: int, stop: int) -> bool:
    """Whether words between commas say what the noun before them is: a noun, a participle or a relative clause."""
    if "relative" in o.passage.classes[first]:
        verbs = [t for t in range(first, stop) if is_finite(o.a, t)]
        return bool(verbs) and not any(is_comma(o.a, t) for t in range(first, stop))
    if any(is_finite(o.a, t) or o.a.pos[t] == "SCONJ" for t in range(first, stop)):
        return False
    return o.a.pos[first] in NAMING or o.a.tags[first].endswith((":VBN", ":VBG"))
