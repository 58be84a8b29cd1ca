"""Pronouns that stand for nobody: "it was he who …", "it turned out that …", "it rained"."""

from __future__ import annotations

from claimtrack.claims.draft import Draft
from claimtrack.languages import Hooks, lexicon, load


def is_cleft(draft: Draft, hooks: Hooks, noun: int) -> bool:
    """Whether "it" only opens a cleft: "it was he | who leaked the letter"."""
    a, classes = draft.passage.analysis, draft.passage.classes
    at = next((i for i in draft.tokens if i > noun and a.pos[i] not in ("AUX", "ADV", "PART")), None)
    if at is None or not any(a.pos[i] == "AUX" for i in range(noun + 1, at)):
        return False
    pronoun = a.pos[at] == "PRON" and hooks.person(a.tokens[at].norm, "PRON") == "3"
    who = (i for i in draft.tokens if i > at and "relative" in classes[i] and a.pos[i - 1] == "PROPN")
    return pronoun or next(who, None) is not None


def is_about_nobody(draft: Draft) -> bool:
    """Whether the verb is one of weather, or one that a clause behind it is about ("it turned out that …")."""
    a, classes, head = draft.passage.analysis, draft.passage.classes, draft.head
    code = lexicon.code_of(a.tokens[head].text)
    lemma, language = lexicon.english_predicate(code, a.tokens[head].fold, True), load(code)
    clause = any("complementizer" in classes[i] for i in range(head + 1, min(head + 3, len(classes))))
    weather, turning, bidding = (language.folded("descriptions", n) for n in ("weather", "turning_out", "bidding"))
    bid = lemma in bidding and any("infinitive" in classes[i] for i in range(head + 1, min(head + 2, len(classes))))
    return lemma in weather or (clause and lemma in turning) or bid
