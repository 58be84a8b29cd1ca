"""Clauses of time, reason or contrast in front of what they are told with: "عندما وصل الجيش | كان السكان قد غادروا".

Arabic parts the two by no comma and no conjunction: the main clause begins at the next verb that no noun before it is
described by.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_finite
from claimtrack.claims.splitting.spans import Span, once
from claimtrack.languages import lexicon, load, nominals

_OPENING = frozenset({"relative", "complementizer", "conditional", "question"})


def with_leading_clauses(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans; none goes on over the main clause behind such a clause, which is one of its own."""
    kept = list(found)
    for first, verb, begins in _leading(o) if kept and "leading" in o.passage.held else ():
        over = [s for s in kept if s.first < begins <= s.last and s.first >= first]
        last = max((s.last for s in over), default=None)
        if last is None or any(s.first == begins for s in kept):
            continue
        kept = [s for s in kept if s not in over]
        whole = min(over, key=lambda s: s.first)
        open_ = o.a.tags[verb].endswith(":i") and o.a.pos[verb - 1] == "SCONJ"  # "before it | arrives"
        if whole.first <= verb and not open_:
            kept.append(replace(whole, last=begins - 1, verb=verb, main=None))
        kept.append(Span(begins, last, 0.0, 0.0, verb=o.own_verb(begins, last)))
    return once(kept)


def _leading(o: Outline) -> Iterator[tuple[int, int, int]]:
    """The word that opens each such clause, the verb of the clause, and where the main clause begins behind it."""
    for first in range(len(o.marks) - 3):
        if "leading" not in o.passage.classes[first] or not _opens(o, first):
            continue
        verb = _verb(o, first)
        begins = None if verb is None or verb in o.report_cues else _main_clause(o, verb)
        if verb is not None and begins is not None:
            yield first, verb, begins


def _opens(o: Outline, t: int) -> bool:
    """Whether a clause begins at a word of time, reason or contrast, and no phrase ("after the vote")."""
    free = t == 0 or o.joined[t] or o.marks[t - 1] or "complementizer" in o.passage.classes[t - 1]
    return free and load(lexicon.code_of(o.norms[t])).hooks.VERB_FIRST


def _verb(o: Outline, first: int) -> int | None:
    """The verb right behind the opening word, or behind its "that" and a subject."""
    t = first + 1
    while o.a.pos[t] in ("ADP", "SCONJ") and t < first + _WORDS and t + 1 < len(o.marks):
        t += 1
    if o.a.pos[t] in VERBAL:
        return t
    told = "complementizer" in o.passage.classes[t - 1] or "reason" in o.passage.classes[t - 1]
    verb = o.next_verb[t]
    plain = verb < len(o.marks) and not any(o.marks[k] or o.passage.classes[k] & _OPENING for k in range(t, verb))
    return verb if told and plain and verb <= t + _SUBJECT else None


_WORDS = 4
"""Words that an opening has at most: "على الرغم من أن"."""
_SUBJECT = 4
"""Tokens from a "that" within which the verb of its clause stands."""


def _main_clause(o: Outline, verb: int) -> int | None:
    """Where the main clause begins: at the next verb of its own; None where a comma parts the two, or none is there."""
    inner = 0  # clauses within the first one whose verb is yet to come: "after it said that the dam | fell, 40 fled"
    for t in range(verb + 1, len(o.marks)):
        if o.marks[t] or (o.joined[t] and o.a.pos[t] in VERBAL) or o.a.pos[t] == "CCONJ":
            return None
        inner += bool(o.passage.classes[t] & _OPENING)
        if o.a.pos[t] not in VERBAL:
            continue
        begins = None if inner else _begin(o, verb, t)
        if begins is not None:
            return begins
        inner = max(0, inner - is_finite(o.a, t))
    return None


def _begin(o: Outline, verb: int, t: int) -> int | None:
    """Where a clause begins whose verb stands at a token, with what denies it; None where it is part of another."""
    begins = t - ("negator" in o.passage.classes[t - 1])
    own = o.a.tags[t].endswith(":p") or o.a.pos[t] == "AUX" or begins < t
    subject = o.a.pos[verb - 1] in ("NOUN", "ADJ", "PROPN")
    if not own or (begins - 1 <= verb and not subject) or not is_finite(o.a, t):
        return None
    before = begins - 1
    led = o.a.pos[before] in ("SCONJ", "PART", "ADP", "AUX", "CCONJ", "PRON") or o.passage.classes[before] & _OPENING
    if led or "own_subject" in o.passage.classes[t]:
        return None
    return None if o.a.pos[before] in ("NOUN", "ADJ") and _may_describe(o, before, t) else begins


def _may_describe(o: Outline, before: int, verb: int) -> bool:
    """Whether a verb may tell of the indefinite noun right before its clause; one of many tells of no single."""
    code = lexicon.code_of(o.norms[verb])
    hooks, dated = load(code).hooks, o.solid[before + 1] == o.solid[before]
    if dated or hooks.is_definite(o.norms[before], o.tags[before]):
        return False
    many = hooks.gender_number(o.norms[verb], o.a.tags[verb])[1] == "p"
    return not many or nominals.nominal(code, o.norms[before]).is_plural
