"""Polarity and modality of one claim: negators, hedges, plans and conditions, each within its scope.

A cue counts where it belongs to the claim's own predicate: on the head or its auxiliaries, or in front of the head
inside the claim; cues inside a nested clause belong to that clause.
"""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.cues import Cues
from claimtrack.claims.draft import Draft
from claimtrack.model.claims import Modality, Polarity

_CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "conj", "parataxis", "appos"})
_TIED = frozenset({"aux", "aux:pass", "cop", "advmod", "mark", "det", "fixed", "discourse", "case", "cc", "nsubj", "obj"})


def own_tokens(draft: Draft) -> list[int]:
    """The tokens of the claim that no nested clause holds, in order."""
    a = draft.passage.analysis
    inside = set(draft.tokens)
    found, todo = [draft.head], [draft.head]
    while todo:
        each = todo.pop()
        for kid in a.kids[each]:
            nested = a.relations[kid] in _CLAUSES and (a.pos[kid] in VERBAL or any(a.pos[k] in VERBAL for k in a.kids[kid]))
            if kid in inside and not nested:
                found.append(kid)
                todo.append(kid)
    return sorted(found)


def polarity(draft: Draft, cues: Cues) -> tuple[Polarity, str | None]:
    """Whether the claim denies its proposition, and the rule that says so."""
    a, classes = draft.passage.analysis, draft.passage.classes
    if draft.frame.stance == "denying":
        return "negated", "denied by its speaker"
    spared = _spared(draft, cues)
    count, cue = 0, None
    for i in own_tokens(draft):
        if "negator" in classes[i] and i not in spared and _bears(draft, i):
            count += 1
            cue = a.tokens[i].text
    if _phrase(draft, cues, "no_longer") and not count:
        count, cue = 1, "no longer"
    if count % 2 == 0 and _fails(draft):
        count, cue = count + 1, a.tokens[draft.head].text
    if count % 2:
        return "negated", f"negated by {cue}"
    return "affirmed", "negated twice" if count else None


def _spared(draft: Draft, cues: Cues) -> set[int]:
    """Tokens of phrases that look like a negation and are none: "not only", "not just"."""
    a = draft.passage.analysis
    return {i for first, last, _ in cues.find(a.tokens, "not_only") for i in range(first, last)}


def _bears(draft: Draft, i: int) -> bool:
    """Whether the negator `i` denies the claim's predicate rather than one of its phrases."""
    a = draft.passage.analysis
    head, above = draft.head, a.heads[i]
    if above == head or i == head:
        return i <= head or i - head <= 2 or a.pos[head] == "AUX"
    if above >= 0 and a.heads[above] == head and a.relations[above] in ("aux", "aux:pass", "cop", "xcomp"):
        return True
    if above >= 0 and a.heads[above] == head and a.relations[above] in ("nsubj", "nsubj:pass", "obj") and (
        a.relations[i] in ("det", "advmod")
    ):
        return True
    # right before the head, whatever the tree says
    return 0 < head - i <= 2 and not any(a.tokens[k].kind == "mark" for k in range(i, head))


def _fails(draft: Draft) -> bool:
    """A predicate that says that something was not done ("failed to …"): it needs an infinitive below it."""
    a, classes = draft.passage.analysis, draft.passage.classes
    return "fail" in classes[draft.head] and any(a.relations[k] == "xcomp" for k in a.kids[draft.head])


def _phrase(draft: Draft, cues: Cues, name: str) -> bool:
    inside = set(own_tokens(draft))
    a = draft.passage.analysis
    return any(first in inside for first, _, _ in cues.find(a.tokens, name))


def modality(draft: Draft, cues: Cues) -> tuple[Modality, str | None]:
    """How firmly the claim is put forward, and the rule that says so."""
    a, classes = draft.passage.analysis, draft.passage.classes
    if draft.frame.stance == "denying":
        return "denied", "denied by its speaker"
    own = own_tokens(draft)
    condition = _condition(draft)
    if condition is not None:
        return "conditional", f"condition: {a.tokens[condition].text}"
    for name in ("possible", "planned"):
        if _phrase(draft, cues, name):
            return ("possible", "hedged") if name == "possible" else ("planned", "announced")
    for i in own:
        if "possible" in classes[i] and _governs(draft, i):
            return "possible", f"hedged by {a.tokens[i].text}"
    for i in own:
        if "planned" in classes[i] and _governs(draft, i):
            return "planned", f"announced by {a.tokens[i].text}"
    if cues.language.hooks.is_future(a.tokens[draft.head].fold) and a.pos[draft.head] in VERBAL:
        return "planned", "future verb"
    if any(cues.language.hooks.is_future(a.tokens[i].fold) for i in own if a.relations[i] in ("cop", "aux")):
        return "planned", "future verb"
    if "plan" in classes[draft.head]:
        return "planned", f"announced by {a.tokens[draft.head].text}"
    if "forecast" in classes[draft.head] and a.pos[draft.head] in VERBAL and draft.frame.attribution == "narrated":
        return "possible", f"hedged by {a.tokens[draft.head].text}"
    return "asserted", None


def _governs(draft: Draft, i: int) -> bool:
    a = draft.passage.analysis
    above = a.heads[i]
    if i == draft.head or above == draft.head:
        return i <= draft.head or a.relations[i] in ("aux", "cop")
    if above >= 0 and a.heads[above] == draft.head and a.relations[above] in ("aux", "cop", "xcomp"):
        return True
    return 0 < draft.head - i <= 2


def _condition(draft: Draft) -> int | None:
    """The conditional word of the claim's own condition, where the claim holds one."""
    a, classes = draft.passage.analysis, draft.passage.classes
    inside = set(draft.tokens)
    for i in draft.tokens:
        if "conditional" not in classes[i]:
            continue
        clause = a.heads[i]
        if i == draft.tokens[0] or clause == draft.head:
            return i
        if clause in inside and a.relations[clause] == "advcl" and a.heads[clause] == draft.head:
            return i
    return None
