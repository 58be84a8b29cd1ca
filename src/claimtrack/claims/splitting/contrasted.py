"""Clauses that set one thing against others are one claim: "all but three agreed", "it was X, not Y, that left".

So is what is so instead: "was not a coin | but a length of wire".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import NAMING, is_comma, is_finite
from claimtrack.claims.set_apart import alternative, is_set_against, whole_before
from claimtrack.claims.splitting.noun_phrases import is_stop
from claimtrack.claims.splitting.spans import Span, once

_GAP = 3


def with_contrasted(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, each with what it sets against another thing, and no part of such a clause alone."""
    held = o.passage.held
    if not held & {"exempting", "set_against", "judging"} or not found:
        return list(found)
    kept = [_from_whole(o, span) for span in found]
    kept = [_to_alternative(o, span) for span in kept]
    kept = _whole_clefts(o, kept)
    grown = [s for s in kept if s not in found]
    kept = [s for s in kept if not any(g is not s and g.holds(s) and not _is_aside(o, s, g) for g in grown)]
    kept = [
        s for s in kept if not (is_set_against(o.passage, s.first) and any(w is not s and w.holds(s) for w in kept))
    ]
    return once([s for s in kept if not (_is_bare(o, s) and len(kept) > 1)])


def _from_whole(o: Outline, span: Span) -> Span:
    """The span; one that begins with what is taken out begins with those it is taken out of: "all but | three"."""
    first = span.first
    if first < 1 or "exempting" not in o.passage.classes[first - 1]:
        return span
    whole = whole_before(o.passage, first - 1)
    if whole is None or o.verbs[whole] != o.verbs[first] or (whole > 0 and not _opens(o, whole)):
        return span
    return replace(span, first=whole)


def _opens(o: Outline, t: int) -> bool:
    """Whether a subject may begin at a token: behind a mark, a conjunction, or a word of saying or of time."""
    return o.marks[t - 1] or o.a.pos[t - 1] in ("CCONJ", "SCONJ", "VERB", "PRON")


def _to_alternative(o: Outline, span: Span) -> Span:
    """The span; one that says what a thing is not goes on over what it is: "was not a coin | but a wire"."""
    joint = span.last + 1
    denies = (t for t in range(span.first + 1, span.last + 1) if "set_against" in o.passage.classes[t])
    if not any(alternative(o.passage, t, joint + 1) == joint for t in denies):
        return span
    return replace(span, last=next((t for t in range(joint, len(o.marks)) if is_stop(o, t)), len(o.marks)) - 1)


def _whole_clefts(o: Outline, spans: Sequence[Span]) -> list[Span]:
    """The spans; "it was X, not Y, | that did it" is one claim with what X did."""
    found = [_of_who_acted(o, span) for span in spans]
    for front in found[:]:
        if not _is_cleft(o, front):
            continue
        rest = next((s for s in found if front.last < s.first <= front.last + _GAP and _completes(o, front, s)), None)
        if rest is not None:
            whole = replace(front, last=rest.last, verb=rest.verb, main=rest.first)
            found = [s for s in found if s is not front and s is not rest] + [whole]
    return found


def _of_who_acted(o: Outline, span: Span) -> Span:
    """The span; one that is such a claim asserts what its last clause tells: "it was X | that blew it up, not Y"."""
    t = span.first
    opened = "judging" in o.passage.classes[t] and t + 1 < span.last and o.a.pos[t + 1] == "AUX"
    related = range(t + _GAP, span.last) if opened and span.main is None else ()
    that = next((k for k in related if o.passage.classes[k] & {"complementizer", "relative"}), None)
    if that is None or not (o.a.pos[that - 1] in NAMING or is_comma(o.a, that - 1)):
        return span
    inside = range(t + 1, span.last)
    if any(is_set_against(o.passage, k) or alternative(o.passage, k, span.last) is not None for k in inside):
        return replace(span, main=that)
    return span


def _is_cleft(o: Outline, span: Span) -> bool:
    """Whether a span begins with "it was" and has no other verb."""
    if "judging" not in o.passage.classes[span.first] or span.last <= span.first + 1:
        return False
    return (
        is_finite(o.a, span.first + 1)
        and o.a.pos[span.first + 1] == "AUX"
        and o.verbs[span.last + 1] == 1 + o.verbs[span.first]
    )


def _completes(o: Outline, front: Span, rest: Span) -> bool:
    """Whether a span goes on with what the subject of a cleft did, behind a comma or "but"."""
    between = range(front.last + 1, rest.first)
    classes = o.passage.classes
    if any(not is_comma(o.a, t) and not classes[t] & {"instead", "complementizer"} for t in between):
        return False
    set_apart = any(is_set_against(o.passage, t) for t in range(front.first, front.last))
    instead = any("instead" in classes[t] for t in between)
    relative = range(rest.first - 1, rest.last) if instead else range(rest.first - 1, rest.first + 1)
    related = any(classes[t] & {"complementizer", "relative"} and t > front.last for t in relative)
    return related and (set_apart or instead)


def _is_aside(o: Outline, span: Span, whole: Span) -> bool:
    """Whether a claim within another tells of one of its nouns, with a verb of its own."""
    return span.first > whole.first and any("relative" in o.passage.classes[t] for t in range(span.first, span.last))


def _is_bare(o: Outline, span: Span) -> bool:
    """Whether a span has no verb and only sets one thing against another: "The bank, not the state"."""
    if o.verbs[span.last + 1] > o.verbs[span.first]:
        return False
    return any(is_set_against(o.passage, t) for t in range(span.first + 1, span.last))
