"""Numerals: the numbers of a text that count nothing: ranks, scores, hours of the clock, telephone numbers, labels.

Every number that neither a quantity nor a time has taken is one, so that no number of a text goes unseen; what is
part of an address of the web is none. Their value is the number that is said, without unit but for the hour of a clock.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimtrack.languages import Language
from claimtrack.mentions.hits import Hit
from claimtrack.mentions.numbers.digits import read_digits
from claimtrack.mentions.numbers.links import in_link
from claimtrack.mentions.numbers.number_text import NumberHit
from claimtrack.mentions.numbers.number_words import number_words
from claimtrack.mentions.quantities.bare_numbers import LINKS, says_all
from claimtrack.mentions.quantities.month_names import in_month
from claimtrack.mentions.quantities.unit_words import unit_words
from claimtrack.mentions.quantities.units import noun_at
from claimtrack.model import Quantity
from claimtrack.text.tokens import Token

_WEB = frozenset("@_=?&\\~")
_HOURS, _MINUTES = 24, Decimal(60)
_SHORTEST_CALL = 7  # digits of a telephone number
_FAR = 12  # tokens of an address that are looked at
_ROMAN = {"I": 1, "V": 5, "X": 10}
_LONGEST = 18
_FINE = Decimal("0.0001")
_NOON = 12
CLOCK = "o'clock"


def find_numerals(
    tokens: Sequence[Token], language: Language, numbers: Sequence[NumberHit], taken: Sequence[tuple[int, int]]
) -> list[Hit]:
    """The numerals of `tokens` in order; `taken` are the token ranges of quantities and times."""
    return list(_Finder(tokens, language, numbers, taken).run())


class _Finder:
    """One pass over the tokens that nobody has taken."""

    __slots__ = ("code", "numbers", "said", "taken", "tokens", "units")

    def __init__(
        self,
        tokens: Sequence[Token],
        language: Language,
        numbers: Sequence[NumberHit],
        taken: Sequence[tuple[int, int]],
    ) -> None:
        self.tokens, self.code = tokens, language.code
        self.said, self.units = number_words(language.code), unit_words(language.code)
        self.taken = bytearray(len(tokens) + 1)
        for first, last in taken:
            self.taken[first:last] = b"\1" * (last - first)
        self.numbers = {each.first: each for each in numbers if not any(self.taken[each.first : each.last])}

    def run(self) -> Iterator[Hit]:
        k = 0
        while k < len(self.tokens):
            hit = None if self.taken[k] else self._at(k)
            if hit is not None:
                yield hit
            k = hit.last if hit is not None else k + 1

    def _at(self, k: int) -> Hit | None:
        if self.tokens[k].kind == "number":
            return None if in_address(self.tokens, k) else self._clock(k) or self._call(k) or self._digits(k)
        number = self.numbers.get(k)
        if number is not None:
            return self._said(number)
        roman = roman_value(self.tokens, k)
        return self._hit(k, k + 1, Decimal(roman)) if roman else None

    def _hit(
        self,
        first: int,
        last: int,
        value: Decimal,
        start: int | None = None,
        unit: str | None = None,
        least: bool = False,
    ) -> Hit:
        start, end = self.tokens[first].start if start is None else start, self.tokens[last - 1].end
        numeral = Quantity(start=start, end=end, value=value, unit=unit, comparator="≥" if least else "=")
        return Hit("quantity", first, last, start, end, numeral, numeral=True)

    def _digits(self, k: int) -> Hit | None:
        """A number in digits as it stands; a version or a date with several points is none."""
        number = self.numbers.get(k)
        if number is not None:
            return self._hit(k, number.last, number.value, least=number.least)
        norm = self.tokens[k].norm
        value = read_digits(norm) if not norm.isdigit() or len(norm) > _LONGEST else Decimal(norm)
        return None if value is None else self._hit(k, k + 1, value)

    def _said(self, number: NumberHit) -> Hit | None:
        """A number in words: a rank, or a count of what no list knows."""
        if number.ordinal:
            if not self._is_rank(number):
                return None
            return self._hour_said(number) or self._hit(number.first, number.last, number.value, number.start)
        alone = says_all(self.tokens, number.first, number.last)
        unsure = self._is_unsure(number) and not self._counts_time(number)
        if not alone and (number.fraction or number.value == 1 or unsure):
            return None
        return self._hit(number.first, number.last, number.value, number.start, least=number.least)

    def _is_unsure(self, number: NumberHit) -> bool:
        return number.last == number.first + 1 and self.tokens[number.first].fold in self.said.alone_unsure

    def _counts_time(self, number: NumberHit) -> bool:
        """two thousand years ago, in letters that also say "both of his thousands"."""
        unit = noun_at(self.tokens, number.last, self.units) if number.last < len(self.tokens) else None
        return unit is not None and unit.kind == "time"

    def _is_rank(self, number: NumberHit) -> bool:
        """Not the last part of the name of a month, nor a second of time."""
        if in_month(self.tokens, number, self.code):
            return False
        if not self._is_unsure(number) or (self.said.article and number.prefix.endswith(self.said.article)):
            return True
        after = self.tokens[number.last] if number.last < len(self.tokens) else None
        before = self.tokens[number.first - 1].fold if number.first else ""
        if not self.said.article and before in self.units.of_whole:
            return True
        return not self.said.article and after is not None and after.is_word and after.fold not in self.units.stop

    # hours

    def _clock(self, k: int) -> Hit | None:
        """10:30, 7.30pm, 11 am: the hour of a clock, with its minutes as a part of the hour."""
        last, hour = self._minutes(k)
        if hour is None or hour >= _HOURS:
            return None
        told = last < len(self.tokens) and self.tokens[last].norm in self.units.clock_after
        if last == k + 1 and not told:
            return None
        return self._hit(k, last + told, self._in_the_evening(last, hour), unit=CLOCK)

    def _minutes(self, k: int) -> tuple[int, Decimal | None]:
        norm, last = self.tokens[k].norm, k + 1
        parts = norm.split(".")
        while last + 1 < len(self.tokens) and self._is_colon(last):
            parts.append(self.tokens[last + 1].norm)
            last += 2
        if len(parts) > 3 or not all(part.isdigit() and len(part) == 2 for part in parts[1:]) or not parts[0].isdigit():
            return last, None
        if any(int(part) >= _MINUTES for part in parts[1:]) or ("." in norm and last > k + 1):
            return last, None
        minutes = Decimal(parts[1]) / _MINUTES if len(parts) > 1 else Decimal(0)
        return last, Decimal(parts[0]) + minutes.quantize(_FINE).normalize()

    def _is_colon(self, k: int) -> bool:
        sign, after = self.tokens[k], self.tokens[k + 1]
        return sign.text == ":" and after.kind == "number" and not (sign.spaced or after.spaced)

    def _in_the_evening(self, k: int, hour: Decimal) -> Decimal:
        late = k < len(self.tokens) and self.tokens[k].norm in self.units.clock_late
        return (hour + _NOON if late and hour < _NOON else hour).normalize() + 0

    def _hour_said(self, number: NumberHit) -> Hit | None:
        """The tenth hour and the half, less the quarter: in a language whose hours are ranks."""
        before = self.tokens[number.first - 1].fold if number.first else ""
        after = self.tokens[number.last].norm if number.last < len(self.tokens) else ""
        if not self.said.joiner or number.value > _HOURS:
            return None
        if before not in self.units.clock_before and after not in self.units.clock_after:
            return None
        last, value = number.last, number.value
        sign = 1
        found = self.said.read(self.tokens[last]) if last < len(self.tokens) else None
        if found is not None and found[1].role == "less" and last + 1 < len(self.tokens):
            sign, last = -1, last + 1
            found = self.said.read(self.tokens[last])
        if found is not None and found[1].share is not None and (sign < 0 or found[0].startswith(self.said.joiner)):
            share = Decimal(found[1].share.numerator) / found[1].share.denominator
            value, last = value + sign * share.quantize(_FINE).normalize(), last + 1
        else:
            last = number.last
        return self._hit(number.first, last, self._in_the_evening(last, value), number.start, unit=CLOCK)

    # telephone numbers

    def _call(self, k: int) -> Hit | None:
        """713-853-3989, (212) 909-0951, +44 20 7484 9800: one number, whatever stands between its digits."""
        groups, last, signs = self.tokens[k].norm.split("."), k + 1, self.tokens[k - 1].text if k else ""
        signs += "-" if len(groups) > 2 else ""
        while (step := self._next_group(last)) is not None:
            signs += "".join(token.text for token in self.tokens[last : step - 1])
            groups += self.tokens[step - 1].norm.split(".")
            last = step
        marked = any(sign in signs for sign in "+)") or any(sign in LINKS for sign in signs[1:] or signs)
        if not marked or not all(group.isdigit() for group in groups) or not 2 <= len(groups) <= 6:
            return None
        digits = "".join(groups)
        two_years = len(groups) == 2 and len(groups[0]) > 3
        if not _SHORTEST_CALL <= len(digits) <= _LONGEST or two_years or min(map(len, groups[1:])) < 2:
            return None
        return self._hit(k, last, Decimal(digits))

    def _next_group(self, k: int) -> int | None:
        """The token after the next group of digits, where at most a bracket and a dash stand before it."""
        for j in range(k, min(k + 3, len(self.tokens))):
            token = self.tokens[j]
            if token.kind == "number":
                return j + 1
            if token.text not in LINKS and token.text not in "()":
                return None
        return None


def in_address(tokens: Sequence[Token], k: int) -> bool:
    """Whether token `k` is part of an address of the web, of a file or of a mailbox."""
    first = last = k
    while first > max(0, k - _FAR) and not tokens[first].spaced:
        first -= 1
    while last + 1 < min(len(tokens), k + _FAR) and not tokens[last + 1].spaced:
        last += 1
    run = tokens[first : last + 1]
    if not tokens[k].spaced and in_link(tokens, k):
        return True
    if any(token.text in _WEB for token in run):
        return True
    for a, sign, b in zip(run, run[1:], run[2:], strict=False):
        if sign.text == "/" == b.text or (
            sign.text == "." and b.kind == "word" and b.text.islower() and a.kind != "mark"
        ):
            return True
    return False


def roman_value(tokens: Sequence[Token], k: int) -> int | None:
    """World War II, Elizabeth II: a Roman numeral of two letters or more behind a name."""
    text = tokens[k].text
    if not 1 < len(text) < 6 or text[0] not in _ROMAN or not all(letter in _ROMAN for letter in text):
        return None
    if not k or not tokens[k].spaced or tokens[k - 1].kind != "word" or not tokens[k - 1].text[0].isupper():
        return None
    values = [_ROMAN[letter] for letter in text]
    total = sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    return total if _as_roman(total) == text else None


def _as_roman(value: int) -> str:
    tens, ones = divmod(value, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
