"""Claims proposed for one sentence: heads and spans, before anything is said about their meaning."""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.claims.analysis import Analysis
from claimtrack.claims.models import Models
from claimtrack.claims.selection import Facts, branch_features, head_features, is_candidate
from claimtrack.claims.spans import members, offsets, trim

_SAME = 0.6
"""Two spans that share more than this part of their union are one claim."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A head word, its tokens, its span, and by how much the judgement preferred it."""

    head: int
    tokens: list[int]
    start: int
    end: int
    confidence: float


def propose(a: Analysis, facts: Facts, models: Models, connectives: frozenset[str]) -> list[Proposal]:
    """The claims of one sentence in reading order; of near-equal spans the surest stays."""
    found: list[Proposal] = []
    for head in range(len(a.tokens)):
        if not is_candidate(a, head):
            continue
        no, yes = models.heads.scores(head_features(a, head, facts))
        if yes <= no:
            continue
        tokens = trim(a, members(a, head, lambda k, h=head: _keep(a, h, k, facts, models)), head, connectives)  # type: ignore[misc]
        if tokens:
            start, end = offsets(a, tokens)
            found.append(Proposal(head, tokens, start, end, yes - no))
    found.sort(key=lambda p: (-p.confidence, p.start))
    kept: list[Proposal] = []
    for each in found:
        if all(_overlap(each, other) < _SAME for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda p: (p.start, -p.end))


def _keep(a: Analysis, head: int, branch: int, facts: Facts, models: Models) -> bool:
    out, inside = models.branches.scores(branch_features(a, head, branch, facts))
    return inside > out


def _overlap(p: Proposal, q: Proposal) -> float:
    shared = min(p.end, q.end) - max(p.start, q.start)
    return shared / (max(p.end, q.end) - min(p.start, q.start)) if shared > 0 else 0.0
