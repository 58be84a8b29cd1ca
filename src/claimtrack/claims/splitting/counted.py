"""Nouns with the number of what they are made of: "أسطول من 22 طائرة", "هيئة من ثلاثة محكمين".

The clause around them presupposes the number, which is a claim of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.claims.outline import Outline
from claimtrack.claims.splitting.spans import Span
from claimtrack.claims.splitting.titled import is_told
from claimtrack.languages import lexicon, load


def with_made_of(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, with one for each indefinite noun and the number of its parts of which none of them tells."""
    kept = list(found)
    for first, last in _made_of(o) if kept else ():
        span = Span(first, last, 0.0, 0.0)
        named = any(_is_from(o, s, first) and s.last >= last for s in kept)
        if not named and not is_told(o, span, kept):
            kept.append(span)
    return kept


def _is_from(o: Outline, span: Span, first: int) -> bool:
    """Whether a span without a verb begins at a noun or the word before it."""
    return abs(span.first - first) <= 1 and o.verbs[span.last + 1] == o.verbs[span.first]


def _made_of(o: Outline) -> Iterator[tuple[int, int]]:
    """The first and the last token of each noun, the word for "of" and a number of things."""
    types = o.passage.mention_types
    for of in range(1, len(o.marks) - 2):
        if "from_whom" not in o.passage.classes[of] or "question" not in o.passage.classes[of]:
            continue
        noun = of - 1 - (o.a.pos[of - 1] == "ADJ" and of > 1)
        counted = o.a.pos[of + 1] == "NUM" and "quantity" in types[of + 1]
        last = _value_end(o, of + 1) if counted else of
        if last > of + 1 and _is_open(o, noun) and "quantity" not in types[noun]:
            yield noun, last


def _is_open(o: Outline, noun: int) -> bool:
    """Whether an indefinite noun stands at a token, behind no word for "each"."""
    hooks = load(lexicon.code_of(o.a.tokens[noun].text)).hooks
    each = noun > 0 and "every" in o.passage.classes[noun - 1]
    return o.a.pos[noun] == "NOUN" and not each and not hooks.is_definite(o.norms[noun], o.a.tags[noun])


def _value_end(o: Outline, t: int) -> int:
    """The last token of the quantity at a token, with the adjectives of what it counts."""
    tokens = o.a.tokens
    ends = [m.end for m in o.passage.mentions if m.type == "quantity" and m.start <= tokens[t].start < m.end]
    last = max((k for k in range(t, len(tokens)) if ends and tokens[k].start < max(ends)), default=t)
    while last + 1 < len(tokens) and o.a.pos[last + 1] == "ADJ" and not o.joined[last + 1]:
        last += 1
    return last
