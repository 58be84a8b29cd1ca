"""Comparators: how a quantity is bounded by what stands before it, behind it, or between its number and its unit."""

from __future__ import annotations

from claimtrack.mentions.bounds import Surroundings
from claimtrack.mentions.number_text import NumberHit
from claimtrack.mentions.signs import MINUS
from claimtrack.model.mentions import Comparator

_OPEN = ("=", "≈")


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


def _behind(around: Surroundings, last: int, comparator: Comparator, following: int) -> tuple[int, Comparator] | None:
    """5 or more, below 5 or equal; but in "5 or more than 3" the words bound the number behind them."""
    if comparator in _OPEN:
        after = around.comparator_after(last)
    else:
        after = around.or_equal(last, comparator)
        if after is not None and after[0] == following < len(around.tokens):
            return None
    begun = around.before_end.get(following) if following < len(around.tokens) else None
    if after is None or (begun is not None and begun[0] < after[0] < following):
        return None
    return after
