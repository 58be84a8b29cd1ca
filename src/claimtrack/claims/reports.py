"""What a frame reports is a claim, even where the judgement of heads saw none in it."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.attribution import Reporting
from claimtrack.claims.proposal import Proposal
from claimtrack.claims.selection import Facts
from claimtrack.claims.spans import offsets, trim

_LEAST = 3


def with_reports(a: Analysis, facts: Facts, proposals: Sequence[Proposal], said: Sequence[Reporting]) -> list[Proposal]:
    """The proposals, and for each report that holds none a claim of its own words."""
    found = list(proposals)
    for each in said:
        cut = [p for p in found if p.head == each.cue]
        inside = [p for p in found if each.first - 1 <= p.head < each.last and p.head != each.cue]
        if inside or each.last - each.first < _LEAST or not (cut or a.pos[each.cue] == "VERB"):
            continue
        tokens = list(range(each.first, each.last))
        head = _head(a, facts, tokens)
        kept = trim(a, tokens, head, facts.classes) if head is not None else []
        if head is not None and len(kept) >= _LEAST:
            start, end = offsets(a, kept)
            found.append(Proposal(head, kept, start, end, 0.0))
    return sorted(found, key=lambda p: (p.start, -p.end))


def _head(a: Analysis, facts: Facts, tokens: Sequence[int]) -> int | None:
    """The highest verb of a stretch, the first of equals, or what stands behind "X is" without a verb; None without."""
    verbs = [t for t in tokens if a.pos[t] in VERBAL]
    if verbs:
        return min(verbs, key=lambda t: (a.depth[t], t))
    return next((t + 1 for t in tokens[:-1] if "copular_pronoun" in facts.classes[t] and t > tokens[0]), None)
