"""A change with its figure, in the subject of a claim, is a claim too: "The rise in users to 950 million | caused".

What the clause says of the change is another fact than how large it was, and each is checked apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.splitting.spans import Span

_OPENING = 4
"""So many words from its front a subject has its noun of change."""
_LONGEST = 18
"""Tokens of the longest change."""
_LEAST_REST = 2
"""Tokens that the clause must have besides the change."""


def with_changes(o: Outline, spans: Sequence[Span]) -> list[Span]:
    """The spans, and for each whose subject tells of a change by a figure, the change alone."""
    found = list(spans)
    for span in spans:
        change = _change(o, span)
        if change is not None and all(change.overlap(other) < _SAME for other in found if other is not span):
            found.append(change)
    return found


_SAME = 0.5


def _change(o: Outline, span: Span) -> Span | None:
    """The subject of a span up to the figure that ends it, where it names a change."""
    a, verb = o.a, span.verb
    if verb is None:
        return None
    first = span.first + 1 if verb == span.first else span.first
    stop = span.last if verb == span.first else verb
    noun = next((t for t in range(first, min(first + _OPENING, stop)) if "change_noun" in o.passage.classes[t]), None)
    if noun is None or any(a.pos[t] in VERBAL or o.marks[t] for t in range(first, noun)):
        return None
    figure = next((t for t in range(noun + 1, min(noun + _LONGEST, stop)) if _is_figure(o, t)), None)
    if figure is None:
        return None
    last, end = figure, max(m.end for m in o.passage.mentions if m.start <= a.tokens[figure].start < m.end)
    while last + 1 < stop and a.tokens[last + 1].end <= end:
        last += 1
    plain = not any(a.pos[t] in VERBAL or o.marks[t] for t in range(noun + 1, last))
    led = any(a.pos[t] == "ADP" for t in range(noun + 1, figure))
    rest = span.last - span.first - (last - first)
    return replace(span, first=first, last=last, main=None, verb=None) if plain and led and rest > _LEAST_REST else None


def _is_figure(o: Outline, i: int) -> bool:
    """Whether a counted or measured number begins the token: its mention, and no mere word of it."""
    token = o.a.tokens[i]
    number = token.kind == "number" or o.a.pos[i] == "NUM"
    return number and any(m.type == "quantity" and m.start <= token.start < m.end for m in o.passage.mentions)
