"""Main clauses whose subject stands before a clause between commas: "Rice, which feeds the city, | cost more"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import NAMING, is_comma, is_finite
from claimtrack.claims.spans import Span

_LONGEST = 40
"""Tokens back to the subject."""
_IN_SUBJECT = NAMING | {"ADP", "PART"}


def with_far_subjects(o: Outline, kept: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """The chosen spans, the main clause behind a clause between commas among them, whole and with its subject.

    `spans` are all candidates: where none of the chosen holds the main verb, the best one that does is a claim too.
    """
    found = list(kept)
    for verb in range(_LEAST, len(o.marks)):
        first = _subject(o, verb)
        if first is None:
            continue
        halves = [s for s in found if s.first == verb]
        if not halves and not any(s.first <= first and verb <= s.last for s in found):
            readings = [s for s in spans if s.first in (first, verb) and s.last > verb]
            halves = sorted(readings, key=lambda s: -s.score)[:1]
        if halves:
            whole = replace(halves[0], first=first, verb=verb)
            found = [s for s in found if s is not halves[0] and (s.first, s.last) != (first, whole.last)] + [whole]
    return found


def _subject(o: Outline, verb: int) -> int | None:
    """Where the subject begins of a finite verb behind a comma, before the clause that another comma opens."""
    a = o.a
    cue = any(report.cue == verb for report in o.reports)
    if cue or not is_finite(a, verb) or not is_comma(a, verb - 1) or o.joined[verb]:
        return None
    for comma in range(verb - 2, max(0, verb - _LONGEST), -1):
        if o.marks[comma] and not is_comma(a, comma) and not o.passage.quoted[comma]:
            return None
        if is_comma(a, comma) and _opens_aside(o, comma + 1):
            return _noun_phrase(o, comma - 1)
    return None


_LEAST = 4


def _opens_aside(o: Outline, i: int) -> bool:
    """Whether a clause begins here that only describes: a relative pronoun, a participle."""
    relative = "relative" in o.passage.classes[i] and o.a.pos[i] in ("PRON", "SCONJ", "DET")
    return relative or o.a.tags[i].endswith((":VBN", ":VBG"))


def _noun_phrase(o: Outline, last: int) -> int | None:
    """Where the noun phrase begins that ends at a token and opens its clause; None where it opens none."""
    a, first = o.a, last + 1
    while first > 0 and a.pos[first - 1] in _IN_SUBJECT and not o.joined[first]:
        first -= 1
    opens = first == 0 or o.marks[first - 1] or a.pos[first - 1] in ("SCONJ", "CCONJ")
    return first if first <= last and opens and a.pos[first] in NAMING else None
