"""Shares: four in ten, two thirds of voters, half of the water → a percentage of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from claimtrack.mentions.bounds import Surroundings
from claimtrack.mentions.numbers import NumberHit
from claimtrack.mentions.unit_words import UnitWords
from claimtrack.mentions.units import UnitHit, currency_before, noun_at, unit_after
from claimtrack.text.tokens import Token

_CENT = Decimal("0.01")
_MOST = 10_000_000  # one in ten million
_ROUND = (10, 100)  # four of ten is a share, three of five may be a count

Part = tuple[Decimal, bool, int, int, UnitHit | None]
"""Value, whether it is exact, first and last token, and the unit where that is not percent."""


def share_of(
    tokens: Sequence[Token], number: NumberHit, other: NumberHit, words: UnitWords
) -> tuple[Decimal, bool, int] | None:
    """four in 10, 3 out of 5: the percentage, whether it is exact, and the token after."""
    if other.first > number.last + 3 or number.scaled or number.last >= len(tokens):
        return None
    link = words.out_of.at(tokens, number.last)
    if link is None and other.value in _ROUND:
        link = words.out_of_round.at(tokens, number.last)
    if link is None or link.prefix or link.last != other.first or (other.scaled and link.last == link.first + 1):
        return None
    if not 0 < number.value <= other.value <= _MOST or number.value != number.value.to_integral_value():
        return None
    if other.value < 2 or currency_before(tokens, number.first, words):
        return None
    noun = unit_after(tokens, other.last, words, False, False)
    return *_percent(number.value / other.value), noun.last if noun is not None else other.last


def part_of(
    tokens: Sequence[Token], number: NumberHit, unit: UnitHit | None, around: Surroundings, words: UnitWords
) -> Part | None:
    """A fraction of a whole; not one of time (half an hour), and not half of a name (half-time, semi-final)."""
    if words.inflected and number.prefix and number.prefix[0] in words.joiners:
        return _and_a_half(tokens, number, words)
    measured = _of_a_measure(tokens, number, words)
    if measured is not None:
        return measured
    k = number.last
    if k < len(tokens) and words.not_shared.at(tokens, k) is not None:
        return None
    if number.first and _is_ordinal_before(tokens, number, words):
        return None
    last = _whole(tokens, number, unit, words)
    if last is None and (around.comparator_before(number.first, 0) is not None or _by(tokens, number, around)):
        last = number.last
    if last is None:
        return None
    value, exact = _percent(number.value)
    return value, exact, number.first, last, None


def _by(tokens: Sequence[Token], number: NumberHit, around: Surroundings) -> bool:
    """cut by a third, grew by half: the size of a change."""
    before = tokens[number.first - 1].fold if number.first else ""
    return before in around.words.change_by or number.prefix[:1] in around.words.change_by


def _of_a_measure(tokens: Sequence[Token], number: NumberHit, words: UnitWords) -> Part | None:
    """half a mile, a quarter of a percentage point: a part of one unit."""
    k = number.last
    while k < len(tokens) and k < number.last + 2 and tokens[k].fold in words.of_a:
        k += 1
    if k >= len(tokens) or (k == number.last and not words.inflected and _is_ordinal_before(tokens, number, words)):
        return None
    unit = unit_after(tokens, k, words, True, False)
    if unit is None or unit.first != k or unit.kind not in ("measure", "currency", "percent"):
        return None
    return number.value, True, number.first, unit.last, unit


def _percent(share: Decimal) -> tuple[Decimal, bool]:
    exact = share * 100
    step = _CENT if exact >= 1 else Decimal(1).scaleb(exact.adjusted() - 2)
    rounded = exact.quantize(step, ROUND_HALF_UP)
    return rounded.normalize() + 0, abs(rounded - exact) < Decimal("1e-9")


def _is_ordinal_before(tokens: Sequence[Token], number: NumberHit, words: UnitWords) -> bool:
    """the first half, the last quarter, two and a half."""
    return number.first > 0 and tokens[number.first - 1].fold in words.not_shared_before


def _whole(tokens: Sequence[Token], number: NumberHit, unit: UnitHit | None, words: UnitWords) -> int | None:
    """The token after the noun that the share is of."""
    k = number.last
    if k >= len(tokens):
        return None
    if words.inflected:
        return _whole_inflected(tokens, k, number, unit, words)
    if tokens[k].fold not in words.of_whole:
        return None
    j = k
    while j < len(tokens) and tokens[j].fold in words.skip:
        j += 1
    if j >= len(tokens):
        return None
    if tokens[j].kind == "number":
        return number.last
    if unit is not None and unit.kind in ("people", "things"):
        return unit.last
    return number.last if tokens[j].is_word or tokens[j].text in '"\u201c' else None


def _whole_inflected(
    tokens: Sequence[Token], k: int, number: NumberHit, unit: UnitHit | None, words: UnitWords
) -> int | None:
    token = tokens[k]
    if number.prefix.endswith(words.definite) and words.definite:
        return None
    if token.kind != "word" or token.fold in words.stop or token.fold.isascii():
        return None
    noun = noun_at(tokens, k, words)
    if noun is not None and noun.kind not in ("people", "things"):
        return None
    last = unit.last if unit is not None and unit.kind in ("people", "things") else k + 1
    while last < len(tokens) and last < k + 3 and tokens[last].fold.startswith(words.definite):
        last += 1  # half of the drinking water
    return last


def _and_a_half(tokens: Sequence[Token], number: NumberHit, words: UnitWords) -> Part | None:
    """a degree and a half: one of the unit before, and its share."""
    k = number.first - 1
    unit = noun_at(tokens, k, words) if k >= 0 else None
    if unit is None or unit.kind not in ("measure", "currency"):
        return None
    hit = UnitHit(unit.canonical, unit.kind, k, k + 1)
    after = words.modified.get(unit.canonical, {})
    last = number.last
    if last < len(tokens) and tokens[last].fold in after:
        hit, last = UnitHit(after[tokens[last].fold], unit.kind, k, k + 1), last + 1
    return (2 if unit.dual else 1) + number.value, True, k, last, hit
