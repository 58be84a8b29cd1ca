"""Clauses whose verb is left out since the one before has it: "Spain sold 40,000 cars, | Italy 7,000 and | Malta none".

What stays of such a clause is who or when it is about and what stands where the amount of the first one stands, with
no verb between the two. Each is a fact of its own; read as the end of the first clause its number is nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_comma
from claimtrack.claims.splitting.noun_phrases import MODIFYING, is_stop
from claimtrack.claims.splitting.spans import Span
from claimtrack.claims.splitting.titled import OWNER_SIGNS, OWNERS
from claimtrack.languages import lexicon, load

_LONGEST = 6
"""Tokens of the longest subject of such a clause."""
_HEADS = frozenset({"NOUN", "PROPN"})
_SPOTS = frozenset({"time", "place"})


@dataclass(slots=True, frozen=True)
class _Model:
    """The clause that has the verb: its first and last token, its verb, and where its amount begins, if it has one."""

    first: int
    verb: int
    last: int
    amount: int | None


def with_gapped(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans; the clauses without a verb behind one that has theirs are taken off it, each by itself."""
    kept, pos = list(found), o.a.pos
    for verb in range(1, len(o.marks) - 1):
        if pos[verb] not in VERBAL:
            continue
        rests = list(_rests(o, verb)) if any(s.first <= verb <= s.last for s in kept) else []
        if rests:
            first, last = rests[0][0], rests[-1][1]
            kept = [_before(o, s, first, last) for s in kept if not (first - 1 <= s.first and s.last <= last)]
            kept += [Span(begins, ends, 0.0, 0.0) for begins, ends in rests]
    return kept


def _before(o: Outline, span: Span, first: int, last: int) -> Span:
    """The span, up to the joint before the clauses without a verb, unless it goes on behind them."""
    if not span.first < first <= span.last <= last:
        return span
    ends = first - 1
    while o.marks[ends] or o.a.pos[ends] == "CCONJ":
        ends -= 1
    return replace(span, last=ends)


def _rests(o: Outline, verb: int) -> Iterator[tuple[int, int]]:
    """The first and last token of each clause without a verb that goes on with that of `verb`, one behind the other."""
    model, begun = None, False
    for first, last in _stretches(o, verb):
        if first == verb:
            model = _model(o, verb, last)
        elif model is not None and _is_gapped(o, first, last, model):
            begun = True
            yield first, last
        elif begun:
            return
        elif model is not None:
            model = replace(model, last=last)


def _stretches(o: Outline, verb: int) -> Iterator[tuple[int, int]]:
    """What stands between the commas and conjunctions from a verb on, until another verb or a further clause."""
    first = verb
    for t in range(verb + 1, len(o.marks) + 1):
        stop = t == len(o.marks) or (is_stop(o, t) and not is_comma(o.a, t))
        if stop or (_is_joint(o, t) and not _is_within_value(o, t)):
            if t > first:
                yield first, t - 1
            if stop:
                return
            first = t + 1
        elif o.a.pos[t] in VERBAL or o.a.pos[t] == "SCONJ" or "relative" in o.passage.classes[t]:
            return


def _is_joint(o: Outline, t: int) -> bool:
    return is_comma(o.a, t) or (o.a.pos[t] == "CCONJ" and "or" not in o.passage.classes[t])


def _is_within_value(o: Outline, t: int) -> bool:
    at = o.a.tokens[t].start
    return any(m.type != "name" and m.start < at < m.end for m in o.passage.mentions)


def _model(o: Outline, verb: int, last: int) -> _Model:
    first = verb
    while first > 0 and not (is_stop(o, first - 1) and not _is_within_value(o, first - 1)):
        first -= 1
    amounts = [t for t in (*range(verb + 1, last + 1), *range(first, verb)) if _is_amount(o, t)]
    return _Model(first, verb, last, next(iter(amounts), None))


def _is_amount(o: Outline, t: int) -> bool:
    """Whether an amount begins at a token, or a number that is no date."""
    return "quantity" in o.passage.mention_types[t] or (o.a.pos[t] == "NUM" and not _is_dated(o, t))


def _is_dated(o: Outline, t: int) -> bool:
    """Whether a word belongs to a date."""
    return o.solid[t + 1] == o.solid[t] and o.a.pos[t] != "ADP" and not o.marks[t]


def _is_gapped(o: Outline, first: int, last: int, model: _Model) -> bool:
    """Whether a stretch without a verb tells of another what the clause of the verb tells."""
    if _is_second(o, first, last, model):
        return True
    if model.amount is None:
        return False
    if _is_amount(o, first):
        return _is_amount_elsewhere(o, first, last, model)
    return any(_leads_to(o, first, t, model) for t in range(first + 1, last + 1) if _is_amount(o, t) or _is_none(o, t))


def _leads_to(o: Outline, first: int, amount: int, model: _Model) -> bool:
    """Whether a subject, a time or a place stands from `first` to an amount, led by what leads the first amount."""
    before = amount - 1
    while before > first and o.a.pos[before] == "ADV":
        before -= 1
    if o.a.pos[before] in _LEADING and before > first:
        if model.amount is None or o.norms[before] != o.norm(model.amount - 1):
            return False
        before -= 1
    return _is_subject(o, first, before) or _is_spot(o, first, before, model)


_LEADING = ("ADP", "PART")  # "fell | to 40", "imports | to 2 billion"


def _is_none(o: Outline, t: int) -> bool:
    """Whether "none" or "nothing" stands at a token instead of a number."""
    return o.a.pos[t] in ("PRON", "NOUN") and "negator" in o.passage.classes[t]


def _is_subject(o: Outline, first: int, last: int) -> bool:
    """Whether a definite noun phrase without a value fills a stretch, which may say who something is told of."""
    if last - first >= _LONGEST or any(_is_dated(o, t) for t in range(first, last + 1)):
        return False
    named = o.a.pos[last] in _HEADS or "next_of_them" in o.passage.classes[last]
    of = load(lexicon.code_of(o.a.tokens[first].text)).hooks.OF
    definite = (
        o.norms[first] in OWNERS
        or o.a.pos[first] == "PROPN"
        or (o.a.pos[first] == "DET" and o.norms[first] not in _articles(o, first))
        or (o.a.tags[last].endswith(":S") and o.a.pos[first] in MODIFYING)
    )
    inner = (o.a.pos[t] in MODIFYING | {"DET"} or o.norms[t] in OWNER_SIGNS | {of, "-"} for t in range(first + 1, last))
    return named and definite and all(inner)


def _articles(o: Outline, t: int) -> frozenset[str]:
    """The indefinite articles of the language of a token."""
    return frozenset(load(lexicon.code_of(o.a.tokens[t].text)).folded("numbers", "little", "article"))


def _is_spot(o: Outline, first: int, last: int, model: _Model) -> bool:
    """Whether a stretch is a time or place that a preposition leads, as one stands in the clause of the verb."""
    spot = _spot(o, first)
    if spot is None or last - first >= _LONGEST or o.verbs[last + 1] > o.verbs[first]:
        return False
    return any(_spot(o, t) == spot for t in range(model.first, model.last))


def _spot(o: Outline, t: int) -> str | None:
    """What a preposition at a token leads to: "time", "place", or None."""
    if o.a.pos[t] != "ADP" or t + 1 >= len(o.marks):
        return None
    at = o.a.tokens[t + 1].start
    within = (m.type for m in o.passage.mentions if m.type in _SPOTS and m.start <= at < m.end)
    return next(within, None)


def _is_amount_elsewhere(o: Outline, first: int, last: int, model: _Model) -> bool:
    """Whether a stretch is an amount of another time, place or part than that of the clause: "and 2.4 million in 2020".

    The same preposition leads to both.
    """
    if model.amount is None or model.amount < model.verb:
        return False
    led = next((t for t in range(first + 1, min(first + _NEAR, last)) if o.a.pos[t] == "ADP"), None)
    behind = range(model.amount + 1, model.last)
    if led is None or o.norms[led] == load(lexicon.code_of(o.a.tokens[led].text)).hooks.OF:
        return False
    spot = _spot(o, led)
    return any(o.a.pos[t] == "ADP" and o.norms[t] == o.norms[led] and _spot(o, t) == spot for t in behind)


_NEAR = 5
"""Tokens from an amount to the preposition behind it."""


def _is_second(o: Outline, first: int, last: int, model: _Model) -> bool:
    """Whether a stretch tells of the second of those whose first the clause tells of: "and the second a clinic"."""
    classes, opening = o.passage.classes, range(model.first, model.verb)
    second = next((t for t in range(first, min(first + 2, last)) if "next_of_them" in classes[t]), None)
    return second is not None and any("first_of_them" in classes[t] for t in opening) and o.a.pos[second + 1] in _TOLD


_TOLD = frozenset({"DET", "NOUN", "PROPN", "ADP", "NUM", "ADJ", "PRON", "ADV"})
