"""Clauses that name a teller beside what is told: "As X said in May, …", "…, as X put it", "كما قال X، …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Passage
from claimtrack.claims.phrases import LONGEST, NAMING, is_comma, is_finite
from claimtrack.claims.voices.reach import Stretch
from claimtrack.claims.voices.reporting import Reporting
from claimtrack.claims.voices.speakers import Speaker
from claimtrack.languages import Hooks


def opening(p: Passage, verb: int, last: int, who: Speaker | None, hooks: Hooks) -> Stretch | None:
    """What follows a clause of telling that opens its sentence; `last` is where its verb phrase ends.

    A verb with an object tells something else ("As the firm reported losses, its shares fell").
    """
    a = p.analysis
    if who is None or not _opens(p, min(who.left, verb) - 1):
        return None
    end = last + 1 if who.left < verb else max(last + 1, who.right)
    if "tell" in p.classes[verb] and not hooks.VERB_FIRST:
        end = _past_nominal(p, end)
    while end < len(a.tokens) and not is_comma(a, end) and not p.quoted[end] and _is_beside(p, end):
        end = _past_nominal(p, end + 1) if a.pos[end] == "ADP" else end + 1
    if end + 1 < len(a.tokens) and p.quoted[end + 1] and not is_comma(a, end):
        return end + 1, len(a.tokens)
    if end + 1 >= len(a.tokens) or not is_comma(a, end):
        return None
    joined = a.has_conjunction(end + 1) and "apodosis" not in p.classes[end + 1]
    goes_on = p.classes[end + 1] & {"say_participle", "relative", "copular_pronoun"} or joined
    asserted = any(is_finite(a, t) for t in range(end + 1, len(a.tokens))) or hooks.VERB_FIRST
    return (end + 1, len(a.tokens)) if asserted and not goes_on else None


def taken_over(p: Passage, reports: Sequence[Reporting]) -> list[Reporting]:
    """The frames of a sentence in somebody's own words: what others have shown he says himself ("as the audit found").

    A frame of no speaker is of whoever speaks the sentence.
    """
    return [
        replace(each, frame=replace(each.frame, speaker=None))
        if each.frame.stance == "committing" and _stands_in_as_clause(p, each.cue)
        else each
        for each in reports
    ]


def _stands_in_as_clause(p: Passage, cue: int) -> bool:
    """Whether a word for "as" stands before a cue, with no mark between them."""
    for t in range(cue - 1, max(-1, cue - LONGEST), -1):
        if p.analysis.tokens[t].kind == "mark":
            return False
        if "as_said" in p.classes[t]:
            return "what_said" not in p.classes[t]
    return False


def _opens(p: Passage, t: int) -> bool:
    """Whether a word for "as" stands at `t` and opens a sentence, conjunctions and marks aside."""
    a = p.analysis
    if t < 0 or "as_said" not in p.classes[t] or "what_said" in p.classes[t]:
        return False
    return all(a.tokens[k].kind == "mark" or a.pos[k] in ("CCONJ", "ADV", "INTJ") for k in range(t))


def _is_beside(p: Passage, t: int) -> bool:
    """Whether a word leads to where or when something was told, or says how often."""
    a = p.analysis
    dated = "time" in p.mention_types[t] or "moment" in p.classes[t] or a.tokens[t].kind == "number"
    return (a.pos[t] in ("ADP", "ADV") and a.pos[t] not in VERBAL) or dated


def _past_nominal(p: Passage, t: int) -> int:
    """The token behind the nominal words from `t` on."""
    a, end = p.analysis, min(t + LONGEST, len(p.classes))
    nominal = NAMING | {"PRON"}
    return next((k for k in range(t, end) if not a.tokens[k].is_word or a.pos[k] not in nominal), end)
