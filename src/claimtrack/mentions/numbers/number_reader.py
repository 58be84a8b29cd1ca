"""The number reader: from one token on, the longest number that the words or digits say.

A phrase that cannot be read gives no number, never a wrong one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from claimtrack.mentions.numbers.digits import read_digits
from claimtrack.mentions.numbers.number_chain import Chain
from claimtrack.mentions.numbers.number_parts import NumberParts
from claimtrack.mentions.numbers.number_text import NumberHit
from claimtrack.mentions.numbers.number_words import NumberWord, NumberWords
from claimtrack.text.matching import start_after
from claimtrack.text.tokens import Token

_FEWEST = 12  # of a vague many that has no number
_LAST_SIMPLE_RANK = 10


class NumberReader(NumberParts):
    """Reads one number from token `first` on."""

    __slots__ = ("suffix_scale", "unclear")

    def __init__(self, tokens: Sequence[Token], words: NumberWords, first: int) -> None:
        super().__init__(tokens, words, first)
        self.suffix_scale = Decimal(1)
        self.unclear = False

    def read(self) -> NumberHit | None:
        digits = self.tokens[self.first].kind == "number"
        if not digits and self._says(self.first, "minus"):
            return self._below_zero()
        good = self._digits_first() if digits else self._word_first()
        if not good or (self._after_some(self.first) and self.chain.value >= _FEWEST):
            return None
        start = start_after(self.tokens[self.first], self.prefix) if self.prefix else self.tokens[self.first].start
        return NumberHit(
            self.first,
            self.j,
            start,
            self.tokens[self.j - 1].end,
            self._value(),
            self.ordinal,
            self.fraction,
            self.scaled,
            self.chain.vague,
            "digits" if self.tokens[self.first].kind == "number" else "words",
            self.prefix,
            self.unclear,
            self._scale(),
            self.fraction and self.tokens[self.j - 1].fold.endswith(self.words.pronouns),
        )

    def _below_zero(self) -> NumberHit | None:
        """minus five; not ten minus five."""
        if not self._opens_minus(self.first):
            return None
        k = self.first + (2 if self._is_hyphen(self.first + 1) else 1)  # minus-5
        number = NumberReader(self.tokens, self.words, k).read() if self._at(k) else None
        if number is None or number.ordinal or number.prefix or number.value <= 0:
            return None
        start = self.tokens[self.first].start
        return replace(number, first=self.first, start=start, value=-number.value, written="words")

    def _value(self) -> Decimal:
        """The value without idle zeros; a vague "tens" that multiplies nothing is said of dozens."""
        value = self.chain.value
        if self.chain.last == "crowd" and self.words.ones_before_tens:
            return Decimal(12)
        return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()

    def _scale(self) -> Decimal:
        """The scale word that the number ends in; 1 where it has none."""
        if self.scaled and self.chain.group is None and self.chain.scale < self.chain.value * 10:
            return self.chain.scale
        return self.suffix_scale

    def _digits_first(self) -> bool:
        token = self.tokens[self.first]
        slashed = self._slashed(self.first, self.first)
        if slashed is not None:
            self.j = slashed[1]
            return self._fraction_first(slashed[0])
        follow = self._word(self.first + 1)
        lettered, apart = self._lettered(self.first), self._grouped_apart(self.first)
        self.j += 2 if lettered is not None else 0
        value = lettered or read_digits(
            token.norm, self.words.dot_groups, follow is not None and follow[1].role == "scale"
        )
        if apart is not None:
            value, self.j = apart[0], apart[1] - 1
        if value is None:
            return False
        self.chain.digits(value, joined=False)
        self.j += 1
        if self._suffix():
            return True
        slashed = self._slashed(self.j, self.first)
        if slashed is not None and self.chain.join_share(slashed[0]):
            self.j = slashed[1]
            return True
        self._go_on()
        return True

    def _suffix(self) -> bool:
        """Letters right after the digits: 21st, 5k, $4m."""
        token = self._at(self.j)
        if token is None or token.spaced or token.kind != "word":
            return False
        if token.norm in self.words.ordinal_endings:
            self.ordinal, self.j = True, self.j + 1
            return True
        factor = self.words.suffixes.get(token.norm)
        if factor is None:
            return False
        if token.text == "m":
            self.unclear = True  # metres or millions: the unit finder decides
            return True
        self.chain.group = (self.chain.group or 0) * factor
        self.scaled, self.suffix_scale, self.j = True, factor, self.j + 1
        return True

    def _word_first(self) -> bool:
        found = self.words.read(self.tokens[self.first])
        if found is None:
            return self._share_alone()
        self.prefix, word = found
        if self.tokens[self.first].fold in self.words.behind_noun and not self._stands_behind_noun():
            return False
        self.j += 1
        if word.role == "article":
            return self._after_article()
        if word.role == "fraction":
            return self._fraction_first(word.share or Fraction(1), word.whole)
        if word.role == "ordinal":
            return self._ordinal(word)
        share = self._definite_share() or self._vowelled_share(self.first, self.prefix)
        if share is not None:
            return self._fraction_first(share)
        if not self.chain.add(self._one_or_two(self.first, word), joined=False):
            return False
        self.scaled = word.role in ("scale", "double")
        unfinished = self.tokens[self.first].fold.removeprefix(self.prefix) in self.words.unfinished
        self._go_on()
        return not (unfinished and self.j == self.first + 1)

    def _stands_behind_noun(self) -> bool:
        """the ships the six; the same word alone is a lady."""
        before = self._at(self.first - 1) if self.first else None
        return before is not None and before.kind == "word" and before.fold.startswith(self.words.article)

    def _after_article(self) -> bool:
        """a hundred, a dozen, half a million; an article alone is no number."""
        self._hyphen()
        found = self._word(self.j)
        if found is not None and found[1].role in ("hundred", "scale", "dozen") and not found[1].plural:
            self.chain.group, self.chain.last = Decimal(1), "article"
            self._go_on()
            return True
        if found is not None and found[1].role == "fraction":
            self.j += 1
            return self._fraction_first(found[1].share or Fraction(1))
        token = self._at(self.j)
        share = self.words.parts.get(token.fold) if token else None
        if share is None or not self._ends_share(self.j + 1, share):
            return False
        self.j += 1
        return self._fraction_first(share)

    def _go_on(self) -> None:
        """Take every further word that belongs to the number."""
        checkpoint: tuple[int, Chain, bool] | None = None
        while True:
            k, joined = self.j, False
            if self._is_hyphen(k) and (self.tokens[self.first].kind != "number" or self._is_scale(k + 1)):
                k += 1
            elif self._says(k, "and"):
                k, joined = k + 1, True
            elif k < len(self.tokens) and not self.tokens[k].spaced and self._says(k, "fraction"):
                joined = True  # 2½
            elif self._comma_goes_on(k, self.chain):
                k += 1
            token = self._at(k)
            if token is None:
                return
            before = (self.j, self.chain.copy(), self.scaled)
            step = self._step(k, joined)
            if step is None:
                self._undo_wrong_join(k, joined, checkpoint)
                return
            if step:
                checkpoint = before
            if self.fraction or self.ordinal:
                return

    def _step(self, k: int, joined: bool) -> bool | None:
        """Take the token at `k`: True: joined by "and", False: not joined, None: it does not belong."""
        token = self.tokens[k]
        if token.kind == "number":
            return True if self._more_digits(k, joined) else None
        found = self._word(k)
        if found is None:
            return joined if self._part(k, joined) or self._over_whole(k, joined) else None
        prefix, word = found
        joined = joined or (bool(self.words.joiner) and prefix.startswith(self.words.joiner))
        if prefix.removeprefix(self.words.joiner if joined else "") not in ("", self.words.article):
            return None
        if word.role == "point":
            return None if not self._decimals(k + 1) else joined
        if self._take_share(k, word, joined) or self._repeated_scale(k, word, prefix) or self._of_scale(k, word):
            return joined
        if self._over_whole(k, joined):
            return False
        if word.role == "less" and not joined:
            return False if self._less(k) else None
        if joined and self._one_more(k, word):
            return True
        if word.role == "ordinal":
            rank = self._part(k, joined) or self._hundred_and_rank(k, word, joined) or self._ordinal_end(k, word)
            return joined if rank else None
        if not self.chain.add(self._one_or_two(k, word), joined or self._drops_and(k, word)):
            return None
        self.scaled = self.scaled or word.role in ("scale", "double")
        self.j = k + 1
        return joined

    def _drops_and(self, k: int, word: NumberWord) -> bool:
        """ "five hundred five and twenty": speech leaves out the "and" behind the hundred."""
        if word.role != "ones" or self.chain.last not in ("hundred", "hundreds") or not self.words.joiner:
            return False
        found = self._word(k + 2 if self._says(k + 1, "and") else k + 1)
        joined = found is not None and (self._says(k + 1, "and") or found[0] == self.words.joiner)
        return joined and found is not None and found[1].role == "tens"

    def _one_more(self, k: int, word: NumberWord) -> bool:
        """ "five hundred and thousand thousand": 501,000, the one being the scale itself."""
        after = self._word(k + 1)
        group = self.chain.group
        if word.role != "scale" or not self.words.ones_before_tens or group is None or group % 100:
            return False
        if after is None or after[0] or after[1].role != "scale" or after[1].value != word.value:
            return False
        self.chain.group, self.chain.last, self.j = group + 1, "ones", k + 1
        return True

    def _undo_wrong_join(self, k: int, joined: bool, checkpoint: tuple[int, Chain, bool] | None) -> None:
        """one hundred and two | hundred: the second number begins after the "and"."""
        found = self._word(k)
        if joined or checkpoint is None or found is None:
            return
        if found[0] == "" and found[1].role in ("hundred", "scale") and self.chain.last in ("ones", "teen", "tens"):
            self.j, self.chain, self.scaled = checkpoint

    def _more_digits(self, k: int, joined: bool) -> bool:
        value = read_digits(self.tokens[k].norm)
        if value is not None and joined and self.chain.join_digits(value):
            self.j = k + 1
            return True
        follow = self._word(k + 1)
        scaled = follow is not None and follow[1].role in ("scale", "hundred") and follow[1].value < self.chain.scale
        mixed = follow is not None and follow[1].role == "hundred" and self.tokens[self.first].kind == "number"
        if value is None or not (joined or mixed) or not self.scaled:
            return False
        if follow is not None and follow[1].role == "scale" and follow[1].value >= self.chain.scale:
            return False  # between 90 thousand and 110 thousand
        if not scaled and not (self.words.joiner and 10 <= value < self.chain.scale and self.chain.scale == 1000):
            return False
        if not self.chain.digits(value, joined or mixed):
            return False
        self.j = k + 1
        return True

    def _repeated_scale(self, k: int, word: NumberWord, prefix: str) -> bool:
        """three million and half the million: the scale is named again after its half."""
        if self.chain.last != "fraction" or self.chain.group is not None or word.role != "scale":
            return False
        if word.value != self.chain.scale:
            return False
        self.j, self.chain.last = k + 1, "scale"
        return True

    def _of_scale(self, k: int, word: NumberWord) -> bool:
        """hundreds of thousands, tens of billions."""
        if word.role != "of" or not self.chain.vague:
            return False
        after = self._word(k + 1)
        if after is None or after[1].role not in ("scale", "hundred") or not after[1].plural:
            return False
        if after[1].role == "hundred" or self.chain.group is None:
            return False
        if not self.chain.add(after[1], joined=False):
            return False
        self.scaled, self.j, self.chain.vague = True, k + 2, True
        return True

    def _ordinal(self, word: NumberWord) -> bool:
        """the fifth and twentieth, the first ten: an ordinal and what goes on with it."""
        self.chain.group, self.ordinal = word.value, True
        if not self.words.ones_before_tens:
            return True
        found = self._word(self.j)
        if found is not None and found[0] in ("", self.words.article) and found[1].role == "teen":
            self.chain.group += 10
            self.j += 1
            return True
        apart = self._says(self.j, "and")
        found = self._word(self.j + 1) if apart else found
        if found is not None and found[1].role == "tens" and (apart or found[0].startswith(self.words.joiner)):
            self.chain.group += found[1].value
            self.j += 2 if apart else 1
        return True

    def _hundred_and_rank(self, k: int, word: NumberWord, joined: bool) -> bool:
        """the hundred and the fifth and twentieth: a rank that begins with its hundreds."""
        rank = joined and bool(self.words.article) and self.prefix.endswith(self.words.article)
        if not rank or self.chain.last not in ("hundred", "hundreds") or word.value > _LAST_SIMPLE_RANK:
            return False
        hundreds = self.chain.value
        self.j = k + 1
        self._ordinal(word)
        self.chain.group, self.chain.total = hundreds + (self.chain.group or 0), Decimal(0)
        return True

    def _ordinal_end(self, k: int, word: NumberWord) -> bool:
        """twenty-first, two hundred and fifth."""
        group = self.chain.group or Decimal(0)
        if self.words.ones_before_tens or self.chain.last == "digits":
            return False
        if (word.value < 10 and self.chain.last in ("ones", "teen")) or (word.value >= 10 and group % 100):
            return False
        if self.chain.last == "tens" and not self._is_hyphen(k - 1) and word.value in (1, 2):
            return False  # twenty second chances
        if word.value >= 100:
            self.chain.group = (group or 1) * word.value
        else:
            self.chain.group = group + word.value
        self.ordinal, self.j = True, k + 1
        return True

    def _hyphen(self) -> None:
        if self._is_hyphen(self.j):
            self.j += 1
