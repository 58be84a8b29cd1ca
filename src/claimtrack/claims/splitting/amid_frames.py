"""Clauses that who speaks stands amid, between the subject and its verb: "The dam," she said, "was built in 1962".

The subject alone asserts nothing, nor does the rest without it: the claim is both, with the frame between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_comma, is_finite
from claimtrack.claims.splitting.spans import Span, once
from claimtrack.claims.voices.reporting import Reporting


def over_amid_frames(o: Outline, spans: Sequence[Span]) -> list[Span]:
    """The spans; what begins before a frame and ends behind it is one, where it has its verb only there."""
    found = list(spans)
    for report in o.reports:
        ends = _subject_and_verb(o, report)
        if ends is None:
            continue
        first, comma, verb = ends
        before = [s for s in found if first <= s.first < comma and s.last < verb]
        behind = [s for s in found if verb <= s.first <= verb + 1]
        whole = next((s for s in found if s.first <= first + 1 and s.last > verb), None)
        if whole is None and (before or behind):
            last = max((s.last for s in behind), default=_last_word(o, verb, report.last))
            whole = replace((behind or before)[0], first=first, last=last, verb=verb, main=None, relative=None)
        if whole is not None:
            parts = [*before, *(s for s in behind if s.last <= whole.last)]
            found = [whole, *(s for s in found if s is not whole and s not in parts)]
    return once(found)


def _subject_and_verb(o: Outline, report: Reporting) -> tuple[int, int, int] | None:
    """Where the subject before a frame begins, the comma behind it and its verb behind the frame; None for others."""
    a = o.a
    if report.nominal or report.figure or not report.first < report.cue < report.last:
        return None
    first = next((t for t in range(report.first, report.cue) if not o.marks[t]), report.cue)
    comma = next((t for t in range(first, report.cue) if is_comma(a, t)), None)
    closing = next((t for t in range(report.cue, report.last) if is_comma(a, t)), None)
    if comma is None or closing is None or o.joined[first] or a.pos[first] not in _SUBJECT:
        return None
    if "relative" in o.passage.classes[first]:
        return None
    if any(a.pos[t] in VERBAL or a.pos[t] in ("SCONJ", "CCONJ") for t in range(first, comma)):
        return None
    verb = next((t for t in range(closing + 1, report.last) if not o.marks[t]), closing)
    acts = is_finite(a, verb) or (a.pos[verb] == "ADV" and verb + 1 < report.last and is_finite(a, verb + 1))
    alike = o.passage.quoted[first] == o.passage.quoted[verb]
    return (first, comma, verb) if acts and alike else None


_SUBJECT = ("DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON")


def _last_word(o: Outline, verb: int, end: int) -> int:
    """The last word of the clause from its verb on: before the mark that closes the sentence or the quotation."""
    quoted = o.passage.quoted[verb]
    return max(t for t in range(verb, end) if not o.marks[t] and o.passage.quoted[t] == quoted)
