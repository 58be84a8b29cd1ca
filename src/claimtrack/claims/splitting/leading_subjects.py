"""Clauses of time, reason or contrast in front of what they are told with: "When the army came | the town was empty".

Where no comma parts the two, the main clause begins with the next subject that has a verb of its own: English puts a
subject right behind a clause only where that has its verb already.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_finite
from claimtrack.claims.splitting.spans import Span, once

_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
_HELPING = frozenset({"AUX", "ADV", "PART"})
_STOPPING = frozenset({"relative", "complementizer", "question", "conditional"})
_SUBJECT = 7
"""Tokens of the longest subject."""


def with_leading_subjects(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans; none goes on over the subject of the main clause, which is a claim of its own."""
    kept = list(found)
    for first, verb, begins in _leading(o) if kept and "leading" in o.passage.held else ():
        over = [s for s in kept if first <= s.first < begins <= s.last]
        last = max((s.last for s in over), default=None)
        if last is None:
            continue
        whole = min(over, key=lambda s: s.first)
        kept = [s for s in kept if s not in over]
        if whole.first <= verb:
            kept.append(replace(whole, last=begins - 1, verb=verb, main=None))
        elif not any(s.first <= verb <= s.last for s in kept):
            kept.append(Span(first, begins - 1, 0.0, 0.0, verb=verb))
        if not any(s.first == begins for s in kept):
            kept.append(Span(begins, last, 0.0, 0.0, verb=o.own_verb(begins, last)))
    return once(kept)


def _leading(o: Outline) -> Iterator[tuple[int, int, int]]:
    """The word that opens each such clause, its verb, and where the subject of the main clause begins behind it."""
    for first in range(len(o.marks) - 5):
        free = first == 0 or o.marks[first - 1] or "complementizer" in o.passage.classes[first - 1]
        if not free or "leading" not in o.passage.classes[first]:
            continue
        verb = _verb(o, first)
        begins = None if verb is None else _main_clause(o, verb)
        if verb is None or begins is None:
            continue
        told = begins == verb + 1 and o.passage.classes[verb] & {"say", "mental"}  # "after he said | the firm paid"
        if not told:
            yield first, verb, begins


def _verb(o: Outline, first: int) -> int | None:
    """The first verb behind the opening word and one subject; None where two stand there ("after it | he left")."""
    t = first + 1
    while t < len(o.marks) and t - first <= _SUBJECT and o.a.pos[t] not in VERBAL:
        opens = t > first + 1 and (o.a.pos[t] in ("DET", "PRON") and not _is_owner(o, t - 1))
        if opens or o.marks[t] or o.passage.classes[t] & _STOPPING or "time" in o.passage.mention_types[t]:
            return None
        t += 1
    plain = t < len(o.marks) and t > first + 1 and is_finite(o.a, t)
    return _group_end(o, t) if plain else None


def _is_owner(o: Outline, t: int) -> bool:
    """Whether a preposition leads what stands behind it: "one of | the men"."""
    return o.a.pos[t] == "ADP"


def _group_end(o: Outline, t: int) -> int:
    """The last word of the auxiliaries and the verb that begin at a token."""
    while t + 1 < len(o.marks) and o.a.pos[t] in _HELPING and o.a.pos[t + 1] in (*_HELPING, "VERB"):
        t += 1
    return t


def _main_clause(o: Outline, verb: int) -> int | None:
    """Where the next subject begins that has a finite verb; None where a mark or a conjunction stands before that."""
    for t in range(verb + 1, len(o.marks)):
        if o.marks[t] or o.a.pos[t] in ("CCONJ", "SCONJ") or o.passage.classes[t] & _STOPPING:
            return None
        if is_finite(o.a, t):
            begins = None if t in o.report_cues and t + 1 < len(o.marks) and o.marks[t + 1] else _subject(o, verb, t)
            return None if begins is None or _goes_on(o, t) else begins
        if o.a.pos[t] in VERBAL:
            return None
    return None


def _subject(o: Outline, verb: int, t: int) -> int | None:
    """The first word of the noun phrase right before a verb; None where it may be the end of what stands before it."""
    k = t - 1
    while k > verb and o.a.pos[k] in ("ADV", "PART"):
        k -= 1
    if k > verb and o.a.pos[k] == "PRON":
        return k
    first = None
    while k > verb and o.a.pos[k] in _NOUNS:
        first, k = k, k - 1
    if first is None:
        return None
    while k > verb and o.a.pos[k] in ("DET", "NUM"):
        first, k = k, k - 1
    if k > verb and o.a.pos[k] == "PRON" and o.a.relations[k].startswith("nmod"):
        first, k = k, k - 1
    if k == verb:
        return first if o.tags[first] != "NOUN" else None  # "rejected | the appeal fell" has no subject
    led = (o.a.pos[k] == "ADP" and o.a.relations[k] == "case") or o.a.pos[k] == "CCONJ" or o.a.pos[first] in _NOUNS
    return None if led else first


def _goes_on(o: Outline, t: int) -> bool:
    """Whether a further clause stands behind a comma, which may be the main one."""
    return any(o.verbs[-1] > o.verbs[c] and not any(r.cue > c for r in o.reports) for c in o.commas if c > t)
