"""Mentions: the typed values in a sentence, one finder a kind."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from claimtrack.languages import Language
from claimtrack.mentions.hits import Hit
from claimtrack.mentions.names import find_names
from claimtrack.mentions.numbers.digits import read_digits
from claimtrack.mentions.numbers.finding import find_numbers
from claimtrack.mentions.numbers.numerals import find_numerals
from claimtrack.mentions.places.finding import find_places, place, settle
from claimtrack.mentions.places.shared_towns import SharedTown, find_shared_towns, place_by_text
from claimtrack.mentions.quantities.daily_lengths import daily_lengths
from claimtrack.mentions.quantities.finding import find_quantities
from claimtrack.mentions.quantities.money import in_national_money, money_by_text
from claimtrack.mentions.quantities.rates import with_rates
from claimtrack.mentions.quantities.repeated import repeated
from claimtrack.mentions.times.calendars import Stretch
from claimtrack.mentions.times.derived_dates import DerivedDate, derive_dates
from claimtrack.mentions.times.finding import find_times
from claimtrack.model import Quantity
from claimtrack.text.tokens import Token

__all__ = ["SharedTown", "find", "find_shared_towns", "money_by_text", "neutral", "place", "place_by_text", "settle"]


def find(
    tokens: Sequence[Token],
    tags: Sequence[str],
    language: Language,
    anchor: datetime.date | None,
    told: Stretch | None = None,
    been: Stretch | None = None,
) -> list[Hit]:
    """All mentions of one sentence, in reading order.

    `anchor` is the day that relative dates count from, `told` the date that the text told last before, `been` the
    last that does not lie ahead.
    """
    numbers = find_numbers(tokens, language)
    times = find_times(tokens, language, anchor, numbers, tags, told, been)
    derived = [_derived(tokens, each) for each in derive_dates(tokens, language, times) if each.whose == "event"]
    places, names = find_places(tokens, language), find_names(tokens, tags, language)
    times, lengths = daily_lengths(tokens, tags, times, language)
    taken = [(hit.first, hit.last) for hit in (*times, *lengths)]
    counted = find_quantities(tokens, language, numbers, taken)
    quantities = in_national_money(tokens, [*counted, *lengths], places, language)
    numerals = find_numerals(tokens, language, numbers, [(h.first, h.last) for h in (*quantities, *times)])
    counts = [*quantities, *repeated(tokens, times, numbers, language)]
    times = with_rates(tokens, times, quantities, language)
    found = [*counts, *numerals, *times, *derived, *places, *names]
    return sorted(found, key=lambda hit: (hit.start, hit.end))


def _derived(tokens: Sequence[Token], derived: DerivedDate) -> Hit:
    """The date of an event as a mention at its own first word; its value keeps the span of the words it rests on."""
    token = tokens[derived.event_first]
    return Hit("time", derived.event_first, derived.event_first + 1, token.start, token.end, derived.date)


def neutral(tokens: Sequence[Token]) -> list[Hit]:
    """Numbers in digits, for texts in a language that claimtrack does not know."""
    found = []
    for i, token in enumerate(tokens):
        value = read_digits(token.norm) if token.kind == "number" else None
        if value is not None:
            quantity = Quantity(value=value, unit_text=None, start=token.start, end=token.end)
            found.append(Hit("quantity", i, i + 1, token.start, token.end, quantity))
    return found
