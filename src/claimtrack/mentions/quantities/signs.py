"""Values below zero: -5 degrees, a growth of -0.3 percent, 12 degrees below zero."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.mentions.numbers.number_text import NumberHit
from claimtrack.mentions.quantities.unit_words import UnitWords
from claimtrack.mentions.quantities.units import UnitHit
from claimtrack.text.tokens import Token

MINUS = frozenset("-\u2212\u2013")
_COMPARED = frozenset("<>=\u2264\u2265")
_COUNTED = ("people", "things")


def below_zero(tokens: Sequence[Token], number: NumberHit, unit: UnitHit | None, words: UnitWords) -> int | None:
    """The token where a value below zero ends, None where it is above it; the dash of a list is no sign."""
    last = max(number.last, unit.last) if unit is not None else number.last
    if number.value <= 0:
        return None
    said = words.below_zero.at(tokens, last) if last < len(tokens) else None
    if said is not None and not said.prefix and (unit is None or unit.canonical.startswith("degree")):
        return said.last
    minus = has_minus(tokens, number, unit) and (unit is None or unit.kind not in _COUNTED)
    return last if minus else None


def has_minus(tokens: Sequence[Token], number: NumberHit, unit: UnitHit | None = None) -> bool:
    """Whether a minus sign stands right before the digits (or their sign of money), apart from the word before it."""
    first = min(number.first, unit.first) if unit is not None and unit.kind == "currency" else number.first
    k = first - 1
    if k < 0 or number.written == "words" or tokens[first].spaced or tokens[k].text not in MINUS:
        return False
    share = unit is not None and unit.kind == "percent"  # Stoxx 50 -1.3%
    after_number = k > 0 and tokens[k - 1].kind == "number" and not share
    compared = k > 0 and tokens[k - 1].text in _COMPARED
    return k == 0 or compared or (tokens[k].spaced and not after_number)
