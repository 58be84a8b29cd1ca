"""Halves joined to a unit: "five metres and a half", where a language sets the half behind the unit.

In: the quantity before and the fraction behind it. Out: the quantity with the fraction, or None where it is of
something else ("three million dollars and half of the mill").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.mentions.hits import Hit
from claimtrack.mentions.numbers.finding import NumberHit
from claimtrack.mentions.quantities.unit_words import UnitWords
from claimtrack.mentions.quantities.units import noun_at
from claimtrack.model.mentions import Quantity
from claimtrack.text.tokens import Token


def with_half(tokens: Sequence[Token], last: Hit | None, number: NumberHit, words: UnitWords) -> Hit | None:
    """The quantity `last` and the fraction `number` that is joined to its unit, as one."""
    joined = number.fraction and not number.whole and number.prefix[:1] in (words.joiners or "-")
    if last is None or not joined or last.last != number.first or not isinstance(last.value, Quantity):
        return None
    unit = noun_at(tokens, last.last - 1, words)
    if last.value.value is None or unit is None or unit.kind not in ("measure", "currency"):
        return None
    again = noun_at(tokens, number.last, words) if number.last < len(tokens) else None
    if again is not None and again.canonical != unit.canonical:
        return None
    last_token = number.last + (again is not None)  # five metres and half of the metre
    end = tokens[last_token - 1].end
    value = last.value.model_copy(update={"value": last.value.value + number.value, "end": end})
    return replace(last, last=last_token, end=end, value=value)
