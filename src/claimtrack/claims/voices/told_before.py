"""Sayings that are news themselves: what somebody says that they had told others, and when or how often.

"We had warned the council twice this year | that the fence was broken": a reporting frame is no claim of its own, but
this one stands in somebody's own words and says when it was, which the council may deny and the record may show.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.draft import Passage
from claimtrack.claims.voices.reporting import Reporting
from claimtrack.languages import lexicon, load


def is_told_before(p: Passage, report: Reporting, said: Sequence[Reporting]) -> bool:
    """Whether a frame is a dated or counted saying inside what another frame reports."""
    if report.nominal or report.figure or report.first <= report.cue or p.analysis.pos[report.cue] != "VERB":
        return False
    tokens = p.analysis.tokens
    first, last = tokens[report.cue].end, tokens[report.first - 1].end
    if not _is_own(p, report.cue):
        return False
    told = any(m.type in ("time", "quantity") and first <= m.start < last for m in p.mentions)
    return told and any(r is not report and r.first <= report.cue < r.last for r in said)


def _is_own(p: Passage, verb: int) -> bool:
    """Whether who speaks is who told it: the verb says "I" or "we", or a pronoun stands before its auxiliaries."""
    a, t = p.analysis, verb
    hooks = load(lexicon.code_of(a.tokens[verb].text)).hooks
    if hooks.VERB_FIRST:
        return hooks.person(a.tokens[verb].norm, a.pos[verb]) in ("1s", "1p")
    while t and a.pos[t - 1] in ("AUX", "ADV", "PART"):
        t -= 1
    return t > 0 and a.pos[t - 1] == "PRON"
