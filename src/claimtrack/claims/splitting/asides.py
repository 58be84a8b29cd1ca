"""Clauses that a date, a place or a call between two commas interrupts, or a bracket: "the court, on Monday, sat …".

Agencies write so in most first sentences. What stands before the aside and what stands behind it look like two claims
to judgements that go by commas.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import NAMING, is_finite
from claimtrack.claims.splitting.spans import Span

_LONGEST = 7
"""Tokens of the longest aside."""


def over_asides(o: Outline, kept: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """The chosen spans; the two halves of an interrupted clause are one, and a half alone begins with its verb.

    `spans` are all candidates: the second half may be none of the chosen.
    """
    found = list(kept)
    for opening, closing in _asides(o):
        behind = next((s for s in found if s.first == closing + 1), None) or _unchosen(
            o, found, spans, opening, closing
        )
        if behind is None or any(report.first == closing + 1 for report in o.reports):
            continue
        before = next((s for s in found if s is not behind and opening - 1 <= s.last <= closing), None)
        whole = _whole(o, before, behind) if before else _from_verb(o, behind, opening, found)
        if whole is not None:
            found = [s for s in found if s is not behind and s is not before and not _is_tail(s, whole, closing)] + [
                whole
            ]
    return found


def over_brackets(o: Outline, kept: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """The chosen spans, none of which ends or begins within a bracket that stands partly outside it."""
    found = list(kept)
    for opening, closing in _brackets(o):
        for n, span in enumerate(found):
            if span.first <= opening <= span.last < closing:
                goes_on = closing + 1 < len(o.marks) and not o.marks[closing + 1]
                longer = [s for s in spans if goes_on and s.first == span.first < closing < s.last and s.score > FLOOR]
                best = max(longer, key=lambda s: s.score, default=None)
                found[n] = best or replace(span, last=closing if opening > span.first else span.last)
            elif opening < span.first <= closing < span.last:
                found[n] = replace(span, first=closing + 1)
    return found


def _brackets(o: Outline) -> Iterator[tuple[int, int]]:
    """The tokens of each opening bracket and of the bracket that closes it."""
    opening = None
    for i, token in enumerate(o.a.tokens):
        if token.text == "(":
            opening = i
        elif token.text == ")" and opening is not None:
            yield opening, i
            opening = None


FLOOR = -1.2
"""Log odds from which a reading that goes on behind a bracket is better than one that ends in it."""


def _unchosen(o: Outline, found: Sequence[Span], spans: Sequence[Span], opening: int, closing: int) -> Span | None:
    """The likeliest second half of a clause that was chosen as far as its aside and goes on behind it."""
    halved = any(opening - 1 <= s.last <= closing and s.verb is not None for s in found)
    if not halved or closing + 1 >= len(o.marks) or not _goes_on(o, closing + 1):
        return None
    return max((s for s in spans if s.first == closing + 1), key=lambda s: s.score, default=None)


def _is_tail(span: Span, whole: Span, closing: int) -> bool:
    """Whether a span without a verb is the end of a clause that was made whole."""
    return span.verb is None and closing < span.first and span.last == whole.last


def _whole(o: Outline, before: Span, behind: Span) -> Span | None:
    verb = before.verb
    if verb is None:
        goes_on = is_finite(o.a, behind.first) and o.a.pos[before.first] in NAMING
        verb = behind.first
    else:
        goes_on = _goes_on(o, behind.first)
    return replace(before, last=behind.last, end=behind.end, verb=verb) if goes_on else None


def _from_verb(o: Outline, behind: Span, opening: int, kept: Sequence[Span]) -> Span | None:
    """A second half from the verb that its clause begins with, where the first half is in no claim."""
    verb = next((i for i in range(opening - 1, -1, -1) if o.a.pos[i] in VERBAL or o.marks[i]), 0)
    begins = verb == 0 or o.marks[verb - 1] or o.joined[verb]
    free = not any(s.first <= opening and verb <= s.last for s in kept) and all(r.cue != verb for r in o.reports)
    if o.a.pos[verb] == "VERB" and begins and free and _goes_on(o, behind.first) and behind.verb is None:
        return replace(behind, first=verb, verb=verb)
    return None


def _goes_on(o: Outline, i: int) -> bool:
    """Whether a word that follows an aside goes on with the clause before it, as no word does that opens one."""
    return not o.joined[i] and o.a.pos[i] in _GOING_ON and "contrast" not in o.passage.classes[i]


_GOING_ON = NAMING | {"ADP"}


def _asides(o: Outline) -> Iterator[tuple[int, int]]:
    """The commas around each stretch that calls somebody, or holds nothing but dates, places and their prepositions."""
    spots = [(m.start, m.end) for m in o.passage.mentions if m.type in ("time", "place")]
    for opening, closing in pairwise(o.commas):
        inner = range(opening + 1, closing)
        short = 0 < len(inner) <= _LONGEST
        if short and ("vocative" in o.passage.classes[inner[0]] or all(_sets_scene(o, i, spots) for i in inner)):
            yield opening, closing


def _sets_scene(o: Outline, i: int, spots: Sequence[tuple[int, int]]) -> bool:
    at = o.a.tokens[i].start
    words = o.a.pos[i] == "ADP" or "moment" in o.passage.classes[i]
    return words or any(start <= at < end for start, end in spots)
