"""Descriptions between commas behind a name: "قالت | سلمى الدمرداش، كبيرة الاقتصاديين في البنك، | إن …".

What they say of whom is named is a claim of its own, wherever in a clause the name stands. The learned judgements see
English descriptions by their article; Arabic ones look like any other noun.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.splitting.spans import Span
from claimtrack.claims.splitting.titled import is_noun_with_to, is_person, with_untold
from claimtrack.languages import Hooks, lexicon, load, nominals
from claimtrack.languages.inflection import ranks

_LONGEST = 16
"""Tokens of the longest description."""


def with_descriptions(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, with one for each name and the description behind it of which none of them tells."""
    return with_untold(o, found, _described(o))


def _described(o: Outline) -> Iterator[tuple[int, int]]:
    """The first token of each name and the last one of the description behind it."""
    for comma in o.commas:
        first = _name_start(o, comma - 1) if comma else None
        last = _description_end(o, comma + 1) if first is not None else None
        if first is not None and last is not None and _describes(o, comma + 1):
            yield first, last


def _name_start(o: Outline, end: int) -> int | None:
    """Where the name begins that ends at `end`; None where none ends there."""
    tokens, t = o.a.tokens, end
    named = [m.start for m in o.passage.mentions if m.type == "name" and m.end == tokens[end].end]
    for who in (r.frame.speaker for r in o.reports if r.frame.speaker is not None):
        named += [each.start for each in tokens[max(0, end - _WORDS) : end + 1] if _reads(o, each.start, end, who)]
    if named:
        return next(k for k in range(end, -1, -1) if tokens[k].start <= named[0])
    while t >= 0 and o.a.pos[t] == "PROPN" and not (t < end and o.joined[t + 1]):
        t -= 1
    return t + 1 if t < end else None


_WORDS = 5
"""Words of the longest name of a speaker, less one."""


def _reads(o: Outline, start: int, end: int, name: str) -> bool:
    """Whether a text reads `name` from character `start` to the end of token `end`."""
    words = [t.text for t in o.a.tokens[: end + 1] if t.start >= start]
    return len(words) > 1 and words == name.split()


def _description_end(o: Outline, first: int) -> int | None:
    """The last token of a description; None where a verb stands in it or no mark ends it soon."""
    for t in range(first, min(first + _LONGEST, len(o.marks))):
        if o.a.pos[t] in VERBAL:
            return None
        if o.marks[t] and o.a.tokens[t].text not in _WITHIN:
            return t - 1 if t > first else None
    return None


_WITHIN = frozenset('«»"“”-')


def _describes(o: Outline, t: int) -> bool:
    """Whether a word says what somebody or something is: a person, the most of its kind, or what has the article."""
    word = o.a.tokens[t]
    hooks = load(lexicon.code_of(word.text)).hooks
    if not hooks.VERB_FIRST or o.joined[t] or o.a.pos[t] not in ("NOUN", "ADJ"):
        return False
    if _is_apart(o, t, hooks):
        return False
    return is_person(word) or _is_most(o, t) or _has_article(o, t, hooks)


def _is_apart(o: Outline, t: int, hooks: Hooks) -> bool:
    """Whether a word is no nominative: a place or a time, behind the preposition ل, an object by its ending."""
    objective = o.norms[t].endswith(hooks.OBJECT) or is_noun_with_to(o.a.tokens[t].text, hooks)
    return bool(o.passage.mention_types[t]) or objective


def _is_most(o: Outline, t: int) -> bool:
    word = nominals.adjective(lexicon.code_of(o.a.tokens[t].text), o.norms[t])
    return word is not None and ranks(word)


def _has_article(o: Outline, t: int, hooks: Hooks) -> bool:
    return hooks.core(o.a.tokens[t].text) is not None
