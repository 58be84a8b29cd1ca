"""Repeats and conflicts inside a text: the same fact said twice is one claim with two appearances.

Two claims repeat each other when they carry the same values and what one says more than the other makes no other fact
of it. They conflict when nothing but a number, a date or the polarity tells them apart: both stay, linked. What may as
well be another group, a part, another place or another day is neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.cues import Cues
from claimtrack.claims.draft import Draft
from claimtrack.claims.repeats.agreeing import conflict, same
from claimtrack.claims.repeats.substance import Substance, substance

_RARE = 4
_CANDIDATES = 6
_AROUND = 2
"""So many claims before and behind another may hold it."""


def group(drafts: Sequence[Draft], cues: Cues) -> tuple[list[int], list[tuple[int, int]]]:
    """For each draft the index of the draft that stands for all that say the same, and the pairs that conflict.

    Linear in the number of drafts: each is compared only with a few that share its rarest terms.
    """
    read, outer = [substance(d, cues) for d in drafts], _outer(drafts)
    read = [each if k is None else _of_day(each, read[k]) for each, k in zip(read, outer, strict=True)]
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
            elif not _told_apart(read, outer[i], outer[j]) and conflict(draft, read[i], drafts[j], read[j], cues):
                conflicts.append((j, i))
        for term in rarest[i] if leader[i] == i else ():
            seen.setdefault(term, []).append(i)
    pairs = ((leader[j], leader[i]) for j, i in conflicts)
    return leader, list(dict.fromkeys(pair for pair in pairs if pair[0] != pair[1]))


def _outer(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the claim beside it that holds it: "made in 2019 | a profit of 3 million"."""
    found: list[int | None] = []
    for i, draft in enumerate(drafts):
        near = (k for k in (*range(max(0, i - _AROUND), i), *range(i + 1, min(len(drafts), i + _AROUND + 1))))
        found.append(next((k for k in near if _holds(drafts[k], draft)), None))
    return found


def _of_day(inner: Substance, outer: Substance) -> Substance:
    """A measure within a claim is of the day that the claim gives."""
    if not inner.quantities or inner.days or inner.moments:
        return inner
    return replace(inner, days=outer.days, moments=outer.moments)


def _told_apart(read: Sequence[Substance], i: int | None, j: int | None) -> bool:
    """Whether the claims that hold two others each say something else: "in the first quarter", "in the second"."""
    if i is None or j is None or i == j:
        return False
    return bool(read[i].terms.keys() - read[j].terms.keys() and read[j].terms.keys() - read[i].terms.keys())


def _holds(outer: Draft, inner: Draft) -> bool:
    return outer.passage is inner.passage and outer.start <= inner.start and inner.end <= outer.end


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
