"""Rates as times: what is done or counted "a year", "daily", "شهريا" comes back in that time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from claimtrack.languages import Language
from claimtrack.mentions.hits import Hit
from claimtrack.mentions.quantities.bounds import bound_words
from claimtrack.model import Date, Frequency, Quantity, Span
from claimtrack.text.tokens import Token

_FAR = 6
"""Tokens between a quantity and the words of its rate: "210,000 tonnes of copper a year"."""


def with_rates(
    tokens: Sequence[Token], times: Sequence[Hit], quantities: Sequence[Hit], language: Language
) -> list[Hit]:
    """The times, with a frequency for each rate of a day or longer; shorter ones are speeds and flows, no habits.

    A season that follows "every year" lies in no year of its own.
    """
    found = [hit for each in quantities for hit in _rate(tokens, each, language)]
    rates = list({hit.start: hit for hit in found}.values())  # one rate may be that of two quantities
    taken = {t for hit in rates for t in range(hit.first, hit.last)}
    free = [hit for hit in times if taken.isdisjoint(range(hit.first, hit.last))]
    yearly = {hit.last for hit in free if isinstance(hit.value, Frequency) and hit.value.period == "P1Y"}
    return [*(hit for hit in free if not _comes_back(tokens, hit, yearly)), *rates]


def _comes_back(tokens: Sequence[Token], hit: Hit, yearly: Set[int]) -> bool:
    """Whether a date without a year follows "every year": "each year between November and April"."""
    named = any(len(token.text) == _YEAR and token.text.isdigit() for token in tokens[hit.first : hit.last])
    return isinstance(hit.value, Date) and not named and not yearly.isdisjoint(range(hit.first - 2, hit.first + 1))


_YEAR = 4


def _rate(tokens: Sequence[Token], hit: Hit, language: Language) -> Iterator[Hit]:
    value = hit.value
    if not isinstance(value, Quantity) or value.per is None or value.per.startswith("PT"):
        return
    words = bound_words(language.code).rate
    for i in range(hit.first + 1, min(hit.last + _FAR, len(tokens))):
        found = words.at(tokens, i)
        if found is not None and not found.prefix and found.payload == value.per:
            start, end = tokens[i].start, tokens[found.last - 1].end
            frequency = Frequency(period=value.per, span=Span(start=start, end=end))
            yield Hit("time", i, found.last, start, end, frequency)
            return
