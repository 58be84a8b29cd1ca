"""The names of the months around a number: whether it is a day of one, with its year or without."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimtrack.languages import load
from claimtrack.mentions.numbers.number_text import NumberHit
from claimtrack.text.matching import Phrases
from claimtrack.text.tokens import Token

_LAST_DAY = 31


@cache
def month_names(code: str) -> Phrases[bool]:
    """All names of months that language `code` writes."""
    language = load(code)
    times, months = language.data("times"), language.data("months")
    tables = (
        times.get("month", {}),
        times.get("hijri_month", {}),
        months.get("month", {}),
        months.get("month_short", {}),
    )
    return Phrases(((form, True) for t in tables for forms in t.values() for form in forms), language.hooks.variants)


def is_day(tokens: Sequence[Token], number: NumberHit, code: str) -> bool:
    """12 July, July 12, the 12th of July: a whole number beside the name of a month."""
    if not 1 <= number.value <= _LAST_DAY or number.scaled or number.fraction:
        return False
    names, last = month_names(code), number.last
    for k in (last, last + 1):
        found = names.at(tokens, k) if k < len(tokens) and (k == last or tokens[last].is_word) else None
        if found is not None and _is_name(tokens[k]) and len(found.prefix) < 2:
            return True
    for k in range(max(0, number.first - 3), number.first):
        found = names.at(tokens, k)
        if found is None or not tokens[k].text[:1].isupper():
            continue
        dot = tokens[found.last].text == "." and not tokens[found.last].spaced  # Aug. 14
        if found.last + dot == number.first:
            return True
    return False


def in_month(tokens: Sequence[Token], number: NumberHit, code: str) -> bool:
    """Whether a number word is the last part of the name of a month."""
    first = number.first - 1
    found = month_names(code).at(tokens, first) if first >= 0 else None
    return found is not None and found.last > number.first


def _is_name(token: Token) -> bool:
    return not token.text.isascii() or token.text[:1].isupper()
