"""The subject that a clause shares with the one before it: "She studied law and | [She] married in 1958"."""

from __future__ import annotations

from claimtrack.claims.draft import Draft
from claimtrack.claims.reference.short_names import is_new
from claimtrack.languages import Hooks

Additions = tuple[tuple[int, str], ...]
"""Words in brackets, each with its place in the text."""
_OPENING = 3
"""So many words at most stand at the front of a claim up to its verb."""
_BEFORE_VERB = frozenset({"ADV", "AUX", "PART"})
_CLAUSES = frozenset({"relative", "complementizer"})


def shared_pronoun(draft: Draft, hooks: Hooks, noun: int, name: str | None) -> tuple[tuple[int, str], ...]:
    """What a claim that opens with its verb is given in front: whom the pronoun before it means, or the pronoun itself.

    Nothing where a relative or a reported clause between them may hold the verb: "I blame those who slept and | fled".
    """
    a, first = draft.passage.analysis, draft.tokens[0]
    if hooks.VERB_FIRST or noun >= first or draft.head not in draft.tokens[:_OPENING]:
        return ()
    if not all(a.pos[i] in _BEFORE_VERB for i in range(first, draft.head)):
        return ()
    if any(noun < r.cue < first and r.first <= first < r.last for r in draft.passage.reports or ()):
        return ()  # "he says the firm is rich and | pays no tax": who tells is not whom it is told of
    in_series = any(draft.head in verbs and noun < verbs[0] for verbs in a.series)
    if not in_series and any(draft.passage.classes[i] & _CLAUSES for i in range(noun + 1, first)):
        return ()
    return ((draft.start, f"[{name or a.tokens[noun].text}] "),) if name is None or is_new(draft, name) else ()
