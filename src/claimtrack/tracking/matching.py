"""Which claims of a new extraction are which claims of an earlier one of the same text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claimtrack.model import Claim
from claimtrack.model.tracked import TrackedClaim


@dataclass(frozen=True, slots=True)
class Matched:
    """Pairs of old and new, the new ones without an old, and the old ones without a new."""

    pairs: tuple[tuple[TrackedClaim, Claim], ...]
    new: tuple[Claim, ...]
    gone: tuple[TrackedClaim, ...]


def match(old: Sequence[TrackedClaim], new: Sequence[Claim]) -> Matched:
    """Pair claims: same span and kind first, then the same span, then overlapping ones, then equal values."""
    pairs, free_old, free_new = _identical(old, new)
    for alike in _STEPS:
        for claim in list(free_new):
            best = max(free_old, key=lambda each: alike(each, claim), default=None)
            if best is not None and alike(best, claim) > 0:
                pairs.append((best, claim))
                free_old.remove(best)
                free_new.remove(claim)
    return Matched(tuple(pairs), tuple(free_new), tuple(free_old))


def _identical(
    old: Sequence[TrackedClaim], new: Sequence[Claim]
) -> tuple[list[tuple[TrackedClaim, Claim]], list[TrackedClaim], list[Claim]]:
    """The pairs that agree in span, kind and values, found without comparing each with each; and the rest."""
    waiting: dict[object, list[TrackedClaim]] = {}
    for each in old:
        waiting.setdefault(_identity(each), []).append(each)
    pairs: list[tuple[TrackedClaim, Claim]] = []
    rest: list[Claim] = []
    for claim in new:
        same = waiting.get(_identity(claim))
        if same:
            pairs.append((same.pop(0), claim))
        else:
            rest.append(claim)
    taken = {pair[0].id for pair in pairs}
    return pairs, [each for each in old if each.id not in taken], rest


def _identity(claim: TrackedClaim | Claim) -> object:
    return claim.start, claim.end, claim.kind, claim.polarity, claim.places, values_of(claim)


def _same_span(old: TrackedClaim, new: Claim) -> float:
    return float((old.start, old.end, old.kind) == (new.start, new.end, new.kind))


def _overlap(old: TrackedClaim, new: Claim) -> float:
    common = min(old.end, new.end) - max(old.start, new.start)
    if common <= 0 or old.kind != new.kind:
        return 0.0
    share = common / (max(old.end, new.end) - min(old.start, new.start))
    return share if share >= 0.5 else 0.0


def _same_values(old: TrackedClaim, new: Claim) -> float:
    near = min(old.end, new.end) > max(old.start, new.start)
    return float(near and bool(values_of(new)) and values_of(old) == values_of(new) and old.polarity == new.polarity)


def values_of(claim: TrackedClaim | Claim) -> tuple[object, ...]:
    """The numbers and units of a claim."""
    return tuple((q.value, q.low, q.high, q.unit) for q in claim.quantities)


_STEPS: tuple[Callable[[TrackedClaim, Claim], float], ...] = (_same_span, _overlap, _same_values)


def worked_on(claim: TrackedClaim) -> bool:
    """Whether a person has put anything into a claim."""
    return bool(
        claim.status != "unverified"
        or claim.tags
        or claim.notes
        or claim.assignee
        or claim.evidence
        or claim.edited
        or claim.duplicate_of
        or claim.superseded_by
        or claim.origin == "person"
    )
