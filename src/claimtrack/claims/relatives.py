"""Relative clauses: the noun and the clause that describes it are a claim of their own.

By the annotation guideline a relative clause that asserts something is a claim; four in five are annotated so. The
span is found by the order of words, because attachment is where trees fail most.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.proposal import Proposal
from claimtrack.claims.selection import Facts
from claimtrack.claims.spans import offsets

_NOUN_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "X", "SYM"})
_LONGEST_NOUN = 6
_NEAREST_VERB = 7
_LEAST = 4
_CONFIDENCE = 0.4


def relatives(a: Analysis, facts: Facts, proposals: Sequence[Proposal], noun_behind_comma: bool) -> Iterator[Proposal]:
    """A claim for each relative clause that no proposal says already.

    `noun_behind_comma`: whether the noun belongs to the span also where a comma parts it from its clause.
    """
    for i in range(1, len(a.tokens)):
        if "relative" not in facts.classes[i] or a.pos[i] not in ("PRON", "SCONJ", "DET", "ADV"):
            continue
        verb = next((t for t in range(i + 1, min(i + _NEAREST_VERB, len(a.tokens))) if a.pos[t] in VERBAL), None)
        if verb is None:
            continue
        first, last = _first(a, facts, i, noun_behind_comma), _last(a, facts, verb)
        tokens = list(range(first, last + 1))
        if len(tokens) < _LEAST or any(_same(tokens, p) for p in proposals):
            continue
        start, end = offsets(a, tokens)
        yield Proposal(verb, tokens, start, end, _CONFIDENCE)


def _first(a: Analysis, facts: Facts, i: int, noun_behind_comma: bool) -> int:
    at = i
    if a.tokens[i - 1].kind == "mark":
        if not noun_behind_comma:
            return i
        at = i - 1
    while at > 0 and a.pos[at - 1] in _NOUN_PHRASE and a.tokens[at - 1].is_word and i - at < _LONGEST_NOUN:
        at -= 1
        if a.has_conjunction(at) or facts.classes[at] & {"strip", "say"}:
            break
    return at if at < i - (a.tokens[i - 1].kind == "mark") else i


def _last(a: Analysis, facts: Facts, verb: int) -> int:
    """The end of the clause: the next mark, coordinated verb or further relative, whichever comes first."""
    at = verb
    while at + 1 < len(a.tokens):
        following = at + 1
        if a.tokens[following].kind == "mark" and a.tokens[following].text not in "-'’\"“”«»":
            break
        if (a.has_conjunction(following) and a.pos[following] in VERBAL) or "relative" in facts.classes[following]:
            break
        at = following
    while at > verb and a.tokens[at].kind == "mark":
        at -= 1
    return at


def _same(tokens: list[int], proposal: Proposal) -> bool:
    shared = min(tokens[-1], proposal.tokens[-1]) - max(tokens[0], proposal.tokens[0]) + 1
    whole = max(tokens[-1], proposal.tokens[-1]) - min(tokens[0], proposal.tokens[0]) + 1
    return 2 * shared >= whole
