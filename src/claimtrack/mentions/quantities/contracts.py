"""Words of time that say another thing too: five contracts, whose word in Arabic is that of decades.

In: a word of time with the number before it. Out: the thing that it is: in numbers that no text has of such a time,
behind what is done with the thing (signed, won, cancelled), or before what only the thing is like.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.mentions.quantities.unit_words import MOST_DECADES, UnitWords
from claimtrack.text.tokens import Token

_REACH = 8  # words between what is done and what it is done with
_STOPS = ".;:!?\u061b\u061f"


def thing_of(tokens: Sequence[Token], first: int, unit: int, value: float, words: UnitWords) -> str | None:
    """The thing that the word of time at token `unit` says, whose number begins at token `first`; None for a time."""
    thing = words.in_numbers.get(tokens[unit].fold) if words.in_numbers else None
    if thing is None:
        return None
    return thing if value > MOST_DECADES or _is_made(tokens, first, unit, words) else None


def _is_made(tokens: Sequence[Token], first: int, unit: int, words: UnitWords) -> bool:
    """signed five contracts, five supply contracts; but "signed it three decades ago", "ends five decades of war"."""
    after = tokens[unit + 1].fold if unit + 1 < len(tokens) else ""
    if after in words.thing_after:
        return True
    if after in words.skip:
        return False
    variants = words.language.hooks.variants
    for k in range(first - 1, max(first - 1 - _REACH, -1), -1):
        fold = tokens[k].fold
        if tokens[k].text in _STOPS or fold in words.lasting:
            return False
        if any(word in words.thing_before for _, word in variants(fold)):
            return True
    return False
