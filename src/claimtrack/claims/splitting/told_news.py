"""Claims that a dated or counted saying inside another's words is: "We had warned them twice | that it was broken".

What was said is a claim of its own; the saying ends before the "that" which leads to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.outline import Outline
from claimtrack.claims.splitting.spans import Span
from claimtrack.claims.voices.reporting import Reporting
from claimtrack.claims.voices.told_before import is_told_before
from claimtrack.languages import lexicon, load

_GROUP = frozenset({"AUX", "ADV", "PART", "PRON", "PROPN", "NOUN", "DET", "ADJ"})


def with_told_news(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, with one for each such saying of which none of them tells."""
    kept = list(found)
    for report in o.reports:
        if any(s.first <= report.cue <= s.last for s in kept) or not is_told_before(o.passage, report, o.reports):
            continue
        first, last = _first(o, report), _last(o, report)
        if first is not None and last > report.cue:
            kept.append(Span(first, last, 0.0, 0.0, verb=report.cue))
    return kept


def _first(o: Outline, report: Reporting) -> int | None:
    """Where the saying begins: with its verb where that comes first, else with its subject; None without one."""
    t = report.cue
    if load(lexicon.code_of(o.a.tokens[t].text)).hooks.VERB_FIRST:
        return t
    while t and o.a.pos[t - 1] in _GROUP and not o.marks[t - 1] and "complementizer" not in o.passage.classes[t - 1]:
        if any(r.cue == t - 1 for r in o.reports):
            break
        t -= 1
    return t if any(o.a.pos[k] in ("PRON", "PROPN", "NOUN") for k in range(t, report.cue)) else None


def _last(o: Outline, report: Reporting) -> int:
    """The last word of the saying before what leads to what was said."""
    t = report.first - 1
    while t > report.cue and (o.marks[t] or o.a.pos[t] in ("SCONJ", "ADP") or "complementizer" in o.passage.classes[t]):
        t -= 1
    return t
