"""Quantities: numbers with what they count or measure, their bounds, rates and change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, cast

from claimtrack.languages import Language
from claimtrack.mentions.bounds import Surroundings
from claimtrack.mentions.hits import Hit
from claimtrack.mentions.number_words import number_words
from claimtrack.mentions.numbers import NumberHit
from claimtrack.mentions.unit_words import unit_words
from claimtrack.mentions.units import UnitHit, currency_before, noun_at, unit_after
from claimtrack.model.mentions import Comparator, Quantity
from claimtrack.text.tokens import Token

_LINKS = frozenset("-\u2010\u2011\u2012\u2013\u2014")
_MILLION = Decimal(1_000_000)


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
    unit_text: str | None = None
    prefix: str = ""
    start: int | None = None


class _Finder:
    """One pass over the numbers of a text."""

    __slots__ = (
        "_article",
        "_joiner",
        "_unnumbered",
        "around",
        "claimed",
        "found",
        "i",
        "language",
        "numbers",
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
        self.tokens, self.language, self.numbers = tokens, language, numbers
        self.words = unit_words(language.code)
        self._article, self._joiner = number_words(language.code).article, number_words(language.code).joiner
        self._unnumbered = number_words(language.code).unnumbered
        self.around = Surroundings(tokens, language.code)
        self.claimed = bytearray(len(tokens) + 1)
        for first, last in taken:
            self.claimed[first:last] = b"\1" * (last - first)
        self.found: list[Hit] = []
        self.i = 0

    def run(self) -> list[Hit]:
        while self.i < len(self.numbers):
            number = self.numbers[self.i]
            self.i += 1
            if number.ordinal or any(self.claimed[number.first : number.last]) or self._in_a_name(number):
                continue
            found = self._share_of(number) or self._range(number) or self._single(number)
            if found is not None:
                self._keep(found, number)
        self._duals()
        self._multiplied()
        return sorted(self.found, key=lambda hit: hit.start)

    def _next(self) -> NumberHit | None:
        """The number after the present one, where nobody has claimed it."""
        if self.i >= len(self.numbers):
            return None
        number = self.numbers[self.i]
        return None if number.ordinal or any(self.claimed[number.first : number.last]) else number

    # the shapes of a quantity

    def _share_of(self, number: NumberHit) -> _Found | None:
        """four in 10, 3 out of 5: a percentage."""
        other = self._next()
        if other is None or other.first > number.last + 3 or number.scaled or other.scaled:
            return None
        link = self.words.out_of.at(self.tokens, number.last) if number.last < len(self.tokens) else None
        if (
            link is None
            or link.prefix
            or link.last != other.first
            or not 0 < number.value <= other.value <= 1000
        ):
            return None
        if (
            number.value != number.value.to_integral_value()
            or other.value < 2
            or currency_before(self.tokens, number.first, self.words)
        ):
            return None
        self.i += 1
        noun = unit_after(self.tokens, other.last, self.words, False, False)
        last = noun.last if noun is not None else other.last
        share = number.value * 100 / other.value
        rounded = share.quantize(Decimal("0.01"), ROUND_HALF_UP)
        text = self._text(number.last, last)
        return _Found(
            number.first,
            last,
            rounded.normalize() + 0,
            comparator="=" if rounded == share else "≈",
            unit=UnitHit("percent", "percent", number.last, last),
            unit_text=text,
            prefix=number.prefix,
        )

    def _range(self, number: NumberHit) -> _Found | None:
        """between 5 and 10, from 3 to 5 percent, 5-10 km."""
        other = self._next()
        if other is None or other.first > number.last + 6:
            return None
        mine = self._unit(number)
        begin = min(number.first, mine.first) if mine else number.first
        link = max(number.last, mine.last) if mine else number.last
        end = currency_before(self.tokens, other.first, self.words)
        if not self._linked(begin, link, end.first if end else other.first, other, number):
            return None
        unit = self._unit(other) or mine
        low, high = number.value, other.value
        if other.scale > 1 and not number.scaled and low < high / other.scale:
            low *= other.scale
        if unit is None and self._is_year(number) and self._is_year(other):
            return None
        if (unit is None and not (other.scaled or begin in self.around.between_end)) or low >= high:
            return None
        if unit is not None and unit.kind == "time":
            self.i += 1
            return None
        self.i += 1
        last = max(other.last, unit.last) if unit else other.last
        opening = self.around.between_end.get(begin)
        if opening is None and begin and self.tokens[begin - 1].fold in self.around.words.from_:
            opening = begin - 1
        return _Found(
            begin if opening is None else opening, last, None, low, high, unit=unit, prefix=number.prefix
        )

    def _linked(self, begin: int, link: int, end: int, other: NumberHit, number: NumberHit) -> bool:
        words = self.around.words
        joined = {token.fold for token in self.tokens[link:end]}
        if begin in self.around.between_end:
            return end - link <= 1 and (
                bool(joined & (words.and_ | words.to)) or bool(other.prefix and link == end)
            )
        if end - link != 1:
            return False
        token = self.tokens[link]
        if token.text in _LINKS:
            return (
                not token.spaced
                and not self.tokens[link + 1].spaced
                and (begin == 0 or self.tokens[begin - 1].text not in _LINKS)
            )
        if not joined & words.to:
            return False
        return not self._from_changing(begin)

    def _from_changing(self, begin: int) -> bool:
        """rose from 3 to 5: two values of a change, not a range."""
        return any(k in self.around.change_at for k in range(max(0, begin - 8), begin))

    def _borrowed(self, number: NumberHit) -> UnitHit | None:
        """33 of 36 races, rose from 3 to 5 percent: the unit stands behind the second number."""
        other = self._next()
        if other is None or other.first > number.last + 2:
            return None
        link = {token.fold for token in self.tokens[number.last : other.first]}
        unit = self._unit(other)
        if unit is None or unit.kind == "time" or not link & (self.words.skip | self.around.words.to):
            return None
        return unit

    def _single(self, number: NumberHit) -> _Found | None:
        unit = self._unit(number)
        if unit is not None and unit.kind == "time":
            return None
        if number.fraction:
            return self._fraction(number, unit)
        if unit is None:
            unit = self._one_person(number) or self._borrowed(number) or self._measured_before(number)
            if unit is None and not self._stands_alone(number):
                return None
            return _Found(number.first, number.last, number.value, unit=unit, prefix=number.prefix)
        if (
            self._is_year(number)
            and unit.kind not in ("currency", "percent", "measure")
            and (number.first and self.tokens[number.first - 1].fold in self.words.year_before)
        ):
            return None
        value, last = number.value, number.last
        if number.unclear_suffix:
            last += 1
            value *= _MILLION if unit.first != number.last else 1
        if value == 1 and number.written == "words" and (unit.kind == "things" or unit.first > number.last):
            return None
        first = min(number.first, unit.first)
        return _Found(
            first,
            max(last, unit.last),
            self._signed(number, unit, value),
            unit=unit,
            prefix=number.prefix if first == number.first else "",
        )

    def _signed(self, number: NumberHit, unit: UnitHit, value: Decimal) -> Decimal:
        """-5 degrees: a minus sign apart from the word before it."""
        if number.first == 0 or self.tokens[number.first].spaced or unit.kind not in ("measure", "percent"):
            return value
        sign = self.tokens[number.first - 1]
        minus = sign.text in "-\u2212\u2013" and (sign.spaced or number.first == 1)
        return -value if minus and unit.canonical.startswith(("degree", "percent")) else value

    def _one_person(self, number: NumberHit) -> UnitHit | None:
        """"a person one": the one stands behind its noun."""
        if number.value != 1 or not self.words.inflected or not number.first or number.prefix:
            return None
        unit = noun_at(self.tokens, number.first - 1, self.words)
        if unit is None or unit.kind != "people" or self.claimed[number.first - 1]:
            return None
        return UnitHit(unit.canonical, unit.kind, number.first - 1, number.first)

    def _fraction(self, number: NumberHit, unit: UnitHit | None) -> _Found | None:
        """two thirds of voters: a percentage of the whole."""
        if (
            unit is None
            or unit.kind not in ("people", "things")
            or (unit.first == number.last and not (self.words.inflected))
        ):
            return None
        share = number.value * 100
        rounded = share.quantize(Decimal("0.01"), ROUND_HALF_UP)
        return _Found(
            number.first,
            unit.last,
            rounded.normalize() + 0,
            comparator="=" if rounded == share else "≈",
            unit=UnitHit("percent", "percent", number.first, number.last),
            prefix=number.prefix,
        )

    # units

    def _unit(self, number: NumberHit) -> UnitHit | None:
        before = currency_before(self.tokens, number.first, self.words)
        if before is not None:
            return before
        k = number.last
        bound = self.around.comparator_after(k)
        if bound is not None:
            k = bound[0]  # 400 or more deaths
        if number.unclear_suffix:
            return self._metres_or_millions(number, k)
        unit = unit_after(self.tokens, k, self.words, number.value == 1, number.scaled)
        if unit is not None and self._claimed_by_other(number, unit):
            return None
        return unit or (None if self._measured_before(number) else self._named_noun(number))

    def _claimed_by_other(self, number: NumberHit, unit: UnitHit) -> bool:
        """Whether another number or a time stands between the number and its noun."""
        return any(self.claimed[number.last : unit.last])

    def _metres_or_millions(self, number: NumberHit, k: int) -> UnitHit | None:
        """4m people, a 4m wall: millions before a counted noun, metres before an adjective of length."""
        after = self.tokens[k + 1] if k + 1 < len(self.tokens) else None
        if after is not None and after.norm in self.words.length_after:
            return UnitHit("metre", "measure", k, k + 1)
        return unit_after(self.tokens, k + 1, self.words, False, True)

    def _named_noun(self, number: NumberHit) -> UnitHit | None:
        """In a language whose list holds whole families, an unknown noun after the number is its own unit."""
        k = number.last
        if not self.words.inflected or k >= len(self.tokens) or self._is_year(number) or number.value < 3:
            return None
        token = self.tokens[k]
        if token.fold in self.words.skip:
            if k + 1 >= len(self.tokens):
                return None
            k, token = k + 1, self.tokens[k + 1]
        if (
            token.kind != "word"
            or token.fold in self.words.stop
            or len(token.fold) < 3
            or token.fold.isascii()
        ):
            return None
        if (
            token.fold.startswith(self._joiner)
            or token.fold in self._unnumbered
            or token.text.count(".")
            or token.fold in self.around.words.to
        ):
            return None
        if self.around.words.before.at(self.tokens, k) or self.around.words.after.at(self.tokens, k):
            return None
        if self.around.words.rate.at(self.tokens, k):
            return None
        return UnitHit(token.norm, "things", k, k + 1)

    def _measured_before(self, number: NumberHit) -> UnitHit | None:
        """the number of users rose to 950 million: the counted noun stands before its number."""
        if (
            self._article
            and number.first > 1
            and (number.prefix.endswith(self._article) or self.tokens[number.first - 1].fold == self._article)
        ):
            k = number.first - (1 if number.prefix else 2)  # the 36 races: the noun stands before
            unit = noun_at(self.tokens, k, self.words)
            if unit is not None and unit.kind != "time":
                return UnitHit(unit.canonical, unit.kind, k, k + 1)
        changed = self.tokens[number.first - 1].fold in self.around.words.to if number.first else False
        floor = max(number.first - 12, 0 if changed else self._floor(), 0)
        for k in range(number.first - 1, floor - 1, -1):
            if self.tokens[k].kind == "mark" and self.tokens[k].text in ".;!?\u061b\u061f":
                return None
            people = self.words.population.at(self.tokens, k)
            count = self.words.count_of.at(self.tokens, k)
            if (
                count is not None
                and count.last < number.first
                and (people is None or people.last <= count.last)
            ):
                return self._counted(count.last, number.first)
            if people is not None and not any(
                self.words.count_of.at(self.tokens, j) for j in range(max(0, k - 2), k)
            ):
                return UnitHit("person", "people", k, people.last)
        return None

    def _counted(self, k: int, end: int) -> UnitHit | None:
        """The noun after "the number of"."""
        if self.words.inflected:
            unit = noun_at(self.tokens, k, self.words)
            return UnitHit(unit.canonical, unit.kind, k, k + 1) if unit is not None else None
        found = unit_after(self.tokens, k, self.words, False, False)
        return found if found is not None and found.last <= end else None

    # what a number without a unit may be

    def _stands_alone(self, number: NumberHit) -> bool:
        """A bare number counts where it cannot be a year, a label or part of a name."""
        if number.scaled or (number.least and number.written == "words"):
            return number.last > number.first + 1 or number.least
        if number.written == "words" or number.unclear_suffix:
            return False
        bounded = self.around.comparator_before(number.first, 0)
        if self._is_year(number):
            return (
                bounded is not None and bounded[1] in "<>≥≤" and self.tokens[number.first].text.find(",") > 0
            )
        return bounded is not None or "," in self.tokens[number.first].text

    def _is_year(self, number: NumberHit) -> bool:
        token = self.tokens[number.first]
        return (
            number.written == "digits"
            and not number.scaled
            and token.norm.isdigit()
            and 1000 <= number.value <= 2100
        )

    def _in_a_name(self, number: NumberHit) -> bool:
        """B-29, Boeing 737, article 5, 12:30: labels, not counts."""
        k = number.first
        if not k or number.written == "words":
            return False
        before = self.tokens[k - 1]
        if before.kind == "word" and before.text.isascii() and not self.tokens[k].spaced:
            return currency_before(self.tokens, k, self.words) is None      # G20, A4
        after = self.tokens[number.last] if number.last < len(self.tokens) else None
        if after is not None and after.text == ":" and not after.spaced and self._digit_at(number.last + 1):
            return True
        if before.text in (":", "/", "#", "_") and not self.tokens[k].spaced:
            return before.text != ":" or (k > 1 and self.tokens[k - 2].kind == "number")
        if before.text in _LINKS and not self.tokens[k].spaced and not before.spaced and k > 1:
            return self.tokens[k - 2].is_word and self.tokens[k - 2].fold != self._article
        if before.fold in self.words.not_counted and not number.scaled:
            return True
        name = before.kind == "word" and before.text[0].isupper() and before.text.isascii() and k > 1
        return (
            name
            and before.norm not in self.words.stop
            and not number.scaled
            and (unit_after(self.tokens, number.last, self.words, False, False) is None)
        )

    def _digit_at(self, k: int) -> bool:
        return k < len(self.tokens) and self.tokens[k].kind == "number" and not self.tokens[k].spaced

    # putting together

    def _floor(self) -> int:
        """The token where the last quantity ended: nothing before it belongs to this one."""
        return self.found[-1].last if self.found else 0

    def _keep(self, found: _Found, number: NumberHit) -> None:
        floor, first, last = self._floor(), found.first, found.last
        comparator = "≥" if number.least else found.comparator
        far = self.around.far_comparator(first, floor)
        before = self.around.comparator_before(first, floor)
        if before is not None:
            comparator = before[1] if before[1] != "=" else comparator
            first = before[0]
        elif far is not None and comparator == "=":
            comparator = far
        after = self.around.comparator_after(last)
        if after is not None and comparator in ("=", "≈"):
            last, comparator = after
        inner = self.around.comparator_after(number.last)
        if inner is not None and inner[0] < last and comparator == "=":
            comparator = inner[1]  # 400 or more deaths
        change = self.around.change(first, floor, found.prefix)
        ceiling = self.numbers[self.i].first if self.i < len(self.numbers) else len(self.tokens)
        per, last = self.around.rate(first, last, floor, ceiling)
        unit = found.unit
        text = found.unit_text or (self._text(unit.first, unit.last) if unit else None)
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

    def _text(self, first: int, last: int) -> str:
        """The words of the text from token `first` to `last`."""
        out = self.tokens[first].text
        for token in self.tokens[first + 1 : last]:
            out += (" " if token.spaced else "") + token.text
        return out

    def _duals(self) -> None:
        """two persons, two degrees in one word: a noun that says two of itself."""
        if not self.words.inflected:
            return
        for k, token in enumerate(self.tokens):
            if self.claimed[k] or token.kind != "word":
                continue
            found = next(
                (
                    (prefix, unit)
                    for prefix, word in self.language.hooks.variants(token.fold)
                    if len(prefix) < 2 and (unit := self.words.noun(word)) is not None
                ),
                None,
            )
            if found is None or not found[1].dual or found[1].kind == "time":
                continue
            noun = unit_after(self.tokens, k, self.words, False, False) or UnitHit(
                found[1].canonical, found[1].kind, k, k + 1
            )
            number = NumberHit(k, k, token.start, token.end, Decimal(2))
            self._keep_dual(_Found(k, noun.last, Decimal(2), unit=noun), number)

    def _keep_dual(self, found: _Found, number: NumberHit) -> None:
        kept, self.found = self.found, [hit for hit in self.found if hit.last <= found.first][-1:]
        mark = len(self.found)
        self.i = next(
            (n for n, each in enumerate(self.numbers) if each.first >= found.last), len(self.numbers)
        )
        self._keep(found, number)
        self.found = kept + self.found[mark:]

    def _multiplied(self) -> None:
        """doubled, tripled: the size of a change."""
        for k in range(len(self.tokens)):
            verb = self.around.words.multiply.at(self.tokens, k) if not self.claimed[k] else None
            if verb is None:
                continue
            start, end = self.tokens[k].start, self.tokens[verb.last - 1].end
            value = Quantity(start=start, end=end, value=Decimal(verb.payload), change="multiply")
            self.found.append(Hit("quantity", k, verb.last, start, end, value))
