"""Spans mended by the order of words, where a tree built from few training sentences goes wrong.

Three faults recur: the noun phrase before a verb hangs elsewhere ("the authorities | did not answer"), the last phrase
of a clause hangs higher up ("was questioned | for four days"), and a coordinated verb is taken into the clause before
it. Each has its rule here, with what stops it.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.proposal import Proposal
from claimtrack.claims.selection import Facts
from claimtrack.claims.spans import offsets, trim

_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "X", "ADP", "PRON", "ADV", "SYM"})
_TOPIC = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "X", "ADP", "PRON", "SYM"})
_BORDER = frozenset({"complementizer", "strip", "relative", "conditional", "time", "reason", "contrast"})


def mend(a: Analysis, facts: Facts, proposals: Sequence[Proposal]) -> list[Proposal]:
    """The proposals with their spans mended; none is added or lost but for coordinated clauses cut off."""
    starts = {p.tokens[0] for p in proposals}
    heads = {p.head for p in proposals}
    found: list[Proposal] = []
    for each in proposals:
        tokens = _with_topic(a, facts, each, heads)
        tokens = _with_fronted(a, facts, each.head, tokens)
        tokens = _with_tail(a, facts, each.head, tokens, starts)
        cut = _coordinated(a, facts, each.head, tokens)
        if cut is not None:
            if not any(
                p.tokens[0] <= cut + 1 and p.head >= cut and cut in range(p.tokens[0] - 1, p.tokens[-1])
                for p in proposals
            ):
                found.append(_made(a, facts, cut, [t for t in tokens if t >= cut], each.confidence))
            tokens = [t for t in tokens if t < cut]
        found.append(_made(a, facts, each.head, tokens, each.confidence))
    return [p for p in found if p.tokens]


def _made(a: Analysis, facts: Facts, head: int, tokens: list[int], confidence: float) -> Proposal:
    kept = trim(a, tokens, head, facts.classes)
    if not kept:
        return Proposal(head, [], 0, 0, confidence)
    return Proposal(head, kept, *offsets(a, kept), confidence)


def _with_topic(a: Analysis, facts: Facts, proposal: Proposal, heads: set[int]) -> list[int]:
    """The claim with the noun phrase right before it, when its verb has no subject and that phrase opens a clause."""
    first = proposal.tokens[0]
    head = proposal.head
    if a.pos[head] not in VERBAL and a.kid(head, "cop") is None:
        return proposal.tokens
    subject = a.kid(head, "nsubj", "nsubj:pass", "csubj")
    if (subject is not None and subject < head) or a.has_conjunction(first) or first == 0:
        return proposal.tokens
    at = first
    while (
        at > 0 and a.pos[at - 1] in _TOPIC and a.tokens[at - 1].kind != "mark" and not facts.classes[at - 1] & _BORDER
    ):
        at -= 1
        if a.has_conjunction(at) and (at == 0 or a.pos[at - 1] not in _TOPIC):
            break
    opens = at == 0 or a.tokens[at - 1].kind == "mark" or a.has_conjunction(at) or bool(facts.classes[at - 1] & _BORDER)
    if (
        at == first
        or not opens
        or a.pos[at] == "ADP"
        or first - at > _LONGEST_TOPIC
        or any(t in heads for t in range(at, first))
    ):
        return proposal.tokens
    return [*range(at, first), *proposal.tokens]


_LONGEST_TOPIC = 14


def _with_fronted(a: Analysis, facts: Facts, head: int, tokens: list[int]) -> list[int]:
    """The claim with the phrase that opens the sentence ("In early October, …"): its time, place or manner."""
    first = tokens[0]
    if first < 2 or first > _LONGEST_TOPIC + 2 or a.tokens[first - 1].norm != "," or a.pos[head] not in VERBAL:
        return tokens
    opening = range(first - 1)
    plain = all(a.pos[t] not in VERBAL and a.tokens[t].text not in ':;"' for t in opening)
    said = any(facts.classes[t] & _NOT_FRONTED for t in opening)
    if not plain or said or a.pos[0] not in ("ADP", "NOUN", "ADV", "NUM"):
        return tokens
    return [*range(first), *tokens]


_NOT_FRONTED = frozenset({"linking", "say", "complementizer", "conditional", "reason", "contrast"})


def _with_tail(a: Analysis, facts: Facts, head: int, tokens: list[int], starts: set[int]) -> list[int]:
    """The claim with the words right behind it, up to a mark, a conjunction, a clause or another claim.

    A claim that breaks off behind "X is" (a pronoun for the copula) or before the complement of a verb that reports
    nothing goes on to the next mark.
    """
    last = tokens[-1]
    goes_on = "copular_pronoun" in facts.classes[last] or (
        last + 1 < len(a.tokens) and "complementizer" in facts.classes[last + 1] and "say" not in facts.classes[head]
    )
    at = last + 1
    while at < len(a.tokens) and a.tokens[at].kind != "mark":
        if not goes_on and (a.pos[at] not in _PHRASE or at in starts or bool(facts.classes[at] & _BORDER)):
            break
        clause = a.has_conjunction(at) and (not goes_on or _opens_clause(a, facts, at))
        if clause or (a.pos[at] == "CCONJ" and not goes_on) or "relative" in facts.classes[at]:
            break
        at += 1
    border = at < len(a.tokens) and a.tokens[at].kind != "mark" and not a.has_conjunction(at) and a.pos[at] != "CCONJ"
    if border and not facts.classes[at] & _BORDER and not goes_on:
        return tokens
    return [*tokens, *range(last + 1, at)]


def _coordinated(a: Analysis, facts: Facts, head: int, tokens: list[int]) -> int | None:
    """The first word with an attached conjunction behind the head at which a new clause begins inside the claim."""
    relative = False
    for t in tokens:
        if t <= head:
            continue
        relative = relative or "relative" in facts.classes[t] or a.relations[t] in ("acl:relcl", "acl")
        if a.has_conjunction(t) and not relative and t - head > 1 and _opens_clause(a, facts, t):
            return t
    return None


def _opens_clause(a: Analysis, facts: Facts, t: int) -> bool:
    """A verb, a word for "there is", or a pronoun with its verb."""
    if a.pos[t] in VERBAL or "existential" in facts.classes[t]:
        return True
    return a.pos[t] == "PRON" and t + 1 < len(a.tokens) and a.pos[t + 1] in VERBAL
