"""Relative clauses that a comma sets off: "They named a man, | who may have fled", "The mill, | which …, | burned".

Such a clause does not say which one is meant; it asserts something of the noun before it, so that it is a claim beside
the one that it interrupts or follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_comma, is_finite
from claimtrack.claims.splitting.noun_phrases import is_hyphen, is_stop, start_of
from claimtrack.claims.splitting.spans import Span
from claimtrack.languages import lexicon, load

_SETTING_OFF = frozenset({"acting_relative", "of_person"})
_LEAST = 3
"""Words of the shortest clause that tells something."""
_REACH = 5
"""Tokens behind a clause within which the verb of its noun stands, the comma and an adverb before it."""
_SAME = 0.5
"""What two spans share that tell the same."""


@dataclass(frozen=True, slots=True)
class _SetOff:
    """A clause set off by a comma: where the noun that it tells of begins, where it opens itself, its last token."""

    first: int
    opener: int
    last: int


def with_set_off(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, with one for each noun and the clause set off behind it of which none of them tells.

    A clause of which the noun is the last part ends before the comma; one that begins with the pronoun has its noun.
    """
    kept = list(found)
    for clause in _set_off(o) if found else ():
        if any(clause.opener <= r.cue <= clause.last or clause.first < r.first <= clause.last for r in o.reports):
            continue
        kept = [_beside(o, span, clause) for span in kept]
        wanted = Span(clause.first, clause.last, 0.0, 0.0)
        if not any(_tells(o, span, wanted, clause) for span in kept):
            kept.append(wanted)
    return kept


def _beside(o: Outline, span: Span, clause: _SetOff) -> Span:
    """The span with its border where the noun of a clause stands."""
    if not clause.opener <= span.last <= clause.last or span.last == clause.opener:
        return span
    if span.first == clause.opener:
        return replace(span, first=clause.first)
    goes_on = _acts(o, clause.last + 2, min(clause.last + _REACH, len(o.marks)))  # else "works" is no verb
    told = span.first < clause.first and _acts(o, span.first, clause.opener) and not goes_on
    return replace(span, last=clause.opener - 2) if told else span


def _acts(o: Outline, first: int, stop: int) -> bool:
    return any(is_finite(o.a, t) for t in range(first, stop))


def _tells(o: Outline, span: Span, wanted: Span, clause: _SetOff) -> bool:
    """Whether a span tells what a clause does: it begins around it, or with more of its noun, or is much the same."""
    if span.last <= clause.opener:
        return False
    around = span.first <= clause.opener + 1 and span.last <= clause.last and not _acts(o, span.first, clause.opener)
    return around or clause.first <= span.first <= clause.opener + 1 or span.overlap(wanted) >= _SAME


def _set_off(o: Outline) -> Iterator[_SetOff]:
    for t in range(2, len(o.marks) - _LEAST):
        if not (o.passage.classes[t] & _SETTING_OFF) or o.a.pos[t] != "PRON":
            continue
        hooks = load(lexicon.code_of(o.a.tokens[t].text)).hooks
        if hooks.VERB_FIRST:
            return
        opener = t - (o.a.pos[t - 1] == "ADP" and o.norms[t - 1] != hooks.OF)
        if opener < 2 or not is_comma(o.a, opener - 1):
            continue
        last = next((k for k in range(t, len(o.marks)) if is_stop(o, k)), len(o.marks)) - 1
        first = _noun_before(o, opener, hooks.OF)
        named = first < opener or "of_person" not in o.passage.classes[t]
        answered = "denying" in o.passage.classes[last]  # "…, which it denies"
        if named and not answered and last - t + 1 >= _LEAST and _acts(o, t, last + 1):
            yield _SetOff(opener if _tells_of_all(o, t) else first, opener, last)


def _tells_of_all(o: Outline, pronoun: int) -> bool:
    """Whether a pronoun may stand for the whole clause before it: "was late, | which made them angry"."""
    verb = next((t for t in range(pronoun + 1, len(o.marks)) if o.a.pos[t] in VERBAL), pronoun)
    return verb <= pronoun + 2 and "cause" in o.passage.classes[verb] and "of_person" not in o.passage.classes[pronoun]


def _noun_before(o: Outline, opener: int, of: str) -> int:
    """Where the noun phrase before the comma begins; the opener where none stands there: "was late, | which hurt"."""
    if o.a.pos[opener - 2] not in ("NOUN", "PROPN", "NUM"):
        return opener
    first = start_of(o, opener - 2)
    while first > 2:
        if o.norms[first - 1] == of and o.a.pos[first - 2] in ("NOUN", "PROPN"):
            first = start_of(o, first - 2)
        elif o.a.pos[first - 1] == "VERB" and is_hyphen(o, first - 2):
            first = start_of(o, first - 3)  # "a Toronto-listed group"
        else:
            break
    return first
