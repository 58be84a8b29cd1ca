"""Which candidates of a sentence stand together: the likeliest set, in which none reads another's words again."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from claimtrack.claims.splitting.relatives import share_a_noun
from claimtrack.claims.splitting.spans import Span

BAR = -0.65
"""Log odds from which a candidate is a claim: recall and precision meet about here."""
FALLBACK = -0.8
"""The same for the best candidate of a sentence that has no other: prose seldom says nothing at all."""
BEAM = 20
"""Sets of candidates that are kept in view while the best one is sought."""
NESTED = 0.3
"""What a claim inside another loses against two that stand apart."""
SAME = 0.42
"""Two spans that share more than this part of their union are readings of one claim."""
NAMED = 0.75
"""The same where one of them only names whom the other tells of."""


def chosen(spans: Sequence[Span]) -> list[Span]:
    """The candidates that stand: those that together are likeliest, none reading another's words again or cutting it.

    A beam over the candidates, the surest first; what a set is worth is by how much its odds pass the bar.
    """
    ranked = sorted((span for span in spans if span.score >= BAR), key=lambda s: -s.score)
    sets: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    for i, each in enumerate(ranked):
        gain = each.score - BAR
        against = {k for k in range(i) if not beside(each, ranked[k])}
        met = {k for k in range(i) if each.meets(ranked[k])}
        for worth, kept in sets[:]:
            if against.isdisjoint(kept):
                toll = sum(NESTED for k in kept if k in met) if met else 0
                sets.append((worth + gain - toll, (*kept, i)))
        sets.sort(key=itemgetter(0), reverse=True)
        del sets[BEAM:]
    best = max(spans, key=lambda s: s.score, default=None)
    return [ranked[k] for k in sets[0][1]] or ([best] if best is not None and best.score > FALLBACK else [])


def beside(span: Span, other: Span) -> bool:
    """Whether two spans can both be claims: apart, or one well inside the other and about another verb.

    They also can where all that they share is a noun, which one of them describes.
    """
    if span.last < other.first or other.last < span.first or share_a_noun(span, other):
        return True
    if span.verb is not None and span.verb == other.verb:
        return False
    inner, outer = (span, other) if other.holds(span) else (other, span)
    return outer.holds(inner) and (inner.overlap(outer) < SAME or _names_only(inner, outer))


def _names_only(inner: Span, outer: Span) -> bool:
    """Whether a span without a verb names whom the other, which begins with it, tells of ("the mayor, X, opened …")."""
    names, verb = inner.parted and inner.first == outer.first and inner.verb is None, outer.verb
    return names and verb is not None and verb > inner.last and inner.overlap(outer) < NAMED
