"""Comparators: how a quantity is bounded by what stands before it, behind it, or between its number and its unit."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.mentions.hits import Hit
from claimtrack.mentions.numbers.number_text import NumberHit
from claimtrack.mentions.quantities.bounds import Surroundings
from claimtrack.mentions.quantities.signs import MINUS
from claimtrack.mentions.quantities.units import UnitHit
from claimtrack.model.mentions import Comparator, Quantity
from claimtrack.text.tokens import Token

_OPEN = ("=", "≈")
_OVER = ("<", ">")
_DENIED: dict[str, Comparator] = {">": "≤", "<": "≥"}
_MEASURED = ("currency", "measure", "percent")
_COMMAS = ",\u060c"
_ASIDE = 12  # words between two commas
_FAR = 3  # words back from a bound to the negation that turns it


def bounded(
    around: Surroundings, number: NumberHit, span: tuple[int, int], comparator: Comparator, limits: tuple[int, int]
) -> tuple[int, int, Comparator]:
    """The tokens from the first to the last word of the bound, and the comparator.

    `span`: the tokens of the quantity, `limits`: where the one before it ends and where the next number begins.
    """
    (first, last), (floor, following) = span, limits
    signed = first == number.first > 0 and around.tokens[first - 1].text in MINUS
    before = around.comparator_before(first, floor)
    before = around.comparator_before(first - 1, floor) if before is None and signed else before
    far = around.far_comparator(first, floor)
    if first == number.first and number.prefix[:1] in around.words.change_by:
        before, far = (None if before is not None and before[1] in _OVER else before), None  # exceeds it by three times
    elif first and around.tokens[first - 1].fold in around.words.change_by:
        far = None
    if before is not None:
        comparator = before[1] if before[1] != "=" and not (number.least and before[1] in ">≈") else comparator
        first = before[0]
    elif far is not None and comparator == "=":
        comparator = far
    after = _behind(around, last, comparator, following)
    if after is not None:
        last, comparator = after
    inner = around.comparator_after(number.last)
    if inner is not None and inner[0] < last and comparator == "=":
        comparator = inner[1]  # 400 or more deaths
    return first, last, comparator


def denied(around: Surroundings, first: int, floor: int, comparator: Comparator, unit: UnitHit | None) -> Comparator:
    """does not earn more than 1150 dinars: at most that; but of persons it may be that more than 40 did not come."""
    words, tokens = around.words, around.tokens
    than = words.denied_than.at(tokens, first) if comparator in _OVER and unit is not None else None
    if than is None or unit is None or not first:
        return comparator
    linked = bool(than.prefix) or tokens[first - 1].fold in words.denied_link
    if unit.kind not in _MEASURED and not linked:
        return comparator
    opening = _before_aside(around, first)
    reach, first = _FAR + linked + (_FAR - 1 if opening < first else 0), opening
    for k in range(first - 1, max(floor, first - reach) - 1, -1):
        fold = tokens[k].fold
        if fold in words.denied:
            return _DENIED[comparator]
        if not tokens[k].is_word or fold in words.denied_stop or fold[:1] in words.and_:
            break
    return comparator


def converted(
    tokens: Sequence[Token], before: Hit | None, first: int, comparator: Comparator, unit: UnitHit | None
) -> Comparator:
    """at least 12 billion pesos ($205 million): what a sum is worth in brackets has the bound of the sum."""
    if comparator != "=" or before is None or unit is None or unit.kind != "currency" or before.last != first - 1:
        return comparator
    value = before.value
    if not isinstance(value, Quantity) or value.unit in (None, unit.canonical) or tokens[first - 1].text != "(":
        return comparator
    return value.comparator


def _before_aside(around: Surroundings, first: int) -> int:
    """The token where an aside between two commas begins right before token `first`, or `first` where none does."""
    if not first or around.tokens[first - 1].text not in _COMMAS:
        return first
    opening = (k for k in range(first - 2, max(first - _ASIDE, 0), -1) if around.tokens[k].text in _COMMAS)
    return next(opening, first)


def _behind(around: Surroundings, last: int, comparator: Comparator, following: int) -> tuple[int, Comparator] | None:
    """5 or more, below 5 or equal; but in "5 or more than 3" the words bound the number behind them."""
    if comparator in _OPEN:
        after = around.comparator_after(last)
    else:
        after = around.or_equal(last, comparator)
        if after is not None and after[0] == following < len(around.tokens):
            return None
    if after is None:
        after = around.comparator_further(last, following)
    begun = around.before_end.get(following) if following < len(around.tokens) else None
    if after is None or (begun is not None and begun[0] < after[0] < following):
        return None
    return after
