"""Clauses that were read as one told apart: second verbs, what there is, what stands against it, and short answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_comma
from claimtrack.claims.splitting.spans import Span
from claimtrack.languages import lexicon, load


def parted(o: Outline, span: Span) -> list[Span]:
    """The span, parted where a clause of its own goes on, says what there is, or stands against it (ولدينا، لكن)."""
    for t in range(span.first + 2, span.last):
        there = o.joined[t] and ("existential" in o.passage.classes[t] or _goes_on(o, span, t))
        against = _stands_against(o, t) and t + 2 < span.last
        if not (there or against) or o.verbs[t] == o.verbs[span.first]:
            continue
        first, verb = t + against, o.own_verb(t + against, span.last)
        if against and verb is None and not _is_nominal(o, first, span.last):
            continue
        front = replace(span, last=t - 1 - against)
        return [front, *parted(o, replace(span, first=first, main=None, verb=verb))]
    return [span]


def _goes_on(o: Outline, span: Span, t: int) -> bool:
    """Whether a clause of its own is joined here, and none within is open: "يكتب … ويرسم", "تشرب … والدلاح يسافر"."""
    before = range(span.first, t)
    verbs = [k for k in before if o.a.pos[k] == "VERB"]
    if not verbs or any(o.passage.classes[k] & _OPENING for k in before):
        return False
    if o.a.tags[t].startswith("c|VERB"):
        return verbs[0] < t - 1 and o.tags[verbs[0]] == o.tags[t]
    return o.a.pos[t] in ("NOUN", "PRON") and o.a.tags[t + 1].startswith("VERB") and _is_subject(o, t)


def _is_subject(o: Outline, t: int) -> bool:
    """Whether a joined word is definite or says "I" or "we", so that the verb right behind it is told of it."""
    word = o.a.tokens[t].text[1:]
    hooks = load(lexicon.code_of(word)).hooks
    return hooks.core(word) is not None or hooks.person(word, "PRON") in ("1s", "1p")


_OPENING = frozenset({"relative", "complementizer", "conditional", "if", "wanting", "wish", "time", "reason"})


def with_contrasts(o: Outline, spans: Sequence[Span]) -> list[Span]:
    """The spans, and the clause that ends a sentence against the one before, where no claim has any of it."""
    last = max((t for t in range(len(o.marks)) if not o.marks[t]), default=0)
    for t in range(last - _LEAST, 1, -1):
        if o.marks[t]:
            return list(spans)
        if o.marks[t - 1] and _stands_against(o, t):
            verb, free = o.own_verb(t + 1, last), all(s.last <= t for s in spans)
            held = verb is not None or _is_nominal(o, t + 1, last)
            return [*spans, Span(t + 1, last, 0.0, 0.0, verb=verb)] if free and spans and held else list(spans)
    return list(spans)


_LEAST = 2
"""Words that such a clause must have besides its first."""


def _stands_against(o: Outline, i: int) -> bool:
    """Whether a clause begins behind this word that is set against the one before the comma: but, لكن."""
    return is_comma(o.a, i - 1) and o.passage.classes[i] >= {"strip", "contrast"}


def _is_nominal(o: Outline, first: int, last: int) -> bool:
    """Whether words make a clause without a verb: of a language that has such, and with a definite subject."""
    hooks = load(lexicon.code_of(o.a.tokens[first].text)).hooks
    return hooks.VERB_FIRST and last > first + 1 and hooks.is_definite(o.norms[first], o.a.tags[first])


def with_answers(o: Outline, spans: Sequence[Span]) -> list[Span]:
    """The spans, and each clause of a single verb between marks that no claim has: "عندما طلبوا ذلك، | رفضنا"."""
    held = {t for span in spans for t in range(span.first, span.last + 1)} | {report.cue for report in o.reports}
    size = len(o.marks)
    alone = [
        t
        for t in range(2, size)
        if "own_subject" in o.passage.classes[t]
        and o.a.pos[t] == "VERB"
        and t not in held
        and o.marks[t - 1]
        and (t + 1 == size or o.marks[t + 1])
    ]
    return [*spans, *(Span(t, t, 0.0, 0.0, verb=t) for t in alone)]
