"""Ranges: whether two numbers side by side are the ends of one (5 to 10, 5-10, between 5 and 10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.mentions.bare_numbers import LINKS, is_year
from claimtrack.mentions.bounds import Surroundings
from claimtrack.mentions.hits import Hit
from claimtrack.mentions.number_text import NumberHit
from claimtrack.mentions.unit_words import UnitWords
from claimtrack.mentions.units import currency_before
from claimtrack.model.mentions import Quantity
from claimtrack.text.tokens import Token

_WAVES = frozenset("~\u223c\u301c\uff5e")
_WIDEST = 3  # how many times its low end the high end of a range of change may be, or the ends of one scale differ


def linked(
    tokens: Sequence[Token], around: Surroundings, outer: tuple[int, int, int], number: NumberHit, other: NumberHit
) -> bool:
    """Whether `number` and `other` are the ends of a range.

    `outer`: the tokens where the first begins with its unit, where it ends, and where the second begins with its own.
    """
    begin, link, end = outer
    words = around.words
    joined = {token.fold for token in tokens[link:end]}
    if begin in around.between_end:
        return end - link <= 1 and (bool(joined & (words.and_ | words.to)) or bool(other.prefix and link == end))
    if end - link != 1:
        return False
    if tokens[link].text in LINKS or tokens[link].text in _WAVES:
        return _dashed(tokens, begin, link)
    return bool(joined & words.to) and not _changes(tokens, around, outer, number, other)


def _dashed(tokens: Sequence[Token], begin: int, link: int) -> bool:
    """5-10 and 5 – 10, but no third number before."""
    if tokens[link].spaced != tokens[link + 1].spaced:
        return False
    return begin == 0 or tokens[begin - 1].text not in LINKS


def _changes(
    tokens: Sequence[Token], around: Surroundings, outer: tuple[int, int, int], number: NumberHit, other: NumberHit
) -> bool:
    """rose from 3 to 5, fell 4 to 45: two values of a change; not growth of 2 to 2.5 percent, rose 5 to 10 percent."""
    begin, link, _ = outer
    if not any(k in around.change_at for k in range(max(0, begin - 8), begin)):
        return False
    before = tokens[begin - 1].fold if begin else ""
    named = begin < number.first or link > number.last
    if before in around.words.from_ or (named and before not in around.words.change_by):
        return True
    return not number.value < other.value <= _WIDEST * number.value


def scaled_alike(
    tokens: Sequence[Token], around: Surroundings, number: NumberHit, other: NumberHit, words: UnitWords
) -> NumberHit:
    """rose from 3 to 5 million: `number` with the scale of `other`, where they are the ends of one change."""
    if other.scale == 1 or number.scaled or number.last >= other.first:
        return number
    sign = currency_before(tokens, other.first, words)
    small, great = sorted((number.value, other.value / other.scale))
    joined = number.last + 1 == (sign.first if sign else other.first)
    if not joined or tokens[number.last].fold not in around.words.to or not 0 < great <= _WIDEST * small:
        return number
    return replace(number, value=number.value * other.scale, scaled=True, scale=other.scale)


def compared(tokens: Sequence[Token], around: Surroundings, last: Hit, number: NumberHit) -> bool:
    """fell from 35 percent to 22; two million phones, up from one million: both ends of a change have one unit."""
    percent = isinstance(last.value, Quantity) and last.value.unit == "percent"
    if is_year(tokens, number) or (number.scaled and percent):
        return False
    k, words = number.first - 1, around.words
    if tokens[k].fold in words.to and last.last == k and last.first:
        return tokens[last.first - 1].fold in words.from_
    between = [j for j in range(last.last, k) if tokens[j].text != ","]
    return tokens[k].fold in words.from_ and len(between) == 1 and between[0] in around.change_at
