"""Spans that begin in a relative clause between commas and end behind it: "which denied | the charges, was fined"."""

from __future__ import annotations

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_finite
from claimtrack.claims.splitting.spans import Span


def crosses_aside(o: Outline, span: Span) -> bool:
    """Whether a span holds the end of an aside without its beginning, and the verb of the clause around it."""
    if "acting_relative" not in o.passage.held:
        return False
    for comma in o.commas:
        if span.first < comma < span.last and is_finite(o.a, comma + 1):
            opening = max((k for k in o.commas if k < span.first), default=None)
            if opening is not None and _relates(o, opening, span.first) and not _relates(o, comma, comma + 2):
                return True
    return False


def _relates(o: Outline, comma: int, before: int) -> bool:
    """Whether a relative pronoun with its verb stands behind a comma and before a token."""
    related = comma + 1 < before and "acting_relative" in o.passage.classes[comma + 1]
    return related and any(is_finite(o.a, t) for t in range(comma + 2, before))
