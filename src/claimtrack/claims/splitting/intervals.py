"""Clauses that say how long before or after another thing theirs was: "in force six months | after it was signed".

The length of time alone says another thing; the clause it is counted from is part of the claim,
and a claim of its own as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.outline import Outline
from claimtrack.claims.splitting.spans import Span
from claimtrack.model.mentions import Duration


def to_end_of_interval(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans; one that ends with a length of time goes on over the clause from which that is counted."""
    return [_to_end(o, span, found) for span in found]


def _to_end(o: Outline, span: Span, found: Sequence[Span]) -> Span:
    word = span.last + 1
    if span.verb is None or word >= len(o.marks) or not _is_counted(o, span.last) or not _counts(o, word):
        return span
    clause = next((s for s in found if s.first == word + 1 and s.verb is not None), None)
    return span if clause is None else replace(span, last=clause.last)


def _counts(o: Outline, t: int) -> bool:
    return "time" in o.passage.classes[t] and o.a.pos[t] in ("SCONJ", "ADP")


def _is_counted(o: Outline, last: int) -> bool:
    """Whether a length of time ends with a token, and no preposition says that it lasted so long."""
    end = o.a.tokens[last].end
    spell = next((m for m in o.passage.mentions if m.end == end and isinstance(m.value, Duration)), None)
    if spell is None:
        return False
    before = next((t for t in range(last, 0, -1) if o.a.tokens[t].start <= spell.start), 0) - 1
    if before > 0 and o.a.pos[before] == "ADV":
        before -= 1  # "for barely ten hours"
    return before >= 0 and o.a.pos[before] != "ADP"
