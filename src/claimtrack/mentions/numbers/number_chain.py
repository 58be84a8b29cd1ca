"""The sum of a number phrase while it is read word by word: which word may come next, and what it adds.

A word that may not come next ends the number; nothing is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from claimtrack.mentions.numbers.number_words import NumberWord

_ENDLESS = Decimal("1e30")
_WHOLE = ("ones", "teen", "tens", "digits", "hundred", "hundreds")  # what a half may follow


@dataclass(slots=True)
class Chain:
    """`total` are the finished scales, `group` what stands before the next scale word (None: nothing yet)."""

    ones_first: bool
    total: Decimal = Decimal(0)
    group: Decimal | None = None
    scale: Decimal = _ENDLESS  # the last scale word, which the next one must stay below
    last: str = ""  # the role of the last word
    vague: bool = False
    mixed: bool = False  # digits and a word for the hundreds
    closed: bool = False  # nothing but a scale word may follow (fractions, decimals, years)

    def copy(self) -> Chain:
        return replace(self)

    @property
    def empty(self) -> bool:
        return not self.last

    @property
    def value(self) -> Decimal:
        return self.total + (self.group or 0)

    def digits(self, value: Decimal, joined: bool) -> bool:
        """Digits, at the start or after a scale: 4 million and 500 thousand."""
        if not self.empty and (self.group is not None or not joined or value >= self.scale):
            return False
        self.group, self.last = value, "digits"
        self.closed = value != value.to_integral_value()
        return True

    def add(self, word: NumberWord, joined: bool) -> bool:
        """Take `word` into the sum; False where it cannot belong to this number."""
        step = getattr(self, "_" + word.role, None)
        if step is None or (self.closed and word.role not in ("scale", "dozen")):
            return False
        if not step(word, joined):
            return False
        self.last = word.role
        return True

    def _room(self, size: int, joined: bool) -> bool:
        """Whether the group ends in enough zeros, and the join is one that the language makes."""
        if self.last in ("digits", "dozen", "crowd", "fraction"):
            return False
        if self.ones_first and not self.empty and not joined:
            return False
        return (self.group or 0) % size == 0 and not (self.group is None and joined and self.empty)

    def _ones(self, word: NumberWord, joined: bool) -> bool:
        if self.group == 0 or (word.value == 0 and not self.empty):
            return False
        if not self._room(10, joined) or ((self.ones_first or joined) and (self.group or 0) % 100):
            return False
        if self.last == "teen":
            return False
        self.group = (self.group or 0) + word.value
        return True

    def _teen(self, word: NumberWord, joined: bool) -> bool:
        if self.ones_first and self.last == "ones" and not joined and word.value == 10:
            self.group = (self.group or 0) + word.value
            return True
        if self.group == 0 or not self._room(100, joined):
            return False
        self.group = (self.group or 0) + word.value
        return True

    def _tens(self, word: NumberWord, joined: bool) -> bool:
        if self.ones_first and self.last == "ones" and joined and self.group:
            self.group += word.value
            return True
        if not self.ones_first and not joined and self.last in ("teen", "tens") and self.total == 0:
            return self._year(word.value)
        return self._ten_room(word, joined)

    def _ten_room(self, word: NumberWord, joined: bool) -> bool:
        if self.group == 0 or not self._room(100, joined):
            return False
        self.group = (self.group or 0) + word.value
        return True

    def _year(self, low: Decimal) -> bool:
        """nineteen eighty(-four): two numbers below a hundred side by side."""
        if self.group is None or not 10 <= self.group < 100 or self.group % 100 < 10:
            return False
        self.group = self.group * 100 + low
        return True

    def _hundred(self, word: NumberWord, joined: bool) -> bool:
        group = self.group
        if group is None:
            if (self.ones_first and not self.empty and not joined) or (not self.ones_first and not self.empty):
                return False
            if word.plural:
                self.vague = True
            self.group = Decimal(100)
            return True
        low = group % 1000
        if joined or self.last not in ("ones", "teen", "tens", "digits", "article") or not 1 <= low < 100:
            return False
        if (self.ones_first and not 3 <= low <= 9) or (word.plural and not self.ones_first):
            return False
        self.group, self.mixed = group * 100, self.last == "digits"
        return True

    def _hundreds(self, word: NumberWord, joined: bool) -> bool:
        if self.group is not None or not self._room(1000, joined):
            return False
        self.group = word.value
        return True

    def _scale(self, word: NumberWord, joined: bool) -> bool:
        if self.group is None:
            return self._bare_scale(word, joined)
        if (
            joined
            or self.group == 0
            or (word.plural and not self.ones_first and not self.vague and self.last != "digits")
        ):
            return False
        if word.value >= self.scale:
            return False
        self.total += self.group * word.value
        return self._scaled(word)

    def _bare_scale(self, word: NumberWord, joined: bool) -> bool:
        if self.empty:
            self.vague = word.plural
            self.total = word.value * (2 if word.two else 1)
            return self._scaled(word)
        if joined and word.value < self.scale and self.ones_first and not word.plural:
            self.total += word.value * (2 if word.two else 1)
            return self._scaled(word)
        if joined or self.last not in ("scale", "double") or word.value <= self.scale:
            return False
        self.total *= word.value  # hundred thousand million
        return self._scaled(word)

    def _scaled(self, word: NumberWord) -> bool:
        self.group, self.scale, self.closed = None, word.value, False
        return True

    def _double(self, word: NumberWord, joined: bool) -> bool:
        if self.group is not None or (not self.empty and (not joined or word.value >= self.scale)):
            return False
        self.total += 2 * word.value
        return self._scaled(word)

    def _dozen(self, word: NumberWord, joined: bool) -> bool:
        if joined and self.last in ("hundred", "hundreds") and not (self.total or self.vague):
            self.group = (self.group or 0) + word.value  # a hundred and a dozen
            return True
        if joined or self.total or (word.plural and not self.empty and not self.ones_first):
            return False
        self.vague = word.plural and self.empty
        self.group = (self.group if self.group is not None else Decimal(1)) * word.value
        return True

    def _crowd(self, word: NumberWord, joined: bool) -> bool:
        if not self.empty:
            return False
        self.group, self.vague = word.value, True
        return True

    def join_digits(self, value: Decimal) -> bool:
        """3 hundred and 21, where the three stands in digits too."""
        hundreds = self.group or Decimal(0)
        if self.last != "hundred" or not self.mixed or not 0 < value < 100 or value != value.to_integral_value():
            return False
        self.group, self.last = hundreds + value, "digits"
        return True

    def join_share(self, share: Fraction) -> bool:
        """ "… and a half": half of the last scale, or half of one."""
        part = Decimal(share.numerator) / share.denominator
        if self.group is not None:
            if self.last not in _WHOLE or self.group != self.group.to_integral_value():
                return False
            self.group += part
        elif self.last in ("scale", "double"):
            self.total += self.scale * part
        else:
            return False
        self.last, self.closed = "fraction", True
        return True
