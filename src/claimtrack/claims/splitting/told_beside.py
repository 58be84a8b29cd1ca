"""What stands beside a report and is none itself: a question before its answer, the act that somebody also denies.

"Asked whether the bank was safe, the governor said that …": the question is no claim. "He was on leave and denied |
hitting him": what is denied begins behind the verb, and what is said before it ends there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_finite
from claimtrack.claims.splitting.spans import Span, once
from claimtrack.claims.voices.interrogated import question
from claimtrack.claims.voices.reporting import Reporting

_LONGEST = 6
"""Tokens of the longest ", which the firm denies"."""
_REJECTING = frozenset({"denying", "rejecting", "disputing", "admitting"})


def beside_reports(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans without questions that others answer, and without the verbs by which somebody denies what is told."""
    kept = _behind_question(o, found)
    for report in o.reports:
        if _is_act_denied(o, report):
            kept = _parted(o, kept, report)
    if o.passage.held & _REJECTING and o.commas:
        kept = [_before_rejection(o, span) for span in kept]
    return once(kept)


def _behind_question(o: Outline, found: Sequence[Span]) -> list[Span]:
    asked = question(o.passage)
    if asked is None:
        return list(found)
    told = next((r for r in o.reports if r.cue == asked.answer and r.last == asked.comma), None)
    kept = [s for s in found if s.first > asked.comma or (s.last > asked.answer and told is None)]
    kept = [replace(s, first=_answer(asked.answer, o)) if s.first <= asked.answer < s.last else s for s in kept]
    kept = [s for s in kept if s.last > s.first]  # "…, the mayor said 40"
    if told is None:
        return kept
    verb = o.own_verb(told.first, told.last - 1)
    return [Span(told.first, told.last - 1, 0.0, 0.0, verb=verb), *kept]


def _answer(verb: int, o: Outline) -> int:
    """Where an answer begins that its verb and its question were taken into."""
    return next((r.first for r in o.reports if r.cue == verb and r.first > verb), verb + 1)


def _is_act_denied(o: Outline, report: Reporting) -> bool:
    """Whether a second verb denies or admits an act right behind it: "he was ill and | denied hitting him"."""
    gerund = report.nominal and report.first == report.cue + 1 and o.a.tags[report.first].endswith("VERB:VBG")
    joined = report.cue > 1 and o.a.pos[report.cue - 1] == "CCONJ"
    return gerund and joined and bool(o.passage.classes[report.cue] & {"denying", "admitting"})


def _parted(o: Outline, found: Sequence[Span], report: Reporting) -> list[Span]:
    joint = report.cue - 1
    last = max((s.last for s in found if s.first <= report.first <= s.last), default=None)
    if last is None:
        return list(found)
    rest = [s for s in found if not joint <= s.first <= report.first]
    front = [replace(s, last=joint - 1) if s.last >= joint > s.first else s for s in rest]
    return [*front, Span(report.first, last, 0.0, 0.0, verb=report.first)]


def _before_rejection(o: Outline, span: Span) -> Span:
    """The span; what is told ends before ", which the firm denies", that rejects it."""
    for comma in o.commas:
        behind = range(comma + 2, min(comma + _LONGEST, span.last + 1))
        if span.first < comma < span.last and "relative" in o.passage.classes[comma + 1]:
            verb = next((t for t in behind if is_finite(o.a, t) and o.a.pos[t] == "VERB"), None)
            rejects = verb == span.last and bool(o.passage.classes[span.last] & _REJECTING) and verb > comma + 2
            if rejects and o.verbs[comma] > o.verbs[span.first]:
                return replace(span, last=comma - 1)
    return span
