"""What is decided, asked or tried is no claim beside the deciding: "دعا السفير إلى أن | تفتح الحدود" opens nothing."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.splitting.spans import Span

_BACK = 9
"""Tokens from the "that" of what is decided back to the verb."""


def without_decided(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans but those of what is decided within another that holds the verb of deciding."""
    if "deciding" not in o.passage.held:
        return list(found)
    return [s for s in found if (verb := _decides(o, s)) is None or not any(_over(w, s, verb) for w in found)]


def _over(whole: Span, part: Span, verb: int) -> bool:
    return whole.first <= verb and part.last <= whole.last


def _decides(o: Outline, span: Span) -> int | None:
    """The verb of deciding whose "that" stands right before a span; None for a span that none governs."""
    opening = span.first - 1
    if opening < 1 or "complementizer" not in o.passage.classes[opening]:
        return None
    for t in range(opening - 1, max(-1, opening - 1 - _BACK), -1):
        if o.marks[t]:
            return None
        if o.a.pos[t] in VERBAL:
            return t if "deciding" in o.passage.classes[t] else None
    return None
