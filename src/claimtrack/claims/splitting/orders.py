"""What a sentence tells its reader to do is no claim: "Do not drink the water", "Boil it and | keep it cold".

Only languages whose infinitive is a form of its own, which without a subject is an order, are read so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_finite
from claimtrack.claims.splitting.spans import Span

_LEADING = frozenset({"ADV", "INTJ"})


def without_orders(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans without those of an order that opens the sentence; what its other clauses tell stays."""
    if "VERB:VB" not in o.tags:
        return list(found)
    verb = _ordered(o)
    if verb is None:
        return list(found)
    behind = [_behind_order(o, s, verb) for s in found]
    return [s for s in behind if not (s.first <= verb or _is_ordered_too(o, s, verb))]


def _behind_order(o: Outline, span: Span, verb: int) -> Span:
    """The span; what stands behind the colon of an order is told: "Look: | 38 kilometres laid since August"."""
    if span.first > verb and not _is_ordered_too(o, span, verb):
        return span
    colon = next((t for t in range(max(verb, span.first), span.last) if o.marks[t] and o.norms[t] == ":"), None)
    return span if colon is None else replace(span, first=colon + 1, verb=o.own_verb(colon + 1, span.last), main=None)


def _ordered(o: Outline) -> int | None:
    """The verb of an order that opens the sentence: behind nothing but adverbs, or behind "do not"."""
    first = next((t for t, mark in enumerate(o.marks) if not mark), 0)
    t = first
    while t < len(o.marks) and o.a.pos[t] in _LEADING:
        t += 1
    if t + 2 < len(o.marks) and o.a.pos[t] == "AUX" and not o.a.tags[t].endswith(":MD"):
        t += 2 if "negator" in o.passage.classes[t + 1] else 0
    if t >= len(o.marks) or o.tags[t] != "VERB:VB" or any("nsubj" in o.a.relations[k] for k in o.a.kids[t] if k < t):
        return None
    return None if _is_noun(o, t) else t


def _is_noun(o: Outline, t: int) -> bool:
    """Whether the word is rather part of a subject, whose verb follows: "Visit | numbers rose"."""
    for k in range(t + 1, len(o.marks)):
        if o.marks[k] or o.a.pos[k] in _CLOSING or o.passage.classes[k] & {"relative", "complementizer"}:
            return False
        if is_finite(o.a, k):
            return o.a.pos[k - 1] != "PRON"
    return False


_CLOSING = frozenset({"SCONJ", "CCONJ"})


def _is_ordered_too(o: Outline, span: Span, verb: int) -> bool:
    """Whether a span goes on with the order: by a further verb without a subject, or by what is done meanwhile."""
    if any(o.marks[t] and t not in o.commas for t in range(verb, span.first)):
        return False
    joined = o.a.pos[span.first - 1] == "CCONJ" and o.tags[span.first] == "VERB:VB"
    return joined or (o.a.pos[span.first - 1] in ("ADP", "SCONJ") and o.tags[span.first].endswith(":VBG"))
