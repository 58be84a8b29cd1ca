"""What is told of some of those named before: "17 جزيرة، خمس منها مأهولة", "seven workers, five of them from Bari".

Such words make a clause, mostly without a verb, that ends with the next mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_comma, is_finite
from claimtrack.claims.splitting.spans import Span, once
from claimtrack.claims.splitting.titled import is_told
from claimtrack.languages import Hooks, lexicon, load

_THEM = frozenset({"of_them", "relative"})
_LEAST = 1
"""Words at least behind those that say how many."""


def with_some_of_them(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, with one for each clause about some of those named before of which none of them tells."""
    kept = list(found)
    for first, behind in _openings(o):
        marks = (t for t in range(behind, len(o.marks)) if o.marks[t] and o.norms[t] != "-")
        last = next(marks, len(o.marks)) - 1
        kept = [_from_counted(o, s, first) if s.first == first and s.last > last + 1 else s for s in kept]
        kept = [_from_dated(o, s, first, kept) for s in kept]
        kept = [_before_share(o, s, first) if s.last == last else s for s in kept]
        begins = _from_subject(o, first, last)
        kept = [replace(s, first=begins) if (s.first, s.last) == (first, last) else s for s in kept]
        span = Span(begins, last, 0.0, 0.0, verb=o.own_verb(first, last))
        if last - behind + 1 >= _LEAST and not is_told(o, span, kept):
            kept.append(span)
    return once(kept)


def _from_subject(o: Outline, first: int, last: int) -> int:
    """Where a clause begins between a subject and its verb: with the subject, "| The pilots, both of whom fly, saw"."""
    closed = last + 2 < len(o.marks) and is_comma(o.a, last + 1) and is_comma(o.a, first - 1)
    if not closed or not is_finite(o.a, last + 2) or o.verbs[last + 1] == o.verbs[first]:
        return first
    t = first - 1
    while t > 0 and o.a.pos[t - 1] in _SUBJECT and not o.marks[t - 1]:
        t -= 1
    return t if t < first - 1 else first


_SUBJECT = frozenset({"NOUN", "ADJ", "NUM", "PROPN", "DET", "PRON", "PART"})


def _before_share(o: Outline, span: Span, first: int) -> Span:
    """The span, which ends where its verb has been and some of those it counts are told of: "40 ships, | none of …"."""
    ends = first - 1
    while o.marks[ends]:
        ends -= 1
    whole = span.first < ends and o.verbs[ends + 1] > o.verbs[span.first]
    return replace(span, last=ends) if whole and is_comma(o.a, first - 1) else span


def _from_counted(o: Outline, span: Span, first: int) -> Span:
    """The span, with those counted before the comma, of whom it tells: "40 men, | most of them conscripts, gave up"."""
    t = first - 1
    while t > 0 and o.a.pos[t - 1] in _COUNTED and not (t < first - 1 and o.joined[t]):
        t -= 1
    return replace(span, first=t) if t < first - 1 else span


def _from_dated(o: Outline, span: Span, first: int, kept: Sequence[Span]) -> Span:
    """The span; one that begins with the date that ends the subject begins with that: "90 held since | May, most …"."""
    at = span.first
    dated = at < first - 1 and span.last > first and o.a.pos[at - 1] == "ADP" and is_comma(o.a, first - 1)
    counted = next((s for s in kept if s.last == first - 2 and s.first < at), None)
    if counted is None or not dated or any(is_finite(o.a, t) for t in range(counted.first, at)):
        return span
    return replace(span, first=counted.first)


_COUNTED = frozenset({"NOUN", "ADJ", "NUM", "PROPN", "DET"})


def _openings(o: Outline) -> Iterator[tuple[int, int]]:
    """The first token of each such clause, and the one behind the words that say how many of whom."""
    for first in range(1, len(o.marks) - _LEAST):
        if o.marks[first] or o.joined[first] or not _may_open(o, first):
            continue
        hooks = load(lexicon.code_of(o.a.tokens[first].text)).hooks
        if hooks.VERB_FIRST and "partitive" in o.passage.classes[first]:
            yield first, first + 1
            continue
        if not hooks.VERB_FIRST and _is_one_of_many(o, first, hooks):
            yield first, first + 2
            continue
        if not hooks.VERB_FIRST and _is_share_of_which(o, first, hooks):
            yield first, first + 2
            continue
        counting = o.a.pos[first] == "NUM" or "partitive" in o.passage.classes[first]
        of = first + 1 if hooks.VERB_FIRST else first + 2
        tied = hooks.VERB_FIRST or o.norms[first + 1] == hooks.OF
        if counting and tied and of < len(o.marks) and o.passage.classes[of] & _THEM:
            yield first, of + 1


def _is_one_of_many(o: Outline, first: int, hooks: Hooks) -> bool:
    """Whether a number, "of" and no verb before the next mark stand behind a comma: "one of eleven in the county"."""
    ends = next((t for t in range(first, len(o.marks)) if o.marks[t] and o.norms[t] != "-"), len(o.marks))
    counted = o.a.pos[first] == "NUM" and o.norms[first + 1] == hooks.OF and is_comma(o.a, first - 1)
    return counted and o.verbs[ends] == o.verbs[first] and o.a.tokens[first].is_word


def _is_share_of_which(o: Outline, first: int, hooks: Hooks) -> bool:
    """Whether "of which" stands here with how many of them: "of which fewer than 900 are on display"."""
    if o.norms[first] != hooks.OF or not any(classes & _THEM for classes in o.passage.classes[first + 1 : first + 2]):
        return False
    near = range(first + 2, min(first + _SHARE, len(o.marks)))  # a text may break off behind "of which"
    return any(o.a.pos[t] == "NUM" or "partitive" in o.passage.classes[t] for t in near)


_SHARE = 6
"""Tokens from "of which" within which the number stands."""


def _may_open(o: Outline, t: int) -> bool:
    """Whether a clause may begin at a token: behind a comma, or behind what an Arabic number counts."""
    if is_comma(o.a, t - 1) or o.a.pos[t - 1] != "NOUN":
        return is_comma(o.a, t - 1)
    hooks = load(lexicon.code_of(o.a.tokens[t].text)).hooks
    return hooks.VERB_FIRST and o.norms[t - 1].endswith(hooks.OBJECT)
