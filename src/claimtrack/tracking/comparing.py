"""How alike two claims are, by their typed slots, so that Arabic and English meet; repeats and
differences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimtrack.model import Date, Quantity
from claimtrack.model.across import Pair
from claimtrack.model.tracked import TrackedClaim
from claimtrack.text.tokens import tokenize

REPEAT = 0.75
RELATED = 0.5


@dataclass(frozen=True, slots=True)
class Slots:
    """What of a claim can be compared."""

    kind: str
    subject: frozenset[str]
    units: frozenset[str]
    numbers: frozenset[tuple[Decimal | None, str | None]]
    days: frozenset[tuple[str, str]]
    places: frozenset[str]
    predicate: str | None
    words: frozenset[str]
    polarity: str


def slots(claim: TrackedClaim) -> Slots:
    """The comparable slots of a claim."""
    predicate = claim.predicate
    return Slots(
        claim.kind,
        _words(claim.subject or ""),
        frozenset(q.unit for q in claim.quantities if q.unit),
        frozenset((_size(q), q.unit) for q in claim.quantities),
        frozenset((t.start, t.end) for t in claim.times if isinstance(t, Date)),
        frozenset(claim.places),
        (predicate.english or predicate.lemma) if predicate else None,
        _words(claim.gloss),
        claim.polarity,
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(token.fold for token in tokenize(text) if token.kind in ("word", "number"))


def _size(quantity: Quantity) -> Decimal | None:
    return quantity.value if quantity.value is not None else quantity.high or quantity.low


def likeness(a: Slots, b: Slots) -> tuple[float, tuple[str, ...]]:
    """How much two claims say the same (0 to 1), and by which slots."""
    shared: list[str] = []
    weight = total = 0.0
    for name, value, share in (
        ("number", 3.0, _share(a.numbers, b.numbers)),
        ("unit", 2.0, _share(a.units, b.units)),
        ("date", 1.5, _share(a.days, b.days)),
        ("place", 1.5, _share(a.places, b.places)),
        ("subject", 1.5, _share(a.subject, b.subject)),
        ("predicate", 1.0, _same(a.predicate, b.predicate)),
        ("words", 3.0, _share(a.words, b.words)),
    ):
        if share is None:
            continue
        total += value
        weight += value * share
        if share > 0.5:
            shared.append(name)
    if a.polarity != b.polarity:
        weight *= 0.8
    return (round(weight / total, 4) if total else 0.0), tuple(shared)


def _share(a: frozenset[object] | frozenset[str], b: frozenset[object] | frozenset[str]) -> float | None:
    if not a and not b:
        return None
    return len(a & b) / len(a | b)


def _same(a: str | None, b: str | None) -> float | None:
    return None if a is None or b is None else float(a == b)


def compare(a: Sequence[TrackedClaim], b: Sequence[TrackedClaim]) -> tuple[Pair, ...]:
    """Two statements' claims side by side, in the order of the first; then what stands in the second
    alone."""
    left, right = [slots(c) for c in a], [slots(c) for c in b]
    scored = sorted(
        ((*_related(left[i], right[j]), i, j) for i in range(len(a)) for j in candidates(left[i], right)),
        key=lambda each: (-each[0], each[2], each[3]),
    )
    taken_a: dict[int, Pair] = {}
    taken_b: set[int] = set()
    for score, fields, i, j in scored:
        if score and i not in taken_a and j not in taken_b:
            relation = "differs" if fields else "repeats"
            taken_a[i] = Pair.model_construct(relation=relation, a=a[i], b=b[j], fields=fields, likeness=score)
            taken_b.add(j)
    pairs = [
        taken_a.get(i) or Pair.model_construct(relation="only_a", a=a[i], b=None, fields=(), likeness=0.0)
        for i in range(len(a))
    ]
    pairs += [
        Pair.model_construct(relation="only_b", a=None, b=b[j], fields=(), likeness=0.0)
        for j in range(len(b))
        if j not in taken_b
    ]
    return tuple(pairs)


def candidates(one: Slots, others: Sequence[Slots]) -> Iterable[int]:
    """Those worth a closer look: they share a unit, a number, a place, or half of the gloss's words."""
    for j, other in enumerate(others):
        if (
            one.units & other.units
            or one.numbers & other.numbers
            or one.places & other.places
            or one.words & other.words
        ):
            yield j


def _related(a: Slots, b: Slots) -> tuple[float, tuple[str, ...]]:
    """Likeness, and the fields in which two claims about the same thing differ; 0 for unrelated ones."""
    score, _ = likeness(a, b)
    same_measure = bool(a.units & b.units) and _near(a.subject, b.subject) and _fits(a.places, b.places)
    same_deed = (
        a.kind == b.kind
        and a.predicate is not None
        and a.predicate == b.predicate
        and _near(a.subject, b.subject)
        and bool(a.places & b.places or a.days & b.days or score >= RELATED)
    )
    if not (score >= REPEAT or same_measure or same_deed):
        return 0.0, ()
    fields = [
        name
        for name, x, y in (("number", a.numbers, b.numbers), ("date", a.days, b.days))
        if x != y and ((x and y) or name == "number")
    ]
    if a.polarity != b.polarity:
        fields.append("polarity")
    return max(score, 0.01), tuple(fields)


def _near(a: frozenset[str], b: frozenset[str]) -> bool:
    return not a or not b or bool(a & b)


def _fits(a: frozenset[str], b: frozenset[str]) -> bool:
    return not a or not b or bool(a & b)
