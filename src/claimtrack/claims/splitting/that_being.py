"""When, where or why something was, told behind "and that": "The school was founded in Acre, | and that in 1921".

What follows has no verb and no subject of its own, so that it is part of the clause before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_comma, is_finite
from claimtrack.claims.splitting.spans import Span


def over_that_being(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans; a clause goes on over the circumstance that "and that" adds to it."""
    if "that_being" not in o.passage.held:
        return list(found)
    kept = list(found)
    for tail in found:
        before = max((s for s in kept if s.last == _end_before(o, tail)), key=lambda s: s.last - s.first, default=None)
        if before is None or before.verb is None or not _is_circumstance(o, tail):
            continue
        kept = [s for s in kept if s is not tail]
        if not any(tail.first < first <= tail.last for first, _ in o.passage.phrases.get("according", ())):
            kept = [replace(s, last=tail.last) if s is before else s for s in kept]
    return kept


def _end_before(o: Outline, tail: Span) -> int:
    """The last word before a span, a comma between them left out."""
    comma = tail.first > 0 and is_comma(o.a, tail.first - 1)
    return tail.first - 1 - comma


def _is_circumstance(o: Outline, tail: Span) -> bool:
    """Whether a span is an "and that" with what it leads to: no verb and no further value."""
    if "that_being" not in o.passage.classes[tail.first] or tail.last == tail.first:
        return False
    words = range(tail.first + 1, tail.last + 1)
    told = any(is_finite(o.a, t) or "copular_pronoun" in o.passage.classes[t] for t in words)
    if any("contrast" in o.passage.classes[t] for t in words[:2]):
        return False  # "and that in spite of the closing of the airports", which is a fact
    counted = any("quantity" in o.passage.mention_types[t] and "time" not in o.passage.mention_types[t] for t in words)
    return not told and (not counted or "time" in o.passage.mention_types[tail.last])
