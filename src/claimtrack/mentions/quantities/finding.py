"""Quantities: numbers with what they count or measure, their bounds, rates and change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, cast

from claimtrack.languages import Language
from claimtrack.mentions.hits import Hit
from claimtrack.mentions.numbers.finding import NumberHit
from claimtrack.mentions.numbers.number_words import number_words
from claimtrack.mentions.quantities.ages import age, age_words, length
from claimtrack.mentions.quantities.bare_numbers import in_a_name, is_pronoun, is_year, says_all, stands_alone
from claimtrack.mentions.quantities.bounds import Surroundings
from claimtrack.mentions.quantities.comparators import bounded, converted, denied
from claimtrack.mentions.quantities.duals import dual_nouns
from claimtrack.mentions.quantities.halves import with_half
from claimtrack.mentions.quantities.month_names import is_day
from claimtrack.mentions.quantities.multiples import doublings, multiplied
from claimtrack.mentions.quantities.named_once import unit_as_before, unit_told_before
from claimtrack.mentions.quantities.one_behind import one_behind, ones_against
from claimtrack.mentions.quantities.ranges import alike, linked, scaled_alike
from claimtrack.mentions.quantities.shares import as_percent, of_each, one_of_each, part_of, part_of_round, share_of
from claimtrack.mentions.quantities.signs import below_zero, has_minus
from claimtrack.mentions.quantities.unit_search import UnitSearch
from claimtrack.mentions.quantities.unit_words import unit_words
from claimtrack.mentions.quantities.units import UnitHit, currency_before, written
from claimtrack.model.mentions import Comparator, Quantity
from claimtrack.text.tokens import Token

_MILLION = Decimal(1_000_000)
_ONE, _TWO = Decimal(1), Decimal(2)
_OLDEST = 122
_LISTED = 2  # a comma and an "and" in a list


def find_quantities(
    tokens: Sequence[Token],
    language: Language,
    numbers: Sequence[NumberHit],
    taken: Sequence[tuple[int, int]] = (),
) -> list[Hit]:
    """All quantities of `tokens` in order; `taken` are token ranges that times or names have claimed."""
    if not language.data("units"):
        return []
    return _Finder(tokens, language, numbers, taken).run()


@dataclass(slots=True)
class _Found:
    """A quantity while it is put together: tokens `first` to `last`, its number(s) and unit."""

    first: int
    last: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    comparator: Comparator = "="
    unit: UnitHit | None = None
    prefix: str = ""


class _Finder:
    """One pass over the numbers of a text."""

    __slots__ = (
        "ages",
        "around",
        "article",
        "claimed",
        "found",
        "i",
        "language",
        "named",
        "numbers",
        "search",
        "tokens",
        "words",
    )

    def __init__(
        self,
        tokens: Sequence[Token],
        language: Language,
        numbers: Sequence[NumberHit],
        taken: Sequence[tuple[int, int]],
    ) -> None:
        self.tokens, self.language = tokens, language
        self.words = unit_words(language.code)
        self.numbers = [self._in_millions(each) if each.unclear_suffix else each for each in numbers]
        self.article, self.ages = number_words(language.code).article, age_words(language.code)
        self.around = Surroundings(tokens, language.code)
        self.claimed = bytearray(len(tokens) + 1)
        for first, last in taken:
            self.claimed[first:last] = b"\1" * (last - first)
        self.search = UnitSearch(tokens, self.words, self.around, self.claimed)
        self.found: list[Hit] = []
        self.i = self.named = 0

    def run(self) -> list[Hit]:
        while self.i < len(self.numbers):
            number = self.numbers[self.i]
            self.i += 1
            if any(self.claimed[number.first : number.last]):
                continue
            if self._adds_a_half(number):
                continue
            found = self._age(number)
            if found is None and not (number.ordinal or self._is_name(number)):
                found = (
                    self._share_of(number)
                    or self._one_of_each(number)
                    or self._range(number)
                    or self._single(self._in_scale(number))
                )
            if found is not None:
                self._keep(found, number)
        self._told()
        return sorted(multiplied(self.tokens, self.around, self.claimed, self.found), key=lambda hit: hit.start)

    def _in_millions(self, number: NumberHit, sure: bool = False) -> NumberHit:
        """$20m: behind a sign of money the letter says millions."""
        if not (sure or currency_before(self.tokens, number.first, self.words)):
            return number
        return replace(
            number,
            last=number.last + 1,
            end=self.tokens[number.last].end,
            value=number.value * _MILLION,
            scaled=True,
            scale=_MILLION,
            unclear_suffix=False,
        )

    def _in_scale(self, number: NumberHit) -> NumberHit:
        other = self._next()
        return number if other is None else scaled_alike(self.tokens, self.around, number, other, self.words)

    def _next(self, rank: bool = False) -> NumberHit | None:
        """The number after the present one, where nobody has claimed it; `rank`: it must be a rank."""
        if self.i >= len(self.numbers):
            return None
        number = self.numbers[self.i]
        return None if number.ordinal != rank or any(self.claimed[number.first : number.last]) else number

    # the shapes of a quantity

    def _adds_a_half(self, number: NumberHit) -> bool:
        more = with_half(self.tokens, self.found[-1] if self.found else None, number, self.words)
        if more is not None:
            self.claimed[number.first : more.last] = b"\1" * (more.last - number.first)
            self.found[-1] = more
        return more is not None

    def _age(self, number: NumberHit) -> _Found | None:
        """81-year-old, aged 24."""
        opening = self.around.between_end.get(number.first)
        said = age(self.tokens, number, self.ages, opening) or self._next_age(number)
        if said is None:
            return None
        first, unit = said
        other = self._next(number.ordinal)
        outer = (first, number.last, other.first if other is not None else 0)
        joined = other is not None and linked(self.tokens, self.around, outer, number, other)
        if other is not None and joined and number.value < other.value:
            self.i += 1
            after = age(self.tokens, other, self.ages)
            end = max(other.last, after[1].last if after else 0)
            return _Found(first, end, None, number.value, other.value, unit=unit, prefix=number.prefix)
        return _Found(first, max(number.last, unit.last), number.value, unit=unit, prefix=number.prefix)

    def _next_age(self, number: NumberHit) -> tuple[int, UnitHit] | None:
        """aged 7 and 9: a further age right behind one."""
        last = self.found[-1] if self.found else None
        if last is None or last.last != number.first - 1 or not isinstance(last.value, Quantity):
            return None
        after = self.tokens[number.last] if number.last < len(self.tokens) else None
        ends = after is None or after.kind == "mark" or after.fold in self.words.stop
        link = self.tokens[last.last]
        if last.value.unit != "year" or not ends or not (link.fold in self.around.words.and_ or link.text == ","):
            return None
        return (number.first, UnitHit("year", "time", number.last, number.last)) if number.value < _OLDEST else None

    def _is_name(self, number: NumberHit) -> bool:
        if self.search.scale_before(number) is not None:
            return False
        named = in_a_name(self.tokens, number, self.around, self.words, self.article)
        if named or is_day(self.tokens, number, self.language.code) or self._goes_on_naming(number):
            self.named = number.last
            return True
        return False

    def _goes_on_naming(self, number: NumberHit) -> bool:
        """orders 11030, 13279 and 13389; January 6, 13 and 20: what is said of the first number is said of all."""
        between = self.tokens[self.named : number.first] if self.named else ()
        if not 0 < len(between) <= _LISTED or number.scaled or number.written == "words":
            return False
        joined = all(t.text in ",&" or t.fold in self.around.words.and_ for t in between)
        return joined and self._unit(number, self._next()) is None

    def _share_of(self, number: NumberHit) -> _Found | None:
        """four in 10, 3 out of 5: a percentage."""
        other = self._next()
        said = share_of(self.tokens, number, other, self.around, self.words) if other is not None else None
        if said is None:
            return None
        self.i += 1
        value, last = said
        unit = UnitHit("percent", "percent", number.last, last)
        return _Found(number.first, last, value, unit=unit, prefix=number.prefix)

    def _one_of_each(self, number: NumberHit) -> _Found | None:
        """a woman of every three: a percentage."""
        first = of_each(self.tokens, number, self.words)
        if first is None or first < self._floor() or any(self.claimed[first : number.first]):
            return None
        unit = self._unit(number, None)
        if not one_of_each(self.tokens, first, unit, self.words):
            return None
        last = unit.last if unit is not None else number.last
        share = UnitHit("percent", "percent", number.last, last)
        return _Found(first, last, as_percent(1 / number.value), unit=share)

    def _range(self, number: NumberHit) -> _Found | None:
        """between 5 and 10, from 3 to 5 percent, 5-10 km."""
        other = self._next()
        if other is None or other.first > number.last + 6:
            return None
        mine = self._unit(number, None)
        begin = min(number.first, mine.first) if mine else number.first
        link = max(number.last, mine.last) if mine else number.last
        end = currency_before(self.tokens, other.first, self.words)
        outer = (begin, link, end.first if end else other.first)
        if not linked(self.tokens, self.around, outer, number, other):
            return None
        if other.unclear_suffix and mine is not None and mine.kind == "currency":
            other = self._in_millions(other, sure=True)
        theirs = self._unit(other, None)
        if mine is not None and not alike(mine, theirs, other, self.words):
            return None
        unit = theirs or mine
        low, high = number.value, other.value
        if other.scale > 1 and not number.scaled and low < high / other.scale:
            low *= other.scale
        opened = begin in self.around.between_end or self.around.names_range(begin)
        opened = opened or self.around.comparator_before(begin, self._floor()) is not None
        opened = opened or says_all(self.tokens, begin, other.last, self.around.words.from_)
        years = is_year(self.tokens, number) and is_year(self.tokens, other)
        if (unit is None and (years or not (other.scaled or opened))) or low >= high:
            return None
        if unit is not None and unit.kind == "time" and (unit := length(self.tokens, unit, self.ages)) is None:
            return None
        if number.fraction and other.fraction and (unit is None or unit.kind in ("people", "things")):
            unit = UnitHit("percent", "percent", number.first, unit.last if unit else other.last)
            low, high = as_percent(low), as_percent(high)
        self.i += 1
        last = max(other.last, unit.last) if unit else other.last
        opening = self.around.between_end.get(begin)
        if opening is None and begin and self.tokens[begin - 1].fold in self.around.words.from_:
            opening = begin - 1
        return _Found(begin if opening is None else opening, last, None, low, high, unit=unit, prefix=number.prefix)

    def _single(self, number: NumberHit) -> _Found | None:
        unit = self._unit(number, self._next())
        if unit is not None and unit.kind == "time" and not number.whole:
            return None
        if number.fraction:
            return self._fraction(number, unit)
        if unit is None or unit.first == unit.last:
            return self._unitless(number, unit)
        if is_year(self.tokens, number) and self._dates(number, unit):
            return None
        value, last = number.value, number.last
        if number.unclear_suffix:
            last += 1
            value *= _MILLION if unit.first != number.last else 1
        one = value == 1 and number.written == "words" and unit.canonical not in self.words.scored
        one = one and not self.search.counts_one(number, self._next())
        if one and (unit.kind == "things" or unit.first > number.last):
            return None
        if unit.canonical == "degree" and self.search.scale_before(number):
            unit = replace(unit, canonical="magnitude")
        first = min(number.first, unit.first)
        below = below_zero(self.tokens, number, unit, self.words)
        return _Found(
            first,
            below or max(last, unit.last),
            value if below is None else -value,
            unit=unit,
            prefix=number.prefix if first == number.first else "",
        )

    def _unit(self, number: NumberHit, other: NumberHit | None) -> UnitHit | None:
        return self.search.unit(number, other, self._floor())

    def _dates(self, number: NumberHit, unit: UnitHit) -> bool:
        """in 1990 people left, below 1990 levels, 2005 sees you happy: a year, whatever noun follows."""
        if unit.kind in ("currency", "percent", "measure"):
            return False
        before = self.tokens[number.first - 1].fold if number.first else ""
        unknown = unit.canonical not in self.words.forms and not self.words.inflected
        opens = not number.first and unknown and unit.kind == "things"
        return before in self.words.year_before or unit.canonical in self.words.yearly or opens

    def _unitless(self, number: NumberHit, unit: UnitHit | None) -> _Found | None:
        """A number whose unit is elsewhere, or that has none."""
        search, other = self.search, self._next()
        told = (self.tokens, self.around, self.words, self.found[-1] if self.found else None, number)
        if (behind := one_behind(self.tokens, number, self.around, self.words, self.claimed)) is not None:
            return _Found(behind.first, number.last, number.value, unit=behind)
        sure = search.scored(number) or unit_as_before(*told)
        one = sure is None and number.value == 1 and number.written == "words"
        if one and not search.counts_one(number, other):
            return None  # one of the 20 nations
        part = part_of_round(self.tokens, number, self.words) if unit is None and sure is None else None
        if part is not None and part[1] >= self._floor():
            return _Found(part[1], number.last, part[0], unit=UnitHit("percent", "percent", part[1], number.last))
        unit = sure or unit or search.scale_before(number)
        if unit is None and other is not None:
            unit = search.borrowed(number, other, self._unit(other, None)) or search.across(number, other)
        unit = unit or search.measured_before(number, self._floor()) or unit_told_before(*told)
        if unit is None and (is_pronoun(self.tokens, number, self.words) or search.counts_days(number)):
            return None
        if unit is None and not stands_alone(self.tokens, number, self.around, self.words):
            return None
        below = below_zero(self.tokens, number, None, self.words) if unit is None else None
        value, last = (number.value, number.last) if below is None else (-number.value, below)
        return _Found(number.first, last, value, unit=unit, prefix=number.prefix)

    def _fraction(self, number: NumberHit, unit: UnitHit | None) -> _Found | None:
        """two thirds of voters, half of the water: a percentage of the whole; a degree and a half."""
        if number.written == "digits" and unit is None and says_all(self.tokens, number.first, number.last):
            below = has_minus(self.tokens, number)
            return _Found(number.first, number.last, -number.value if below else number.value)
        said = part_of(self.tokens, number, unit, self.around, self.words)
        if said is None:
            return None
        value, first, last, whole = said
        if first < self._floor():
            return None  # three million dollars and half of the mill
        text = whole or UnitHit("percent", "percent", number.first, number.last)
        return _Found(first, last, value, unit=text, prefix=number.prefix)

    # putting together

    def _floor(self) -> int:
        """The token where the last quantity ended: nothing before it belongs to this one."""
        return self.found[-1].last if self.found else 0

    def _keep(self, found: _Found, number: NumberHit) -> None:
        floor, first, last = self._floor(), found.first, found.last
        comparator: Comparator = "≥" if number.least else found.comparator
        ahead = (each.first for each in self.numbers[self.i : self.i + _LISTED] if each.first >= last)
        ceiling = next(ahead, len(self.tokens))  # not the hundred of "per cent", which is said already
        first, last, comparator = bounded(self.around, number, (first, last), comparator, (floor, ceiling))
        comparator = denied(self.around, first, floor, comparator, found.unit)
        comparator = converted(self.tokens, self.found[-1] if self.found else None, first, comparator, found.unit)
        measured = found.unit is not None and found.unit.kind in ("percent", "measure", "currency")
        first, comparator = self.around.reached((first, found.first), comparator, measured)
        change = self.around.change(first, floor, found.prefix, measured)
        per, last = self.around.rate(first, last, floor, ceiling)
        unit = found.unit
        text = written(self.tokens, unit.first, unit.last) if unit else None
        start = self.tokens[first].start
        if first == number.first and found.value is not None:
            start = number.start
        end = self.tokens[last - 1].end
        quantity = Quantity(
            start=start,
            end=end,
            value=found.value,
            low=found.low,
            high=found.high,
            comparator=comparator,
            unit=unit.canonical if unit else None,
            unit_text=text,
            per=per,
            change=cast(Any, change),
        )
        self.claimed[first:last] = b"\1" * (last - first)
        self.found.append(Hit("quantity", first, last, start, end, quantity))

    def _told(self) -> None:
        """What says its number itself: a dual noun, two times, twice as many; a goal against others, one."""
        for unit in dual_nouns(self.tokens, self.words, self.claimed):
            self._keep_told(unit, self.tokens[unit.first].start, _TWO)
        for k, last, start in doublings(self.tokens, self.around, self.claimed, self.language):
            self._keep_told(UnitHit("time", "things", k, last), start, _TWO)
        for unit in list(ones_against(self.tokens, self.found, self.words, self.claimed)):
            self._keep_told(unit, self.tokens[unit.first].start, _ONE)

    def _keep_told(self, unit: UnitHit, start: int, value: Decimal) -> None:
        number = NumberHit(unit.first, unit.first, start, self.tokens[unit.first].end, value)
        kept, self.found = self.found, [hit for hit in self.found if hit.last <= unit.first][-1:]
        mark = len(self.found)
        self.i = next((n for n, each in enumerate(self.numbers) if each.first >= unit.last), len(self.numbers))
        self._keep(_Found(unit.first, unit.last, value, unit=unit), number)
        self.found = kept + self.found[mark:]
