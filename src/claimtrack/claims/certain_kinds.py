"""Kinds that the words of a claim settle alone, whatever else weighs: a judgement said as such, a motive, an offer.

On the annotated texts, "it is ADJ to" and "من ADJ" opened an opinion 43 times in 44, and no evidence settles a motive.
"""

from __future__ import annotations

from claimtrack.claims.draft import Draft
from claimtrack.model.claims import Kind

_NEAR = 4
"""Words from the front among which the one stands that settles the kind."""
_LINKING = frozenset({"AUX", "ADV", "PART"})
_GOING_ON = frozenset({"PART", "SCONJ", "ADP"})


def certain_kind(draft: Draft) -> tuple[Kind, str] | None:
    """The kind that the opening of the claim settles, and why; None where it settles none."""
    words = [i for i in draft.tokens if draft.passage.analysis.tokens[i].kind != "mark"][: _NEAR + 2]
    if _is_judgement(draft, words):
        return "opinion", "opens as a judgement"
    if _says_motive(draft, words):
        return "opinion", "a motive"
    if _offers(draft, words):
        return "pledge", "what its speaker is willing to do"
    return None


def _is_judgement(draft: Draft, words: list[int]) -> bool:
    """It is wrong to …, من المؤسف أن …: a word that judges, behind one that stands for nothing."""
    a, classes = draft.passage.analysis, draft.passage.classes
    if len(words) < 3 or "judging" not in classes[words[0]]:
        return False
    at = next((n for n in range(1, len(words) - 1) if a.pos[words[n]] not in _LINKING), 0)
    if not at or "opinion" not in classes[words[at]] or "true" in classes[words[at]]:
        return False
    return at == 1 or a.pos[words[at + 1]] in _GOING_ON


def _says_motive(draft: Draft, words: list[int]) -> bool:
    """Our motive is …, الدافع وراء ذلك هو …: what moves somebody, as the claim's subject, in its span or before it."""
    a, classes = draft.passage.analysis, draft.passage.classes
    first = words[0]
    if first > 1 and _links(draft, first - 1):
        return any("motive" in classes[i] for i in range(max(0, first - 1 - _NEAR), first - 1))
    front = next((n for n, i in enumerate(words[:2]) if "motive" in classes[i]), None)
    return front is not None and any(_links(draft, i) or a.pos[i] == "AUX" for i in words[front + 1 :])


def _links(draft: Draft, i: int) -> bool:
    return bool(draft.passage.classes[i] & {"copula", "copular_pronoun"})


def _offers(draft: Draft, words: list[int]) -> bool:
    """We are ready to …, نحن على استعداد ل…: the speaker's own readiness."""
    classes = draft.passage.classes
    own = any("first_person" in classes[i] for i in words[:2])
    return own and draft.polarity == "affirmed" and any("willing" in classes[i] for i in words[1:])
