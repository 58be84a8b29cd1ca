"""Polarity and modality of one claim: negators, hedges, plans and conditions, each within its scope.

Each is a module of its own: `stretch` says which words are the claim's own, `denial` what somebody rejects, `polarity`
and `modality` what the words make of the claim; `settling` corrects the modality once the kind is known. A claim that
is a noun with its relative clause has the verb of that clause as its predicate.
"""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.cues import Cues
from claimtrack.claims.draft import Draft
from claimtrack.claims.judging.denial import REJECTED, denial
from claimtrack.claims.judging.modality import modality
from claimtrack.claims.judging.polarity import NEGATIVE_PREDICATE, polarity
from claimtrack.claims.judging.stretch import Stretch
from claimtrack.claims.judging.unsettled import is_left_open, is_not_denied
from claimtrack.model.claims import Modality, Polarity

__all__ = ["DENIED_NOT", "NEGATIVE_PREDICATE", "own_tokens", "predicate_of", "standing"]

DENIED_NOT = "what is rejected says that something is not so"
"""The reason where somebody rejects a denial: "lied when he said that no shots were fired"."""
_CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "conj", "parataxis", "appos"})


def standing(draft: Draft, cues: Cues) -> tuple[Polarity, Modality, tuple[str, ...]]:
    """Polarity and modality of a claim, and the rules that say so."""
    stretch = Stretch(draft, cues)
    denied = None if is_left_open(stretch) else denial(stretch)
    denied = None if denied is not None and is_not_denied(stretch) else denied
    affirms, because = polarity(stretch, denied)
    firmness, therefore = modality(stretch, denied)
    inner = DENIED_NOT if _rejects_denial(stretch, denied) else None
    return affirms, firmness, tuple(reason for reason in (because, therefore, inner) if reason)


def _rejects_denial(s: Stretch, denied: str | None) -> bool:
    """Whether what somebody rejects says in its own words that something is not so."""
    if denied not in REJECTED or not any(s.says(i, "negator") for i in s.own()):
        return False
    return polarity(s, None)[0] == "negated"


def predicate_of(a: Analysis, head: int, inside: frozenset[int]) -> int:
    """The word that makes the assertion: the head, or the verb of the clause that describes a noun."""
    if a.pos[head] in VERBAL or any(a.relations[k] in ("cop", "nsubj", "nsubj:pass") for k in a.kids[head]):
        return head
    clause = next((k for k in a.kids[head] if k in inside and a.relations[k] in ("acl:relcl", "acl")), None)
    return head if clause is None else clause


def own_tokens(draft: Draft) -> list[int]:
    """The tokens of the claim that no nested clause holds, in order."""
    a = draft.passage.analysis
    inside = frozenset(draft.tokens)
    predicate = predicate_of(a, draft.head, inside)
    found, todo = [draft.head], [draft.head]
    while todo:
        each = todo.pop()
        for kid in a.kids[each]:
            nested = a.relations[kid] in _CLAUSES and (
                a.pos[kid] in VERBAL or any(a.pos[k] in VERBAL for k in a.kids[kid])
            )
            if kid in inside and (not nested or kid == predicate):
                found.append(kid)
                todo.append(kid)
    return sorted(found)
