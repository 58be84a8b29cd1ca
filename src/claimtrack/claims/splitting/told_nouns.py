"""Nouns with a relative clause that no claim tells of: "two officers who could not read", "the child whom she saved".

Such a claim begins with the noun phrase right before the pronoun, however long the clause around both is, and ends
where its own clause does: at a mark, or before the verb that tells more of the noun.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_comma, is_finite
from claimtrack.claims.splitting.noun_phrases import is_relative, is_stop, start_of
from claimtrack.claims.splitting.spans import Span

_MOST = 0.75
"""What a noun with its clause may be of the claim around it; beyond it both say the same."""
_REACH = 6
"""Tokens from the pronoun within which its verb stands."""


def with_told_nouns(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, with one for each noun and the relative clause right behind it of which none of them tells."""
    kept = list(found)
    for first, pronoun, last in _described(o):
        span = Span(first, last, 0.0, 0.0)
        told = any(_tells(o, s, span, pronoun) for s in kept)
        denied = any(_is_denied(o, s, span) for s in kept)
        if kept and not (told or denied) and all(s.overlap(span) < _MOST for s in kept):
            kept.append(span)
    return kept


def _tells(o: Outline, other: Span, span: Span, pronoun: int) -> bool:
    """Whether another span tells of the noun, or of more nouns before it, or goes on from the clause itself."""
    if not other.first <= pronoun + 1 < other.last:
        return False
    if other.first > span.first:
        return True
    return o.verbs[other.first] == o.verbs[pronoun] and not _goes_on(o, other, span.last)


def _is_denied(o: Outline, around: Span, span: Span) -> bool:
    """Whether the clause around a noun says that it is not so of it: "I will not sit in | a cabinet that …"."""
    if not around.holds(span):
        return False
    begins = max((t for t in o.commas if t < span.first), default=0)
    return any("negator" in o.passage.classes[t] for t in range(max(around.first, begins), span.first))


def _goes_on(o: Outline, other: Span, last: int) -> bool:
    """Whether the verb that tells more of the noun stands behind the clause about it."""
    return any(is_finite(o.a, t) for t in range(last + 1, min(other.last, last + 3) + 1))


def _described(o: Outline) -> Iterator[tuple[int, int, int]]:
    """Where each noun phrase begins, the pronoun right behind it, and where the clause of that ends."""
    for pronoun in range(1, len(o.marks) - 2):
        if not _relates(o, pronoun) or o.a.pos[pronoun - 1] not in ("NOUN", "PROPN"):
            continue
        verb = next((t for t in range(pronoun + 1, min(pronoun + _REACH, len(o.marks))) if is_finite(o.a, t)), None)
        if verb is None or verb in o.report_cues or not _is_own_verb(o, pronoun, verb):
            continue
        first, last = start_of(o, pronoun - 1), _clause_end(o, verb)
        if last > pronoun + 1 and not o.passage.classes[first] & _SELECTING:
            yield first, pronoun, last


def _relates(o: Outline, t: int) -> bool:
    """Whether a relative pronoun stands at a token; "that" right before its verb is one whatever its tag says."""
    return is_relative(o, t) or (
        o.a.pos[t] == "SCONJ" and "complementizer" in o.passage.classes[t] and is_finite(o.a, t + 1)
    )


_SELECTING = frozenset({"any", "every"})
"""Words before a noun of which nothing is told: they only say that any of them is meant."""


def _is_own_verb(o: Outline, pronoun: int, verb: int) -> bool:
    """Whether a verb belongs to a pronoun: no mark parts them, and behind "that" no noun, of which it may tell."""
    between = range(pronoun + 1, verb)
    plain = "relative" in o.passage.classes[pronoun] or all(o.a.pos[t] in ("ADV", "PART", *VERBAL) for t in between)
    return plain and not any(o.marks[t] for t in between)


def _clause_end(o: Outline, verb: int) -> int:
    """The last token before a mark, a conjunction with a verb behind it, or the verb of the clause around."""
    t = verb + 1
    while t < len(o.marks) and not is_stop(o, t) and not _ends(o, t):
        t += 1
    while t - 1 > verb and o.a.pos[t - 1] in ("ADV", "CCONJ"):
        t -= 1
    return t - 1


def _ends(o: Outline, t: int) -> bool:
    """Whether the verb of the clause around, or one that is joined, begins at a token.

    A verb with a pronoun before it has that for its subject: "the house | he built", "before | they left".
    """
    own = o.a.pos[t - 1] == "PRON" and o.a.pos[t - 2] in ("NOUN", "SCONJ")
    joint = o.a.pos[t] == "CCONJ" and t + 1 < len(o.marks) and is_finite(o.a, t + 1)
    return joint or (is_finite(o.a, t) and not own)


def from_nouns(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans; one that begins with a pronoun that does not act begins with its noun: "X, | whom they freed"."""
    return [_from_noun(o, span, found) for span in found]


def _from_noun(o: Outline, span: Span, found: Sequence[Span]) -> Span:
    pronoun, noun = span.first, span.first - 2
    plain = noun >= 0 and is_comma(o.a, pronoun - 1) and "relative" in o.passage.classes[pronoun]
    if (
        not plain
        or span.last == pronoun
        or o.marks[pronoun + 1]
        or is_finite(o.a, pronoun + 1)
        or o.a.pos[noun] not in ("NOUN", "PROPN")
    ):
        return span
    first = start_of(o, noun)
    told = any(s is not span and s.first <= noun and pronoun < s.last <= span.last + 1 for s in found)
    return span if told else replace(span, first=first)
