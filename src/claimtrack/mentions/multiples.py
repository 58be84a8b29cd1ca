"""Multiples: doubled, tripled, multiplied five times: the size of a change; twice: how often."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from claimtrack.mentions.bounds import Surroundings
from claimtrack.mentions.hits import Hit
from claimtrack.model.mentions import Quantity
from claimtrack.text.tokens import Token

_NEAR = 5  # words between a verb that multiplies and how often


def multiplied(tokens: Sequence[Token], around: Surroundings, claimed: bytearray, found: Sequence[Hit]) -> list[Hit]:
    """The quantities of `found` and those that a word of multiplying says, where nobody has claimed its token."""
    out = list(found)
    for k, last, times in _words(tokens, around, claimed):
        told = next((n for n, hit in enumerate(out) if last <= hit.first < last + _NEAR and _is_often(hit)), None)
        if told is not None:
            out[told] = _changed(out[told])
            continue
        start, end = tokens[k].start, tokens[last - 1].end
        value = Quantity(start=start, end=end, value=times, change="multiply")
        out.append(Hit("quantity", k, last, start, end, value))
    return out


def _words(tokens: Sequence[Token], around: Surroundings, claimed: bytearray) -> Iterator[tuple[int, int, Decimal]]:
    for k in range(len(tokens)):
        verb = around.words.multiply.at(tokens, k) if not claimed[k] else None
        if verb is not None:
            yield k, verb.last, Decimal(verb.payload)


def _is_often(hit: Hit) -> bool:
    """Multiplied five times: the number of times is the size of the change."""
    return isinstance(hit.value, Quantity) and hit.value.unit == "time"


def _changed(hit: Hit) -> Hit:
    assert isinstance(hit.value, Quantity)
    return replace(hit, value=hit.value.model_copy(update={"change": "multiply"}))
