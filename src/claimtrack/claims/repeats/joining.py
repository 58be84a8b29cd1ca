"""Repeats and conflicts inside a text: the same fact said twice is one claim with two appearances.

Two claims repeat each other when they carry the same values and what one says more than the other makes no other fact
of it. They conflict when nothing but a number, a date or the polarity tells them apart: both stay, linked. What may as
well be another group, a part, another place or another day is neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimtrack.claims.cues import Cues
from claimtrack.claims.draft import Draft
from claimtrack.claims.repeats.agreeing import conflict, same
from claimtrack.claims.repeats.substance import Substance, substance

_RARE = 4
_CANDIDATES = 6


def group(drafts: Sequence[Draft], cues: Cues) -> tuple[list[int], list[tuple[int, int]]]:
    """For each draft the index of the draft that stands for all that say the same, and the pairs that conflict.

    Linear in the number of drafts: each is compared only with a few that share its rarest terms.
    """
    read = [substance(d, cues) for d in drafts]
    counts = Counter(term for each in read for term in each.terms)
    rarest = [sorted(each.terms, key=lambda s: (counts[s], s))[:_RARE] for each in read]
    seen: dict[str, list[int]] = {}
    leader = list(range(len(drafts)))
    conflicts: list[tuple[int, int]] = []
    for i, draft in enumerate(drafts):
        for j in dict.fromkeys(j for term in rarest[i] for j in seen.get(term, ())[-_CANDIDATES:]):
            if leader[j] == leader[i] or _nested(draft, drafts[j]):
                continue
            if same(draft, read[i], drafts[j], read[j], cues):
                _join(leader, i, leader[j], read)
            elif conflict(draft, read[i], drafts[j], read[j], cues):
                conflicts.append((j, i))
        for term in rarest[i] if leader[i] == i else ():
            seen.setdefault(term, []).append(i)
    pairs = ((leader[j], leader[i]) for j, i in conflicts)
    return leader, list(dict.fromkeys(pair for pair in pairs if pair[0] != pair[1]))


def _nested(a: Draft, b: Draft) -> bool:
    return a.passage is b.passage and a.start < b.end and b.start < a.end


def _join(leader: list[int], i: int, first: int, read: Sequence[Substance]) -> None:
    """Let a draft follow the one that said it first, or lead where it alone says when, where or how many."""
    if leader[i] != i:
        return
    leads = _values(read[i]) > _values(read[first])
    for k in range(len(leader)) if leads else ():
        if leader[k] == first:
            leader[k] = i
    leader[i] = i if leads else first


def _values(found: Substance) -> int:
    places = sum("@" in term for term in found.terms)
    return len(found.quantities) + len(found.days) + len(found.spells) + places
