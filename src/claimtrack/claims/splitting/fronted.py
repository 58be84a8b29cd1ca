"""Times and places in front of a noun that a relative clause describes: "In May, | the women who led it | were freed".

The time belongs to what the main verb says; with the noun alone, or with the noun and the clause about it, it says
nothing or something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_finite
from claimtrack.claims.splitting.noun_phrases import is_relative, is_stop
from claimtrack.claims.splitting.spans import Span

_LONGEST = 9
"""Tokens of the longest such phrase, and of the longest noun phrase behind it."""


def with_fronted_times(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans; a time in front stands with the main clause alone, and what is but a time and a noun is none."""
    kept = list(found)
    for first, noun, pronoun in _fronted(o):
        main = _main(o, kept, first, noun, pronoun)
        if main is None:
            continue
        kept = [s for s in kept if not (s.first < noun <= s.last < pronoun)]
        kept = [_without_time(o, s, main, noun, pronoun) for s in kept]
        kept = [_with_time(o, s, first, pronoun) if s is main and s.first == noun else s for s in kept]
    return kept


def _fronted(o: Outline) -> Iterator[tuple[int, int, int]]:
    """Where a time before a comma begins, where the noun phrase behind it does, and the pronoun behind that."""
    for comma in o.commas:
        first = comma
        while first > 0 and not is_stop(o, first - 1) and o.a.pos[first - 1] not in ("CCONJ", "SCONJ"):
            first -= 1
        short = 0 < comma - first <= _LONGEST and o.verbs[comma] == o.verbs[first]
        near = range(comma + 2, min(comma + _LONGEST, len(o.marks) - 1))
        pronoun = next((t for t in near if is_relative(o, t) or o.marks[t] or is_finite(o.a, t)), None)
        if short and pronoun is not None and is_relative(o, pronoun) and _is_timed(o, first, comma):
            yield first, comma + 1, pronoun


def _is_timed(o: Outline, first: int, comma: int) -> bool:
    """Whether a phrase begins with a preposition, or with a time."""
    if o.a.pos[first] == "ADP":
        return True
    at = {o.a.tokens[first].start, o.a.tokens[min(first + 1, comma)].start}
    return any(m.type == "time" and any(m.start <= start < m.end for start in at) for m in o.passage.mentions)


def _main(o: Outline, kept: Sequence[Span], first: int, noun: int, pronoun: int) -> Span | None:
    """The claim with the main verb: it begins with the time or the noun and goes on behind the relative clause."""
    over = [s for s in kept if first <= s.first <= noun and s.last > pronoun + 1 and _goes_on(o, s, pronoun)]
    return max(over, key=lambda s: (s.last, -s.first), default=None)


def _goes_on(o: Outline, span: Span, pronoun: int) -> bool:
    return _main_verb(o, span, pronoun) is not None


def _main_verb(o: Outline, span: Span, pronoun: int) -> int | None:
    """The second finite verb behind a relative pronoun."""
    verbs = [t for t in range(pronoun + 1, span.last + 1) if is_finite(o.a, t)]
    return verbs[1] if len(verbs) > 1 else None


def _with_time(o: Outline, span: Span, first: int, pronoun: int) -> Span:
    """The main clause with the time in front; what it says is said by the verb behind the relative clause."""
    verb = _main_verb(o, span, pronoun)
    return replace(span, first=first, main=verb, verb=verb)


def _without_time(o: Outline, span: Span, main: Span, noun: int, pronoun: int) -> Span:
    """The span; the noun with its clause begins behind the time."""
    described = span is not main and span.first < noun and pronoun < span.last < main.last
    return replace(span, first=noun) if described else span


def from_time_before(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans; one that begins with "that" behind "before" begins with the latter: "and | before that ran a bar"."""
    return [replace(s, first=s.first - 1) if _is_before_that(o, s.first) else s for s in found]


def _is_before_that(o: Outline, t: int) -> bool:
    joined = t > 1 and (o.a.pos[t - 2] == "CCONJ" or is_stop(o, t - 2)) and "time" in o.passage.classes[t - 1]
    return joined and "complementizer" in o.passage.classes[t] and is_finite(o.a, t + 1)
