"""Main clauses with the phrase that opens them, where a clause tells of that phrase: "In 1951, when …, | he left".

The place or time in front belongs to what is said behind the second comma, however long the aside about it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_comma, is_finite
from claimtrack.claims.splitting.spans import Span
from claimtrack.languages.inflection import turns

_LEAST = 4
"""Tokens before the second comma."""
_TELLING = frozenset({"relative", "time"})


def with_openings(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, each main clause behind an opening phrase and the clause about it with that phrase."""
    kept = list(found)
    for span in found:
        first = _opening(o, span, found)
        if first is not None:
            kept = [s for s in kept if s is not span] + [replace(span, first=first, main=span.first)]
    return kept


def _opening(o: Outline, span: Span, found: Sequence[Span]) -> int | None:
    """Where the phrase begins that opens the clause of a span, which begins behind a comma; None without one."""
    closing = span.first - 1
    if span.verb is None or closing < _LEAST or not is_comma(o.a, closing) or not _is_main(o, span):
        return None
    for comma in reversed([c for c in o.commas if c < closing]):
        if any(comma + 1 < s.first < closing and s is not span and _is_apart(o, s) for s in found):
            return None
        if _tells(o, comma + 1):
            first = _phrase_start(o, comma)
            framed = first is None or any(first <= report.cue < span.first for report in o.reports)
            return None if framed else first
    return None


def _is_apart(o: Outline, span: Span) -> bool:
    """Whether a span is a main clause of its own behind a comma."""
    return span.verb is not None and is_comma(o.a, span.first - 1) and _is_main(o, span)


def _is_main(o: Outline, span: Span) -> bool:
    """Whether a subject begins a span and its verb follows; no relative clause, no verb alone."""
    opens = span.first if span.main is None else span.main
    plain = not o.passage.classes[opens] & {"relative", "conditional", "question"} and o.a.pos[opens] not in VERBAL
    return plain and any(is_finite(o.a, t) for t in range(opens + 1, span.last + 1))


def _tells(o: Outline, t: int) -> bool:
    """Whether a clause about what stands before the comma begins at a token: when, where, in which, after."""
    behind = o.a.pos[t] == "ADP" and t + 1 < len(o.marks) and "relative" in o.passage.classes[t + 1]
    return behind or bool(o.passage.classes[t] & _TELLING) or "question" in o.passage.classes[t]


def _phrase_start(o: Outline, comma: int) -> int | None:
    """Where the phrase before a comma begins: with a preposition or a time, no verb in it, at the front of a clause."""
    t = comma
    while t > 0 and not o.marks[t - 1] and o.a.pos[t - 1] not in ("CCONJ", "SCONJ"):
        t -= 1
    led = (o.a.pos[t] == "ADP" and not turns(o.norms[t])) or "time" in o.passage.mention_types[t]
    return t if t < comma and led and o.verbs[comma] == o.verbs[t] else None
