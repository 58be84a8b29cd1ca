"""Of whom somebody tells within a relative clause: "the driver, who police say | was drunk" says it of the driver."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Draft, Frame, Passage
from claimtrack.claims.naming import phrase_text
from claimtrack.claims.voices.preceding import antecedent
from claimtrack.claims.voices.tellers import main_actor
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


def by_actors(draft: Draft, passages: Sequence[Passage], hooks: Hooks) -> Frame:
    """The frame of "they say", by who acted in the sentence before, several people, though no claim is about them.

    "Residents doubt that the plant is safe. They say it leaks."
    """
    frame, index = draft.frame, draft.passage.index
    before = next((p for p in passages if p.index == index - 1), None)
    actor = None if before is None else main_actor(before, hooks, named=False)
    if before is None or actor is None:
        return frame
    plural = (t for t, tag in zip(before.analysis.tokens, before.analysis.tags, strict=True) if tag.endswith("NOUN:S"))
    return replace(frame, speaker=actor) if actor.split()[-1] in {t.text for t in plural} else frame
