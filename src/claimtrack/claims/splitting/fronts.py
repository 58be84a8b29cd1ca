"""Clauses of which only the end was chosen, a noun with what is told of it: "replacing | a ferry that ran daily".

The verb before that noun says another thing of it, and is in no claim then; its clause ends with the noun.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_comma
from claimtrack.claims.splitting.noun_phrases import is_relative, relative_in
from claimtrack.claims.splitting.spans import Span
from claimtrack.claims.voices.contradicted import contradicted

_NEAR = 7
"""Tokens from the verb to the noun phrase."""
_LEAST = 2
"""Tokens behind the first one of such a clause."""
_LEADING = frozenset({"ADV", "PART"})


def with_fronts(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, and for each noun with its relative clause the clause that ends with the noun, where none has it."""
    kept = list(found)
    for span in found:
        relative = relative_in(o, span.first, span.last)
        verb = None if relative is None else _verb_before(o, span.first)
        if relative is None or verb is None or any(s.first <= verb <= s.last for s in kept):
            continue
        last = relative - 1 - is_comma(o.a, relative - 1)
        first = _start(o, verb)
        if first is not None and last >= first + _LEAST:
            kept.append(Span(first, last, 0.0, 0.0, verb=verb))
    return kept


def without_contradicted(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, without what somebody says that the text contradicts: "contrary to what he says, | wages fell"."""
    kept = list(found)
    for first, ends in contradicted(o.passage):
        kept = [s for s in kept if not first - 1 <= s.first <= s.last <= ends]
        kept = [_beside(s, first, ends) for s in kept]
    return kept


def _beside(span: Span, first: int, ends: int) -> Span:
    """The span from behind such a phrase in front of it, or up to the comma before one that ends it."""
    if first <= span.first <= ends < span.last:
        return replace(span, first=ends + 1, main=None)
    return replace(span, last=first - 2) if span.first < first - 2 and first <= span.last <= ends else span


def _verb_before(o: Outline, first: int) -> int | None:
    """The verb whose object a noun phrase is, with no mark and no further clause between them; no verb of saying."""
    if first and o.a.pos[first - 1] == "ADP":
        return None
    for t in range(first - 1, max(-1, first - _NEAR - 1), -1):
        if o.marks[t] or o.a.pos[t] == "SCONJ" or ("time" in o.passage.classes[t] and o.a.pos[t] == "ADV"):
            return None
        if o.a.pos[t] in VERBAL:
            return None if t in o.report_cues or o.a.relations[t] == "case" else t
    return None


def _start(o: Outline, verb: int) -> int | None:
    """Where the clause begins: behind a comma or a conjunction, with its auxiliaries and its pronoun."""
    t = verb
    while t > 0 and (o.a.pos[t - 1] in _LEADING or o.a.pos[t - 1] == "AUX"):
        t -= 1
    if t > 0 and o.a.pos[t - 1] == "PRON" and not is_relative(o, t - 1):
        t -= 1
    opens = t == 0 or o.a.pos[t - 1] == "CCONJ" or (is_comma(o.a, t - 1) and t - 2 not in o.report_cues)
    return t if opens else None
