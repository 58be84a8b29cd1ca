"""Who did it, set against who did not: "it was not X that did it, but Y" is one claim, to its last word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_comma
from claimtrack.claims.splitting.spans import Span

_LONGEST = 6
"""So many words at most has what is set against what was denied."""


def with_clefts(o: Outline, spans: Sequence[Span]) -> list[Span]:
    """The spans, each denied cleft whole, and each denied clause with what stands in the place of what it denies."""
    found = list(spans)
    for first, last in o.passage.phrases.get("cleft", ()):
        inner = [s for s in found if first < s.first <= last and s.last >= last]
        front = next((s for s in found if s.first <= first <= s.last), None)
        if not inner and front is None:
            continue
        whole = max((*inner, *((front,) if front else ())), key=lambda s: s.last)
        kept = [s for s in found if s is not front and s not in inner]
        begins = first if front is None else front.first
        verb = o.own_verb(begins, whole.last)
        found = [*kept, replace(front or whole, first=begins, last=whole.last, relative=None, main=None, verb=verb)]
    return [_with_other(o, span, found) for span in found]


def _with_other(o: Outline, span: Span, found: Sequence[Span]) -> Span:
    """The span, with the phrase behind it that is so instead: "… did not sign it | but his deputy"."""
    classes, size = o.passage.classes, len(o.marks)
    t = span.last + 1
    t += t < size and is_comma(o.a, t)
    if t + 1 >= size or "rather" not in classes[t] or not _is_denied(o, span):
        return span
    end = next((k for k in range(t + 1, size) if o.marks[k]), size)
    phrase = range(t + 1, end)
    if not phrase or len(phrase) > _LONGEST or any(o.a.pos[k] in VERBAL for k in phrase):
        return span
    if any(s is not span and s.first < end and t <= s.last for s in found):
        return span
    return replace(span, last=end - 1)


def _is_denied(o: Outline, span: Span) -> bool:
    opened = {first for first, _ in o.passage.phrases.get("negating", ())}
    return any("negator" in o.passage.classes[t] or t in opened for t in range(span.first, span.last + 1))
