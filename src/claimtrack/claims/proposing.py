"""Claims proposed for one sentence: heads and spans, before anything is said about their meaning."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.conditions import with_conditions
from claimtrack.claims.cues import cues
from claimtrack.claims.draft import Passage
from claimtrack.claims.mending import mend
from claimtrack.claims.models import Models, load
from claimtrack.claims.proposal import Proposal
from claimtrack.claims.relatives import relatives
from claimtrack.claims.selection import Facts, branch_features, head_features, is_candidate, reported
from claimtrack.claims.spans import members, offsets, trim
from claimtrack.claims.titles import titles

BAR = -0.3
"""How far the judgement may lean to "no claim" before it is followed: recall and precision meet about here."""
NOMINAL_BAR = 0.0
"""The same for nouns that are no predicate of a clause: a phrase is seldom a claim."""
_SAME = 0.6
"""Two spans that share more than this part of their union are one claim."""


def propose(a: Analysis, facts: Facts, models: Models, role_first: bool = False) -> list[Proposal]:
    """The claims of one sentence in reading order; of near-equal spans the surest stays."""
    scores = {
        head: _score(a, head, facts, models)
        for head in range(len(a.tokens))
        if is_candidate(a, head) and "linking" not in facts.classes[head]
    }
    sure = {head: score for head, score in scores.items() if score > 0} or _best(a, scores)
    found: list[Proposal] = []
    for head, confidence in sure.items():
        tokens = trim(a, members(a, head, lambda k, h=head: _keep(a, h, k, facts, models, sure)), head, facts.classes)  # type: ignore[misc]
        if tokens:
            start, end = offsets(a, tokens)
            found.append(Proposal(head, tokens, start, end, confidence))
    found = with_conditions(a, facts, [p for p in mend(a, facts, found) if _is_whole(a, facts, p)])
    found += titles(a, facts, found, role_first)
    found += relatives(a, facts, found, noun_behind_comma=not role_first)
    found = _without_consequents(facts, found)
    found.sort(key=lambda p: (-p.confidence, p.start))
    kept: list[Proposal] = []
    for each in found:
        if all(_overlap(each, other) < _SAME for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda p: (p.start, -p.end))


def _best(a: Analysis, scores: dict[int, float]) -> dict[int, float]:
    """The likeliest head of a sentence in which none is likely: prose with a verb seldom says nothing at all."""
    verbs = {
        head: score
        for head, score in scores.items()
        if a.pos[head] in VERBAL or a.kid(head, "cop", "nsubj") is not None
    }
    if not verbs:
        return {}
    head = max(verbs, key=lambda h: (verbs[h], -h))
    return {head: verbs[head]} if verbs[head] > FALLBACK else {}


FALLBACK = -1.5
"""A head less likely than this is left alone even where nothing else is said."""


def _is_whole(a: Analysis, facts: Facts, proposal: Proposal) -> bool:
    """No fragment: two words at least, or a verb that carries its subject ("we refused" in one word)."""
    if len(proposal.tokens) >= _LEAST_TOKENS:
        return True
    return a.pos[proposal.head] == "VERB" and "own_subject" in facts.classes[proposal.head]


def _without_consequents(facts: Facts, proposals: list[Proposal]) -> list[Proposal]:
    """What holds only under a condition is no claim beside the claim that holds the condition too."""
    conditional = [p for p in proposals if any("conditional" in facts.classes[t] for t in p.tokens[:2])]
    return [
        p
        for p in proposals
        if not any(
            c is not p and c.start <= p.start and p.end == c.end and len(p.tokens) * 3 > len(c.tokens)
            for c in conditional
        )
    ]


def _score(a: Analysis, head: int, facts: Facts, models: Models) -> float:
    """By how much the word is rather the head of a claim than not."""
    no, yes = models.heads.scores(head_features(a, head, facts))
    return yes - no - _bar(a, head, facts)


_REPORTED_BONUS = 1.0
_LEAST_TOKENS = 2
COORDINATED_BONUS = 2.0
_NOT_FINITE = (":VBG", ":VB")
_APART = frozenset({"conj", "parataxis"})


def _bar(a: Analysis, head: int, facts: Facts) -> float:
    """How sure the judgement has to be: what a verb reports is likely a claim, the reporting verb itself is not."""
    if _reports(a, head, facts):
        return 3.0
    above = a.heads[head]
    if above >= 0 and _reports(a, above, facts) and reported(a, above) == head:
        return -_REPORTED_BONUS
    if is_coordinated_verb(a, head):
        return BAR - COORDINATED_BONUS
    return BAR if a.pos[head] in VERBAL or _predicates(a, head) or a.relations[head] == "root" else NOMINAL_BAR


def is_coordinated_verb(a: Analysis, i: int) -> bool:
    """Whether `i` is a finite verb coordinated with a verb: "X asked and Y refused"."""
    above = a.heads[i]
    return (
        a.relations[i] == "conj"
        and above >= 0
        and a.pos[i] == "VERB"
        and _predicates(a, above)
        and not a.tags[i].endswith(_NOT_FINITE)
    )


def _predicates(a: Analysis, i: int) -> bool:
    return a.pos[i] in VERBAL or any(a.relations[k] == "cop" for k in a.kids[i])


def _reports(a: Analysis, i: int, facts: Facts) -> bool:
    return (
        a.pos[i] == "VERB"
        and "say" in facts.classes[i]
        and "pledge" not in facts.classes[i]
        and reported(a, i) is not None
    )


def _keep(a: Analysis, head: int, branch: int, facts: Facts, models: Models, sure: dict[int, float]) -> bool:
    if branch in sure and a.relations[branch] in _APART and a.pos[branch] in VERBAL:
        return False
    out, inside = models.branches.scores(branch_features(a, head, branch, facts))
    return inside > out + (_CLAIMED if branch in sure and a.relations[branch] in _CLAUSES else 0.0)


_CLAUSES = frozenset({"advcl", "conj", "parataxis", "acl:relcl", "acl", "ccomp"})
_CLAIMED = 0.7
"""A branch that is a claim of its own has to be held more surely."""


def _overlap(p: Proposal, q: Proposal) -> float:
    shared = min(p.end, q.end) - max(p.start, q.start)
    return shared / (max(p.end, q.end) - min(p.start, q.start)) if shared > 0 else 0.0


def candidates(text: str, passage: Passage, code: str) -> Iterator[dict[str, Any]]:
    """Every word of a passage that could head a claim, how sure the judgement was of it, and why."""
    models, a = load(code), passage.analysis
    facts = Facts(passage.classes, passage.mention_types)
    proposals = propose(a, facts, models, cues(code).language.hooks.ROLE_FIRST)
    claimed = {p.head: p for p in proposals}
    for head in range(len(a.tokens)):
        if not is_candidate(a, head):
            continue
        token, found = a.tokens[head], claimed.get(head)
        score = _score(a, head, facts, models)
        signs = models.heads.why(head_features(a, head, facts), "yes" if score > 0 else "no", 4)
        yield {
            "start": token.start,
            "end": token.end,
            "text": token.text,
            "confidence": round(score, 2),
            "quote": text[found.start : found.end] if found else "",
            "claimed": found is not None,
            "signs": tuple(signs),
        }
