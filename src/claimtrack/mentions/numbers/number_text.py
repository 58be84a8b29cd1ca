"""A text as the number reader sees it: which number word stands at a token, and what joins it to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from claimtrack.mentions.numbers.number_chain import Chain
from claimtrack.mentions.numbers.number_words import NumberWord, NumberWords
from claimtrack.text.matching import start_after
from claimtrack.text.tokens import Token

_HYPHENS = frozenset("-\u2010\u2013")
_ARABIC_COMMA = "\u060c"
_GROUP = re.compile(r"\d{3}(?:[.,\u066b](?!\d{3}$)\d+)?")
_SLASHES = frozenset("/\u2044")
_TENTHS = 10
_HUNDREDTHS = (100, 1000)  # no day nor month, and of most scores the whole
_LONG_PART = 4
_VAGUE = ("hundred", "scale", "dozen", "tens")
_SMALL = ("ones", "teen", "tens", "hundred", "hundreds")


@dataclass(slots=True, frozen=True)
class NumberHit:
    """A number at tokens `first` to `last` (exclusive), code points `start` to `end`.

    `least`: a vague many, of which `value` is the least (millions of). `fraction`: a share (two thirds); `whole`: one
    with a pronoun that says of what (half of them).
    `scaled`: a scale word is part of it, and `scale` is the one it ends in. `written`: "digits" or "words".
    `prefix`: particles attached before it, folded. `unclear_suffix`: an "m" follows, metres or millions.
    """

    first: int
    last: int
    start: int
    end: int
    value: Decimal
    ordinal: bool = False
    fraction: bool = False
    scaled: bool = False
    least: bool = False
    written: str = "words"
    prefix: str = ""
    unclear_suffix: bool = False
    scale: Decimal = Decimal(1)
    whole: bool = False


class NumberText:
    """The tokens of a text and the number words of its language."""

    __slots__ = ("tokens", "words")

    def __init__(self, tokens: Sequence[Token], words: NumberWords) -> None:
        self.tokens, self.words = tokens, words

    def _lettered(self, k: int) -> Decimal | None:
        """Two numbers around the letter that some agencies write for the decimal sign, the fraction first."""
        letter, whole = self._at(k + 1), self._at(k + 2)
        if letter is None or whole is None or letter.fold not in self.words.decimal_letters:
            return None
        parts = self.tokens[k].norm, whole.norm
        if letter.spaced or whole.spaced or not all(part.isdigit() for part in parts):
            return None
        return Decimal(".".join(parts if len(parts[0]) > 3 >= len(parts[1]) else reversed(parts)))

    def _grouped_apart(self, k: int) -> tuple[Decimal, int] | None:
        """1 500 000, 12 000: digits in threes with spaces between them, and 1،500 with the Arabic comma."""
        if not self.tokens[k].norm.isdigit() or len(self.tokens[k].norm) > 3 or self.tokens[k].norm[0] == "0":
            return None
        groups, j = [self.tokens[k].norm], k + 1
        comma = self._is_tight(j, _ARABIC_COMMA)
        while (group := self._three_digits(j + comma, j if comma else None)) is not None:
            groups.append(group)
            j += 1 + comma
            if not group.isdigit():
                break
        if len(groups) < 2 or not (comma or len(groups) > 2 or groups[1] == "000"):
            return None
        return Decimal("".join(groups).replace(",", ".").replace("\u066b", ".")), j

    def _three_digits(self, k: int, sign: int | None) -> str | None:
        """The three digits of token `k`, behind the Arabic comma at token `sign` or behind one space.

        The last group may have decimals, unless they look like a further group.
        """
        token = self._at(k)
        if token is None or not _GROUP.fullmatch(token.norm):
            return None
        if sign is not None:
            return token.norm if self._is_tight(sign, _ARABIC_COMMA) and not token.spaced else None
        return token.norm if token.start - self.tokens[k - 1].end == 1 else None

    def _is_tight(self, k: int, sign: str) -> bool:
        token = self._at(k)
        return token is not None and token.text == sign and not token.spaced

    def _one_or_two(self, k: int, word: NumberWord) -> NumberWord:
        """The same letters are a thousand and, before a noun, two thousand; a thousand and 500 is no noun."""
        after, follow = self._at(k + 1), self._word(k + 1)
        goes_on = follow is not None and (follow[0] != "" or follow[1].role == "and")
        if not word.two or (after is not None and after.kind == "word" and not goes_on):
            return word
        return replace(word, two=False)

    def _is_measured(self, k: int, share: Fraction) -> bool:
        """a quarter point: a part of a measure, where a third party would be none."""
        token = self._at(k + 1 if self._is_hyphen(k) else k)
        return share.denominator == 4 and token is not None and token.fold in self.words.measured

    def _after_some(self, first: int) -> bool:
        """several million, a couple of hundred: nobody knows how many, unlike "some two hundred"."""
        k = first
        while k >= 0 and (found := self._word(k)) is not None and found[1].role in _VAGUE:
            k -= 1
        if 0 < k < first and self._says(k, "of"):
            k -= 1
        return 0 <= k < first and self.tokens[first].kind == "word" and self.tokens[k].fold in self.words.unnumbered

    def _vowelled_share(self, k: int, prefix: str) -> Fraction | None:
        """A fifth, told from five by its written vowel."""
        token = self.tokens[k]
        if not self.words.vowelled_shares or len(token.text) == len(token.fold):
            return None
        written = token.text[start_after(token, prefix) - token.start :] if prefix else token.text
        return self.words.vowelled_shares.get(written)

    def _small(self, k: int) -> tuple[str, int]:
        """The digits after the decimal sign, said as one number below a thousand."""
        chain = Chain(True)
        while (found := self._word(k)) is not None and found[1].role in _SMALL:
            joined = bool(self.words.joiner) and found[0] == self.words.joiner
            if (found[0] and not joined) or not chain.add(found[1], joined):
                break
            k += 1
        return ("", k) if chain.empty else (str(chain.value), k)

    def _slashed(self, k: int, first: int) -> tuple[Fraction, int] | None:
        """3/4 of the land, 1/2 cup, 70/100: a fraction in digits, and the token after it; not 3/4, a day or a score.

        `first`: where the number begins that it is part of.
        """
        above, sign, below = (self._at(j) for j in range(k, k + 3))
        if above is None or sign is None or below is None or sign.text not in _SLASHES:
            return None
        if sign.spaced or below.spaced or not (above.norm.isdigit() and below.norm.isdigit()):
            return None
        if self._is_slash(k - 1) or self._is_slash(k + 3) or len(above.norm) > _LONG_PART < len(below.norm):
            return None
        top, bottom = int(above.norm), int(below.norm)
        after = self._at(k + 3)
        if not 0 < top < bottom:
            fits = top > 0 and bottom == _TENTHS and self._says_only(first, k + 3)
        elif bottom <= _TENTHS:
            followed = after is not None and (after.fold in self.words.measured or self._says(k + 3, "of"))
            fits = followed or self._says_only(first, k + 3)
        else:
            fits = bottom in _HUNDREDTHS
        return (Fraction(top, bottom), k + 3) if fits else None

    def _is_slash(self, k: int) -> bool:
        return 0 <= k < len(self.tokens) and self.tokens[k].text in _SLASHES

    def _says_only(self, first: int, last: int) -> bool:
        """Whether the text has no word but the tokens `first` to `last`."""
        return all(token.kind == "mark" for part in (self.tokens[:first], self.tokens[last:]) for token in part)

    def _ends_share(self, k: int, share: Fraction) -> bool:
        """Whether a share that ends before token `k` is one: a third of, a quarter point, cut by a third."""
        before, after = self._at(k - 3) if k > 2 else None, self._at(k)
        if self._says(k, "of") or self._is_measured(k, share):
            return True
        ends = after is None or after.kind == "mark" or after.fold in self.words.whole
        return (ends and before is not None and before.fold in self.words.by) or self._is_compared(k)

    def _is_compared(self, k: int) -> bool:
        """a third smaller: how much more or less; not a third larger ship."""
        token, after = self._at(k), self._at(k + 1)
        if token is None or token.fold not in self.words.compared:
            return False
        return after is None or after.kind == "mark" or after.fold in self.words.whole | self.words.by

    def _opens_minus(self, k: int) -> bool:
        """Whether "minus" at token `k` is a sign: not ten minus five, nor plus or minus three."""
        before, token = (self._word(k - 1), self.tokens[k - 1]) if k else (None, None)
        said = before is not None and before[1].role not in ("and", "article")
        return token is None or not (said or token.kind == "number" or token.fold in self.words.either)

    def _is_hyphen(self, k: int) -> bool:
        token, after = self._at(k), self._at(k + 1)
        return (
            token is not None and after is not None and token.text in _HYPHENS and not token.spaced and not after.spaced
        )

    def _is_scale(self, k: int) -> bool:
        """1.2-billion: whether the word at token `k` multiplies the digits before its hyphen."""
        found = self._word(k)
        return found is not None and found[1].role == "scale" and not found[1].plural

    def _at(self, k: int) -> Token | None:
        return self.tokens[k] if k < len(self.tokens) else None

    def _word(self, k: int) -> tuple[str, NumberWord] | None:
        token = self._at(k)
        return self.words.read(token) if token is not None else None

    def _says(self, k: int, role: str) -> bool:
        found = self._word(k)
        return found is not None and found[1].role == role and not found[0]

    def _comma_goes_on(self, k: int, chain: Chain) -> bool:
        """one thousand, two hundred: a comma between the scales of one number in words, not of a list."""
        token = self._at(k)
        if token is None or token.text != "," or self.words.ones_before_tens or chain.last != "scale":
            return False
        for j in range(k + 1, min(k + 6, len(self.tokens))):
            found = self._word(j)
            if found is not None and found[1].role in ("hundred", "scale"):
                return j > k + 1 and found[1].value < chain.scale and not self._scale_again(j, chain)
            if found is None and not self._is_hyphen(j):
                return False
        return False

    def _scale_again(self, k: int, chain: Chain) -> bool:
        """Whether the words from `k` on reach the scale of the chain: two million, three hundred million."""
        for j in range(k + 1, min(k + 6, len(self.tokens))):
            found = self._word(j)
            if found is not None and found[1].role == "scale":
                return found[1].value >= chain.scale
            if found is None and not self._is_hyphen(j):
                return False
        return False


def as_decimal(share: Fraction) -> Decimal:
    """A share as the decimal number that it is."""
    return Decimal(share.numerator) / share.denominator
