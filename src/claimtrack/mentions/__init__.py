"""Mentions: the typed values in a sentence, one finder a kind."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from claimtrack.languages import Language
from claimtrack.mentions.hits import Hit
from claimtrack.mentions.numbers import find_numbers
from claimtrack.mentions.quantities import find_quantities
from claimtrack.text.tokens import Token


def find(tokens: Sequence[Token], tags: Sequence[str], language: Language, anchor: datetime.date | None) -> list[Hit]:
    """All mentions of one sentence, in reading order; `anchor` is the day that relative dates count from."""
    numbers = find_numbers(tokens, language)
    try:
        from claimtrack.mentions.times import find_times

        times = find_times(tokens, language, anchor, numbers)
    except ImportError:
        times = []
    try:
        from claimtrack.mentions.names import find_names
        from claimtrack.mentions.places import find_places

        places = find_places(tokens, language)
        names = find_names(tokens, tags, language)
    except ImportError:
        places, names = [], []
    taken = [(hit.first, hit.last) for hit in times]
    quantities = find_quantities(tokens, language, numbers, taken)
    return sorted([*quantities, *times, *places, *names], key=lambda hit: (hit.start, hit.end))
