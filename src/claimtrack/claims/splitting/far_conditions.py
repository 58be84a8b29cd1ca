"""Conditions apart from what holds under them: behind a frame, in the middle of a sentence, or at its end.

"Unless the roof is drained, engineers warn, part of it could fall" is one claim, though two commas and who says it
stand between; so is what the words "provided that" follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_comma
from claimtrack.claims.splitting.noun_phrases import is_stop
from claimtrack.claims.splitting.spans import Span
from claimtrack.claims.voices.reporting import Reporting


def with_far_conditions(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, each condition and what holds under it one; "as long as | they pay" is no fact apart from that."""
    kept = list(found)
    for report in o.reports:
        kept = _over_frame(o, kept, report)
    bounds = {last for _, last in o.passage.phrases.get("as_long_as", ())}
    kept = [s for s in kept if s.first not in bounds or not any(w is not s and w.holds(s) for w in kept)]
    return [_from_condition(o, span, kept) for span in kept]


def _over_frame(o: Outline, kept: list[Span], report: Reporting) -> list[Span]:
    """The spans; where a frame parts a condition from what holds under it, whichever comes first, one of both."""
    opening = max((c for c in o.commas if c < report.cue), default=None)
    closing = min((c for c in o.commas if c > report.cue), default=None)
    if opening is None or closing is None or not report.first < report.cue < report.last:
        return kept
    wholes = [s for s in kept if s.first < report.cue < closing < s.last and _is_condition(o, s.first)]
    kept = [s for s in kept if not any(closing < s.first <= closing + 1 and s.last <= w.last for w in wholes)]
    ends = (opening - 1, closing - 1)
    before = next((s for s in kept if s.first < opening and s.last in ends and s.verb is not None), None)
    behind = next((s for s in kept if closing < s.first <= closing + 1), None)
    if before is None:
        return kept
    if _is_condition(o, before.first) and behind is not None and behind.verb is not None:
        whole = replace(before, last=behind.last, main=behind.first)
    elif _is_condition(o, closing + 1):
        stops = (t for t in range(closing + 1, len(o.marks)) if is_stop(o, t))
        whole = replace(before, last=next(stops, len(o.marks)) - 1)
    else:
        return kept
    return [s for s in kept if s is not before and not closing < s.first <= whole.last] + [whole]


def _is_condition(o: Outline, t: int) -> bool:
    """Whether a condition begins here: with a word for it, or with its auxiliary before its subject: "Had he known"."""
    if t >= len(o.marks) or "conditional" in o.passage.classes[t]:
        return t < len(o.marks)
    asks = o.norms[-1] == "?" or o.a.pos[t] not in VERBAL or "inverted" not in o.passage.classes[t]
    subject = t + 1 < len(o.marks) and o.a.pos[t + 1] in _SUBJECTS
    return subject and not asks and (t == 0 or o.marks[t - 1])


_SUBJECTS = frozenset({"PRON", "DET", "PROPN", "NOUN"})


def _from_condition(o: Outline, span: Span, kept: Sequence[Span]) -> Span:
    """The span; what holds under a condition within a sentence begins with it: "and unless he does, | we will go"."""
    comma = span.first - 1
    if span.verb is None or comma < _LEAST or not is_comma(o.a, comma):
        return span
    word = next((t for t in range(comma - 1, -1, -1) if o.marks[t] or _is_condition(o, t)), 0)
    opens = word == 0 or o.marks[word - 1] or o.a.pos[word - 1] == "CCONJ"
    if not _is_condition(o, word) or not opens or o.verbs[comma] == o.verbs[word]:
        return span
    held = any(s is not span and s.first < comma and word <= s.last for s in kept)
    return span if held else replace(span, first=word, main=span.first)


_LEAST = 3
"""Words of the shortest condition."""
