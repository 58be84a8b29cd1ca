"""Joined clauses of which no claim has a word: "بيعت الشحنة، | والعقد مسجل لدينا", "طلبنا المغادرة | فغادروا".

A conjunction is written on the first word of such a clause, and no verb need stand in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_comma
from claimtrack.claims.splitting.spans import Span
from claimtrack.languages import lexicon, load


def with_nominal_clauses(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, with each clause without a verb that is joined to one of them and of which none has a word."""
    kept = list(found)
    for t in range(2, len(o.marks) - 2):
        if not is_comma(o.a, t - 1) or not _is_subject(o, t):
            continue
        last = next((k for k in range(t, len(o.marks)) if o.marks[k]), len(o.marks)) - 1
        free = not any(s.first <= last and t <= s.last for s in kept)
        framed = any(t <= r.cue <= last for r in o.reports)
        if free and any(s.last == t - 2 for s in kept) and last > t + 1 and not framed:
            kept.append(Span(t, last, 0.0, 0.0))
    return kept


def _is_subject(o: Outline, t: int) -> bool:
    """Whether a joined word may be the subject of a clause without a verb: a noun with the article, a pronoun."""
    word = o.a.tokens[t].text[1:]
    hooks = load(lexicon.code_of(word)).hooks
    named = o.a.pos[t] == "PRON" or (o.a.pos[t] == "NOUN" and hooks.core(word) is not None)
    return hooks.VERB_FIRST and o.joined[t] and named


def with_lost_verbs(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, with the clause of each joined verb that none of them has."""
    kept, cues = list(found), {report.cue for report in o.reports}
    for t in range(1, len(o.marks)):
        verb = t + (o.a.pos[t] == "PART" and "negator" in o.passage.classes[t])
        if not _is_joined(o, t) or verb >= len(o.marks) or o.a.pos[verb] != "VERB" or verb in cues:
            continue
        last = None if _is_address(o, verb) and verb == t else _clause_end(o, verb)
        if kept and last is not None and not any(s.first <= t <= s.last for s in kept):
            kept.append(Span(t, last, 0.0, 0.0, verb=verb))
    return kept


def _is_joined(o: Outline, t: int) -> bool:
    """Whether a conjunction is written on a word, or a "then" before a past: "seized the money, then | fled"."""
    then = o.a.pos[t - 1] == "CCONJ" and "then" in o.passage.classes[t - 1]
    return o.joined[t] or (then and o.a.tags[t].endswith(":p"))


def _is_address(o: Outline, verb: int) -> bool:
    """Whether a verb speaks to those who hear it: "I thank you", "thank them"."""
    hooks = load(lexicon.code_of(o.a.tokens[verb].text)).hooks
    return hooks.is_own_act(o.norms[verb], o.a.tags[verb]) or "wish" in o.passage.classes[verb]


def _clause_end(o: Outline, verb: int) -> int | None:
    """The last token of a clause that a mark, a joined verb or a clause of time ends; None where another does."""
    stop = next((t for t in range(verb + 1, len(o.marks)) if _ends(o, t)), len(o.marks))
    last = stop - 1
    while last > verb and o.a.pos[last] == "ADP":
        last -= 1
    timed = any("time" in o.passage.classes[t] for t in range(last + 1, stop))
    open_end = stop < len(o.marks) and bool(o.passage.classes[stop] & _OPENING)
    return None if open_end and not timed else last


def _ends(o: Outline, t: int) -> bool:
    return o.marks[t] or (o.joined[t] and o.a.pos[t] == "VERB") or bool(o.passage.classes[t] & _OPENING)


_OPENING = frozenset({"complementizer", "conditional"})
