"""What somebody has not said is no claim: "has not said when | it will reopen" tells of no reopening.

Only languages whose question words stand at the front of an indirect question are read so.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_finite
from claimtrack.claims.splitting.spans import Span

_DENYING = frozenset({"negator", "no_one", "negating_noun"})


def without_unsaid(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans without those of an indirect question that stands within a denial that it was answered."""
    if not {"question", "say"} <= o.passage.held or o.passage.held.isdisjoint(_DENYING):
        return list(found)
    return [s for s in found if not any(_is_unsaid(o, s, whole) for whole in found if whole is not s)]


def _is_unsaid(o: Outline, span: Span, whole: Span) -> bool:
    """Whether a span is what the verb of another one leaves open: right behind its question word."""
    asks = span.first - 1
    if not whole.first < asks - 1 or whole.last < span.last or "question" not in o.passage.classes[asks]:
        return False
    says = o.a.pos[asks - 1] == "VERB" and "say" in o.passage.classes[asks - 1]
    denied = any(o.passage.classes[t] & _DENYING for t in range(whole.first, asks - 1))
    return says and denied and not any(is_finite(o.a, t) and o.marks[t + 1] for t in range(whole.first, asks - 1))
