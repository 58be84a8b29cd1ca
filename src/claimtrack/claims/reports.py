"""What a frame reports is a claim, even where the judgement of heads saw none in it."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.attribution import Reporting
from claimtrack.claims.proposal import Proposal
from claimtrack.claims.selection import Facts
from claimtrack.claims.spans import offsets, trim

_LEAST = 2


def with_reports(a: Analysis, facts: Facts, proposals: Sequence[Proposal], said: Sequence[Reporting]) -> list[Proposal]:
    """The proposals, cut to what is reported, and for each report that holds none a claim of its own words."""
    found = list(proposals)
    for each in said:
        found = [_within(a, facts, p, each) for p in found]
        inside = [p for p in found if each.first - 1 <= p.head < each.last and p.head != each.cue]
        if inside or each.last - each.first < _LEAST or a.pos[each.cue] != "VERB":
            continue
        made = _made(a, facts, list(range(each.first, each.last)), 0.0)
        if made is not None:
            found.append(made)
    return sorted(found, key=lambda p: (p.start, -p.end))


def _within(a: Analysis, facts: Facts, proposal: Proposal, frame: Reporting) -> Proposal:
    """A proposal that begins among the words of the frame and runs into the report, without the words of the frame."""
    if not frame.cue < proposal.tokens[0] < frame.first < proposal.tokens[-1] or proposal.tokens[0] < frame.cue:
        return proposal
    return _made(a, facts, [t for t in proposal.tokens if t >= frame.first], proposal.confidence) or proposal


def _made(a: Analysis, facts: Facts, tokens: list[int], confidence: float) -> Proposal | None:
    head = _head(a, facts, tokens)
    kept = trim(a, tokens, head, facts.classes) if head is not None else []
    if head is None or len(kept) < _LEAST:
        return None
    return Proposal(head, kept, *offsets(a, kept), confidence)


def _head(a: Analysis, facts: Facts, tokens: Sequence[int]) -> int | None:
    """The highest verb of a stretch, the first of equals; without a verb what stands behind "X is", else its root."""
    verbs = [t for t in tokens if a.pos[t] in VERBAL]
    if verbs:
        return min(verbs, key=lambda t: (a.depth[t], t))
    copula = next((t + 1 for t in tokens[:-1] if "copular_pronoun" in facts.classes[t] and t > tokens[0]), None)
    words = [t for t in tokens if a.tokens[t].is_word and a.pos[t] not in ("SCONJ", "ADP", "PART", "CCONJ")]
    return copula if copula is not None else min(words, key=lambda t: (a.depth[t], t), default=None)
