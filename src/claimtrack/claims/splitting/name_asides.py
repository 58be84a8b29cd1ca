"""Names between commas behind what their bearer is: "مدير المستشفى، مارغوس كاسك، …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.splitting.spans import Span
from claimtrack.claims.splitting.titled import is_person, with_untold
from claimtrack.languages import Hooks, lexicon, load

_LONGEST = 6
"""Words of the longest name."""
_FAR = 12
"""Tokens of the longest role."""


def with_named(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, with one for each person's role and the name behind it of which none of them tells."""
    return with_untold(o, found, _named(o))


def _named(o: Outline) -> Iterator[tuple[int, int]]:
    """The first token of each role before a comma, and the last one of the name behind it."""
    for comma in o.commas:
        last = _name_end(o, comma + 1)
        first = _role_start(o, comma - 1) if last is not None else None
        if first is not None and last is not None:
            yield first, last


def _name_end(o: Outline, first: int) -> int | None:
    """The last token of a name of two words or more that a mark ends; None without one."""
    if first + 1 >= len(o.marks) or o.joined[first]:
        return None
    t = first
    while t < min(first + _LONGEST, len(o.marks)) and o.a.pos[t] in ("PROPN", "NOUN", "ADJ", "X") and not o.joined[t]:
        t += 1
    ends = t == len(o.marks) or o.marks[t]
    name = first + (o.a.pos[first] == "NOUN" and is_person(o.a.tokens[first]))  # "محاميه، الأستاذ | سيدي ولد امبارك"
    named = o.a.pos[name] == "PROPN" and not o.passage.mention_types[name] & {"place", "time"}
    blessed = any(begins == first for begins, _ in o.passage.phrases.get("blessing", ()))
    return t - 1 if ends and named and not blessed and t - 1 > first else None


def _role_start(o: Outline, end: int) -> int | None:
    """Where the phrase begins that ends at a token and says what a person is: with its first noun for a person."""
    first = None
    for t in range(end, max(-1, end - _FAR), -1):
        if o.marks[t] or o.a.pos[t] in VERBAL or o.a.pos[t] in ("SCONJ", "CCONJ", "PART"):
            break
        if o.a.pos[t] in ("NOUN", "ADJ") and is_person(o.a.tokens[t]):
            first = t
        if o.joined[t]:
            break
    hooks = load(lexicon.code_of(o.a.tokens[end].text)).hooks
    while first is not None and first > 0 and not o.joined[first] and _governs(o, first - 1, hooks):
        first -= 1  # "آخر | الأمراء"
    return first


def _governs(o: Outline, t: int, hooks: Hooks) -> bool:
    """Whether an indefinite noun stands at a token, which the one behind it completes."""
    return o.a.pos[t] == "ADJ" and not hooks.is_definite(o.norms[t], o.a.tags[t]) and not o.passage.mention_types[t]
