"""Facts: one measure of one subject over time, gathered from claims of many documents."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.model import Date, Quantity
from claimtrack.model.across import Fact, FactPoint
from claimtrack.model.tracked import TrackedClaim
from claimtrack.text.folding import fold


def facts(claims: Iterable[TrackedClaim]) -> list[Fact]:
    """The measures that claims give values for, those with most values first."""
    found: dict[tuple[str, str, str], list[tuple[TrackedClaim, Quantity]]] = {}
    for claim in claims:
        for quantity in claim.quantities:
            if quantity.unit:
                key = (fold(_subject(claim, quantity)), quantity.unit, quantity.per or "")
                found.setdefault(key, []).append((claim, quantity))
    out = [_fact(values) for values in found.values()]
    return sorted(out, key=lambda fact: (-len(fact.points), fact.subject or "", fact.unit or ""))


def _subject(claim: TrackedClaim, quantity: Quantity) -> str:
    """What is measured: the subject without the number where the number stands in it ("3,400 nurses").

    Else each new value of a measure would be a measure of its own. Where nothing but the unit is left, the unit
    alone names the measure.
    """
    subject, unit = claim.subject or "", quantity.unit_text or ""
    words = claim.quote[max(0, quantity.start - claim.start) : max(0, quantity.end - claim.start)].strip()
    if not words or words not in subject:
        return subject
    left = " ".join(subject.replace(words, unit if unit in words else "", 1).split())
    return "" if left == unit else left


def _fact(values: list[tuple[TrackedClaim, Quantity]]) -> Fact:
    claim, quantity = values[0]
    points = sorted((_point(c, q) for c, q in values), key=lambda p: (p.day or "", p.claim.id))
    subject = _subject(claim, quantity) or None
    return Fact.model_construct(subject=subject, unit=quantity.unit, per=quantity.per, points=tuple(points))


def _point(claim: TrackedClaim, quantity: Quantity) -> FactPoint:
    return FactPoint.model_construct(
        day=day_of(claim),
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        comparator=quantity.comparator,
        claim=claim,
    )


def day_of(claim: TrackedClaim) -> str | None:
    """The day that a claim speaks of: the beginning of its own date, else the day of its document."""
    own = next((time.start for time in claim.times if isinstance(time, Date)), None)
    return own or (claim.published[:10] if claim.published else None)
