"""How often something is done in a time: "three times a day" is a count with its rate, beside the frequency it is.

In: the times of one sentence and its numbers. Out: a quantity for each frequency that counts the times. What is done
once a day is counted by nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimtrack.languages import Language
from claimtrack.mentions.hits import Hit
from claimtrack.mentions.numbers.finding import NumberHit
from claimtrack.mentions.quantities.bounds import Surroundings
from claimtrack.mentions.times.time_words import time_words
from claimtrack.model import Frequency, Quantity
from claimtrack.text.tokens import Token


def repeated(
    tokens: Sequence[Token], times: Sequence[Hit], numbers: Sequence[NumberHit], language: Language
) -> Iterator[Hit]:
    """The counts of `times` that come back."""
    counted = {number.first: number for number in numbers}
    for hit in times:
        if not isinstance(hit.value, Frequency):
            continue
        number = counted.get(hit.first)
        k = number.last if number is not None else hit.first
        word = time_words(language.code).roles["times_word"].at(tokens, k) if k < hit.last else None
        value = number.value if number is not None else Decimal(word.payload or 0) if word is not None else Decimal(0)
        if word is not None and value > 1:
            yield _quantity(tokens, hit, value, tokens[word.last - 1].text, language)


def _quantity(tokens: Sequence[Token], hit: Hit, value: Decimal, word: str, language: Language) -> Hit:
    bound = Surroundings(tokens, language.code).comparator_before(hit.first, 0)
    first, comparator = bound if bound is not None else (hit.first, "=")
    start = hit.start if bound is None else tokens[first].start
    assert isinstance(hit.value, Frequency)
    quantity = Quantity(
        start=start,
        end=hit.end,
        value=value,
        comparator=comparator,
        unit="time",
        unit_text=word,
        per=hit.value.period,
    )
    return Hit("quantity", first, hit.last, start, hit.end, quantity)
