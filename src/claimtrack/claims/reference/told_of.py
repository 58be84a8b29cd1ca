"""Of whom somebody tells within a relative clause: "the driver, who police say | was drunk" says it of the driver."""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Draft
from claimtrack.claims.naming import phrase_text
from claimtrack.claims.voices.preceding import antecedent
from claimtrack.languages import Hooks

_TELLER = 5
"""Tokens of the longest teller between a relative pronoun and the verb of saying."""


def told_of(draft: Draft, hooks: Hooks) -> str | None:
    """The noun phrase that a claim without a subject is told of, as its frame stands in a relative clause."""
    p, first = draft.passage, draft.tokens[0]
    a, cue = p.analysis, first - 1
    if cue < 2 or a.pos[first] not in VERBAL or "say" not in p.classes[cue]:
        return None
    if all(r.cue != cue or r.first != first for r in p.reports or ()):
        return None
    for t in range(cue - 1, max(0, cue - _TELLER), -1):
        if "relative" in p.classes[t] and a.pos[t] == "PRON":
            who = antecedent(p, t - 1, hooks)
            return None if who is None else phrase_text(a, list(who.tokens))
        if a.pos[t] in VERBAL or a.tokens[t].kind == "mark":
            return None
    return None
