"""English noun phrases by their words: where one begins, and where what describes it does."""

from __future__ import annotations

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import NAMING
from claimtrack.claims.splitting.titled import OWNER_SIGNS, OWNERS

MODIFYING = NAMING - {"DET"} | {"NUM", "ADJ"}
_RELATING = frozenset({"relative", "complementizer"})


def start_of(o: Outline, noun: int) -> int:
    """Where the noun phrase begins that ends at `noun`: with its modifiers, whose it is, and its article."""
    pos, t = o.a.pos, noun
    while t > 0 and (pos[t - 1] in MODIFYING or is_hyphen(o, t - 1)):
        t -= 1
    if t > 1 and o.norms[t - 1] in OWNER_SIGNS:
        t -= 1
        while t > 0 and pos[t - 1] in MODIFYING:
            t -= 1
    return t - 1 if t > 0 and (pos[t - 1] == "DET" or o.norms[t - 1] in OWNERS) else t


def is_hyphen(o: Outline, t: int) -> bool:
    """Whether a mark joins two words: "a one-page letter"."""
    return o.norms[t] == "-" and not o.a.tokens[t].spaced


def is_stop(o: Outline, t: int) -> bool:
    """Whether a mark stands here that parts clauses or phrases: no hyphen, no sign of a currency."""
    return o.marks[t] and o.a.pos[t] == "PUNCT" and not is_hyphen(o, t)


def is_relative(o: Outline, t: int) -> bool:
    """Whether a relative pronoun stands at a token: who, which, that."""
    return o.a.pos[t] in ("PRON", "DET") and bool(o.passage.classes[t] & _RELATING)


def relative_in(o: Outline, first: int, last: int) -> int | None:
    """The first relative pronoun behind `first`, if no verb stands before it."""
    for t in range(first + 1, last):
        if is_relative(o, t):
            return None if o.verbs[t] > o.verbs[first] else t
    return None
