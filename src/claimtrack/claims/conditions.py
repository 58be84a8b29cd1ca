"""A condition and what holds under it are one claim: taken apart, the second would read as a fact."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.analysis import Analysis
from claimtrack.claims.proposal import Proposal
from claimtrack.claims.selection import Facts
from claimtrack.claims.spans import offsets

_FRONT = 5
"""How far into its sentence or behind a mark a condition may begin, in tokens."""


def with_conditions(a: Analysis, facts: Facts, proposals: Sequence[Proposal]) -> list[Proposal]:
    """The proposals; a condition at the front and the clause that follows it become one."""
    begins = _begins(a, facts)
    if begins is None:
        return list(proposals)
    comma = next((t for t in range(begins + 1, len(a.tokens)) if a.tokens[t].norm == ","), None)
    apodosis = next((t for t in range(begins + 1, len(a.tokens)) if "apodosis" in facts.classes[t]), None)
    border = apodosis if apodosis is not None else comma
    if border is None:
        return list(proposals)
    following = sorted(
        (p for p in proposals if p.head > border and p.tokens[0] >= border - 1), key=lambda p: p.tokens[0]
    )
    if not following:
        return list(proposals)
    main = following[0]
    tokens = list(range(begins, main.tokens[-1] + 1))
    start, end = offsets(a, tokens)
    whole = Proposal(main.head, tokens, start, end, main.confidence)
    return [whole, *(p for p in proposals if p is not main and not _is_half(p, begins, border, main))]


def _begins(a: Analysis, facts: Facts) -> int | None:
    """The token at which a condition opens the sentence; "when" counts only where the answer is marked as one."""
    answered = any("apodosis" in facts.classes[t] for t in range(len(a.tokens)))
    for t in range(min(_FRONT, len(a.tokens))):
        if "conditional" in facts.classes[t] or (answered and "time" in facts.classes[t] and a.pos[t] == "SCONJ"):
            return t
    return None


def _is_half(proposal: Proposal, begins: int, border: int, main: Proposal) -> bool:
    """The condition alone, or a stretch of both halves that is not the whole."""
    condition = proposal.tokens[0] <= begins + 3 and proposal.tokens[-1] <= border
    return condition or (proposal.tokens[0] <= begins + 2 and proposal.tokens[-1] > border)
