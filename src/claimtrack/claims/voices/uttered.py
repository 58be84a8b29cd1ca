"""Clauses that only tell that somebody speaks, of a language whose verbs come first: "علق النائب | قائلا: …".

Their frame is that of the participle, however long the noun phrase before it is: "علق النائب الذي يمثل بيروت | قائلا".
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.draft import Passage
from claimtrack.claims.phrases import NAMING, is_comma
from claimtrack.claims.voices.reporting import Reporting
from claimtrack.languages import Hooks


def only_speaks(p: Passage, verb: int, said: Sequence[Reporting], hooks: Hooks) -> bool:
    """Whether the clause of a verb says no more than that somebody says what a frame of `said` reports."""
    if not hooks.VERB_FIRST or p.analysis.pos[verb] != "VERB" or "say" not in p.classes[verb]:
        return False
    cues = (r.cue for r in said if r.first > r.cue > verb and "say_participle" in p.classes[r.cue])
    return any(_is_subject(p, verb + 1, cue, hooks) for cue in cues)


def _is_subject(p: Passage, first: int, end: int, hooks: Hooks) -> bool:
    """Whether nothing but one noun phrase, with its clause or not, stands from `first` to before `end`."""
    a, t = p.analysis, first
    while t < end and a.pos[t] in NAMING:
        if t > first and a.pos[t] == "NOUN" and hooks.core(a.tokens[t].text) is not None:
            return False  # a further noun with the article is acted on
        t += 1
    commas = [k for k in range(t, end) if is_comma(a, k)]
    described = t < end and (commas in ([t], [t, end - 1]) or ("relative" in p.classes[t] and not commas))
    return first < t and (t == end or described)
