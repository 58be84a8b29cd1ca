"""Clauses that a description between commas interrupts: "تعد الحافلة، التي تنطلق كل ساعة، | أرخص وسيلة".

What stands behind the second comma has no verb of its own, so that it can only go on with what stands before the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import NAMING, is_comma
from claimtrack.claims.spans import Span

_LONGEST = 30
"""Tokens of the longest description."""


def over_descriptions(o: Outline, kept: Sequence[Span]) -> list[Span]:
    """The spans; one whose verb stands before a description goes on behind it, and the rest alone is no claim.

    The description is a claim beside it.
    """
    found = list(kept)
    for opening, closing, last in _descriptions(o):
        cut = next((s for s in found if _ends_within(o, s, opening, closing)), None)
        if cut is None or any(s.first <= cut.first and s.last > closing for s in found if s is not cut):
            continue
        found = [s for s in found if s is not cut and not (closing < s.first <= closing + 2 and s.last <= last)]
        found.append(replace(cut, last=last))
        if not any(opening - 1 <= s.last < closing or opening < s.first < closing for s in found):
            found.append(Span(opening + 1, closing - 1, 0.0, 0.0))
    return found


def _ends_within(o: Outline, span: Span, opening: int, closing: int) -> bool:
    """Whether a span has its verb before a description and ends with it or before it."""
    if span.verb is None or span.verb >= opening or not opening - 1 <= span.last <= closing:
        return False
    return not any("relative" in o.passage.classes[t] for t in range(span.first, opening))


def _descriptions(o: Outline) -> Iterator[tuple[int, int, int]]:
    """The commas around each description, and the last word of what goes on behind it without a verb."""
    commas = [i for i in range(len(o.marks)) if is_comma(o.a, i)]
    for opening, closing in pairwise(commas):
        if closing - opening > _LONGEST or closing + 1 >= len(o.marks) or not _describes(o, opening):
            continue
        last = next((t - 1 for t in range(closing + 1, len(o.marks)) if o.a.pos[t] == "PUNCT"), len(o.marks) - 1)
        goes_on = not o.joined[closing + 1] and o.a.pos[closing + 1] in _GOING_ON
        if goes_on and last > closing and o.verbs[last + 1] == o.verbs[closing + 1]:
            yield opening, closing, last


_GOING_ON = NAMING | {"ADP"}


def _describes(o: Outline, opening: int) -> bool:
    """Whether a relative clause stands behind a comma."""
    return "relative" in o.passage.classes[opening + 1]
