"""Ranges: whether two numbers side by side are the ends of one (5 to 10, 5-10, between 5 and 10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.mentions.hits import Hit
from claimtrack.mentions.numbers.number_text import NumberHit
from claimtrack.mentions.quantities.bare_numbers import LINKS, is_year
from claimtrack.mentions.quantities.bounds import Surroundings
from claimtrack.mentions.quantities.unit_words import UnitWords
from claimtrack.mentions.quantities.units import UnitHit, currency_before
from claimtrack.model.mentions import Quantity
from claimtrack.text.tokens import Token

_WAVES = frozenset("~\u223c\u301c\uff5e")
_MANY = 2
_NEAR, _FAR = 8, 16  # tokens back from a change to its verb
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
    opening = around.comparator_before(begin, 0)
    start = opening[0] if opening is not None else begin  # from an average of 3 to 5
    before = tokens[start - 1].fold if start else ""
    if before in around.words.from_ and _is_replaced(tokens, around, start - 1):
        return True
    if not any(k in around.change_at for k in range(max(0, begin - _NEAR), begin)) and not (
        before in around.words.from_ and _far_change(tokens, around, start - 1)
    ):
        return False
    named = begin < number.first or link > number.last
    if before in around.words.from_ or (named and before not in around.words.change_by):
        return True
    return not number.value < other.value <= _WIDEST * number.value


def _is_replaced(tokens: Sequence[Token], around: Surroundings, k: int) -> bool:
    """corrected the toll from 45 to 54: whether the new value stands for the old one before it."""
    for j in range(k - 1, max(-1, k - _NEAR), -1):
        if tokens[j].kind == "mark" or tokens[j].fold in around.words.spread:
            return False
        if tokens[j].fold in around.words.changing:
            return True
    return False


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


def _far_change(tokens: Sequence[Token], around: Surroundings, k: int) -> bool:
    """prices rose in the towns of the north and the coast from 3 to 5: the verb stands further off in the clause."""
    for j in range(k - 1, max(-1, k - _FAR), -1):
        if tokens[j].kind == "mark" or tokens[j].fold in around.words.spread:
            return False
        if j in around.change_at:
            return True
    return False


def alike(mine: UnitHit, theirs: UnitHit | None, other: NumberHit, words: UnitWords) -> bool:
    """Whether both ends of a range count one thing: 5 degrees to 7 degrees Celsius, not 22 aircraft to 31 towns.

    Where only the first has its unit, it may be the size of a change and the second what it came to: grew ten times to
    4,000, imports 5 percent to 18 billion.
    """
    if theirs is None:
        times = mine.canonical == "time" and mine.kind != "time"
        return not times and not (mine.kind == "percent" and other.scale > 1)
    one, two = mine.canonical, theirs.canonical
    if one == two:
        return True
    same = any(b in words.modified.get(a, {}).values() or b.startswith(a + " ") for a, b in ((one, two), (two, one)))
    return same and mine.kind == theirs.kind


def counts_on(tokens: Sequence[Token], around: Surroundings, last: Hit, number: NumberHit, words: UnitWords) -> bool:
    """178 deputies backed it and opposed it 43: a joined verb before a number whose noun has been named."""
    k, end = number.first - 1, number.last
    verb = tokens[k].fold
    if last.last != k or not words.inflected or number.value < _MANY or is_year(tokens, number) or number.prefix:
        return False
    if verb[:1] not in words.joiners or verb[1:] in words.stop or k in around.change_at or verb[1:] in words.reaching:
        return False
    after = tokens[end] if end < len(tokens) else None
    return after is None or after.kind == "mark" or after.fold in words.stop or after.fold[:1] in words.joiners


def compared(tokens: Sequence[Token], around: Surroundings, last: Hit, number: NumberHit) -> bool:
    """fell from 35 percent to 22; two million phones, up from one million: both ends of a change have one unit."""
    percent = isinstance(last.value, Quantity) and last.value.unit == "percent"
    if (is_year(tokens, number) or number.scaled) and percent:
        return False
    k, words = number.first - 1, around.words
    if tokens[k].fold in words.to and last.last == k and last.first:
        return tokens[last.first - 1].fold in words.from_
    if is_year(tokens, number):
        return False
    between = [j for j in range(last.last, k) if tokens[j].text != ","]
    return tokens[k].fold in words.from_ and len(between) == 1 and between[0] in around.change_at
