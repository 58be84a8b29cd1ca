"""All that somebody is asked or wants to do is one claim: "asked the firm to close two plants | and sell the site".

None of it is done yet, so that the second deed alone would read as a fact, or as the deed of who asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.analysis import NOMINAL, VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.splitting.noun_phrases import is_stop
from claimtrack.claims.splitting.spans import Span

_BACK = 16
"""Tokens from the second deed back to the first."""


def with_asked_deeds(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans; one that ends before the second deed that its verb asks for goes on to the end of that."""
    if "VERB:VB" not in o.tags:
        return list(found)
    kept = list(found)
    for verb in range(2, len(o.marks)):
        if o.tags[verb] != "VERB:VB" or o.a.pos[verb - 1] != "CCONJ":
            continue
        asked = _first_deed(o, verb)
        asking = None if asked is None else next((s for s in kept if s.first < asked <= s.last < verb), None)
        if asked is None or asking is None:
            continue
        if o.a.pos[asked - 1] == "VERB" and any(s.first == verb for s in kept):
            continue  # what somebody plans besides is a plan of its own
        second = [s for s in kept if s is not asking and asking.first <= s.first <= verb and s.last > asked]
        last = max((s.last for s in second), default=_end(o, verb))
        kept = [replace(s, last=last) if s is asking else s for s in kept if s not in second]
    return kept


def _first_deed(o: Outline, verb: int) -> int | None:
    """The "to" of the first deed, right behind the noun that is asked for it or the verb of who wants it; else None."""
    for t in range(verb - 2, max(0, verb - _BACK), -1):
        if (o.marks[t] and t not in o.commas) or (o.a.pos[t] in VERBAL and o.tags[t] != "VERB:VB"):
            return None
        if o.tags[t] == "VERB:VB" and "infinitive" in o.passage.classes[t - 1]:
            if t > 1 and o.a.pos[t - 2] == "VERB":
                return t - 1  # "wanted to | sell the plant and move"
            return t - 1 if t > 1 and o.a.pos[t - 2] in NOMINAL and _asks(o, t - 2) else None
    return None


def _asks(o: Outline, noun: int) -> bool:
    """Whether the noun before a "to" is the object of a verb that asks it for something."""
    for t in range(noun, max(-1, noun - _BACK), -1):
        if o.marks[t] or "relative" in o.passage.classes[t]:
            return False
        if o.a.pos[t] == "VERB":
            return "asking_of" in o.passage.classes[t]
    return False


def _end(o: Outline, verb: int) -> int:
    stops = (t for t in range(verb, len(o.marks)) if is_stop(o, t) or o.a.pos[t] in ("CCONJ", "SCONJ"))
    return next(stops, len(o.marks)) - 1
