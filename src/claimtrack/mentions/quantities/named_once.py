"""Units that are named once for several numbers: "312 votes to 208", "300 dollars for the first, and 450 for the next".

In: a number that has no unit beside it, and the quantity before it in the sentence. Out: the unit of that quantity,
where the words between show that both count the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.mentions.hits import Hit
from claimtrack.mentions.numbers.finding import NumberHit
from claimtrack.mentions.quantities.bare_numbers import is_year
from claimtrack.mentions.quantities.bounds import Surroundings
from claimtrack.mentions.quantities.ranges import compared, counts_on
from claimtrack.mentions.quantities.unit_words import UnitWords
from claimtrack.mentions.quantities.units import UnitHit
from claimtrack.model.mentions import Quantity
from claimtrack.text.tokens import Token

_FAR = 14  # tokens between a quantity and the number that has its unit
_STOPS = ".;:!?\u061b\u061f"
_CODE = 3  # letters of the code of a currency


def unit_as_before(
    tokens: Sequence[Token], around: Surroundings, words: UnitWords, last: Hit | None, number: NumberHit
) -> UnitHit | None:
    """312 votes to 208, 20 people and 30 others: the unit of the quantity before; 40 who fled are people."""
    unit = last.value.unit if last is not None and isinstance(last.value, Quantity) else None
    after = tokens[number.last].fold if number.last < len(tokens) else ""
    if after in words.who and number.value > 1 and not is_year(tokens, number):
        return UnitHit("person", "people", number.last, number.last)
    if after in words.others:
        people = unit is None or unit in words.persons
        return UnitHit("person", "people", number.last, number.last + 1) if people else None
    if _are_children(tokens, number, words):
        return UnitHit("child", "people", number.last, number.last)
    if last is None or unit is None or not number.first:
        return None
    counted = unit in words.persons and counts_on(tokens, around, last, number, words)
    beside = last.last == number.first - 1 and unit in words.scored
    against = beside and tokens[number.first - 1].fold in words.against
    if counted or against or compared(tokens, around, last, number):
        return _same(unit, number)
    return None


def _are_children(tokens: Sequence[Token], number: NumberHit, words: UnitWords) -> bool:
    """a mother of three: what parents are of, where nothing else is counted."""
    k = number.first - 2
    return k >= 0 and tokens[k].norm in words.parents and tokens[k + 1].norm in words.of_a


def unit_told_before(
    tokens: Sequence[Token], around: Surroundings, words: UnitWords, last: Hit | None, number: NumberHit
) -> UnitHit | None:
    """The unit of a quantity further back, for a number that stands against it, beside it or within it."""
    unit = last.value.unit if last is not None and isinstance(last.value, Quantity) else None
    if last is None or unit is None or not number.first or is_year(tokens, number):
        return None
    between = tokens[last.last : number.first]
    if len(between) > _FAR or any(token.text in _STOPS for token in between):
        return None
    money = (unit.isupper() and len(unit) == _CODE) or unit in words.national
    bracketed = last.first > 0 and tokens[last.first - 1].text == "("  # what money of another country it is worth
    if number.scaled and money and not bracketed:
        return _same(unit, number)  # a loss of 118 million euros after a profit of 64 million
    k = number.first - 1
    against = tokens[k].fold in words.against and tokens[k].fold not in around.words.to
    if against or _is_whole(tokens, last, number, words) or _goes_on(tokens, around, number, words):
        return _same(unit, number)
    up = k > 1 and tokens[k].fold in around.words.from_ and k - 1 in around.change_at and tokens[k - 2].text == ","
    return _same(unit, number) if up else None  # 94 percent effective, up from 70


def _is_whole(tokens: Sequence[Token], last: Hit, number: NumberHit, words: UnitWords) -> bool:
    """31 seats out of 65: the whole is counted in what its part is."""
    link = words.out_of.at(tokens, last.last)
    return link is not None and link.last == number.first > link.first + 1 and not link.prefix


def _goes_on(tokens: Sequence[Token], around: Surroundings, number: NumberHit, words: UnitWords) -> bool:
    """… and 450 for the second: a number behind "and" that goes on with where, when or for whom."""
    if number.last >= len(tokens) or number.ordinal or number.fraction:
        return False
    joined = tokens[number.first - 1].fold in around.words.and_ or (
        bool(number.prefix) and number.prefix in words.joiners
    )
    after = tokens[number.last]
    return joined and (after.fold in words.going_on or after.fold.startswith(tuple(words.going_on_before)))


def _same(unit: str, number: NumberHit) -> UnitHit:
    return UnitHit(unit, "things", number.last, number.last)
