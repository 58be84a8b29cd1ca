"""The parts of whole numbers while a number is read: halves, three quarters, decimals in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from claimtrack.mentions.numbers.number_chain import Chain
from claimtrack.mentions.numbers.number_text import NumberText, as_decimal
from claimtrack.mentions.numbers.number_words import NumberWord, NumberWords
from claimtrack.text.tokens import Token

_QUARTER = 4
_BOUND = 4  # words of a bound


class NumberParts(NumberText):
    """What is read from token `first` on: the sum so far in `chain`, and `j`, the token that comes next."""

    __slots__ = ("chain", "first", "fraction", "j", "ordinal", "prefix", "scaled")

    def __init__(self, tokens: Sequence[Token], words: NumberWords, first: int) -> None:
        super().__init__(tokens, words)
        self.first = self.j = first
        self.chain = Chain(words.ones_before_tens)
        self.prefix = ""
        self.ordinal = self.fraction = self.scaled = False

    def _definite_share(self) -> Fraction | None:
        """The same letters are five and a fifth: a fifth before a noun with the article, or in "by the fifth"."""
        share = self.words.definite_shares.get(self.tokens[self.first].fold.removeprefix(self.prefix))
        after, article = self._at(self.j), self.words.article
        if share is not None and self.prefix.endswith(article) and self.prefix:
            return share if self._is_portion() else None
        if share is None or after is None or not after.fold.startswith(article):
            return None
        return share if self._word(self.j) is None else None

    def _share_alone(self) -> bool:
        """An eighth, whose letters are no number but a price: with its vowel, or of what has no price."""
        token, after = self.tokens[self.first], self._at(self.first + 1)
        share = self._vowelled_share(self.first, "")
        if share is None and after is not None and token.fold.endswith(self.words.priced_ends):
            for prefix, word in self.words.language.hooks.variants(token.fold):
                if word in self.words.priced_shares and not prefix.endswith(self.words.article):
                    named = after.fold.removeprefix(self.words.article) in self.words.priceless
                    self.prefix, share = (prefix, self.words.priced_shares[word]) if named else ("", None)
                    break
        if share is None:
            return False
        self.j += 1
        return self._fraction_first(share)

    def _is_portion(self) -> bool:
        """Whether a number with its article is a share: by the fifth, more than the tenth; not the five."""
        before = self.tokens[self.first - 1].fold if self.first else ""
        announced = before in self.words.by or self._is_bounded()
        return announced and self._ends_here(self.j, self.words.whole)

    def _is_bounded(self) -> bool:
        """Whether the words right before the number bound it: more than, no less than."""
        starts = range(max(0, self.first - _BOUND), self.first)
        found = (self.words.bounding.at(self.tokens, k) for k in starts)
        return any(each is not None and each.last == self.first for each in found)

    def _fraction_first(self, share: Fraction, whole: bool = False) -> bool:
        """half; half a million, three quarters of a million; a `whole` one says itself what it is a share of."""
        self.chain.group = as_decimal(share)
        self.chain.last, self.chain.closed, self.fraction = "fraction", True, True
        k = self.j
        while k < self.j + 3 and (self._says(k, "of") or self._says(k, "article") or self._is_hyphen(k)):
            k += 1
        found = self._word(k)
        if (
            found is not None
            and not whole
            and found[1].role in ("scale", "dozen")
            and not found[1].plural
            and (found[0] in ("", self.words.article))
        ):
            self.chain.add(replace(found[1]), joined=False)
            self.j, self.fraction, self.scaled = k + 1, False, True
        return True

    def _take_share(self, k: int, word: NumberWord, joined: bool) -> bool:
        """… and a half."""
        if joined and word.role == "ones":
            return self._joined_parts(k, word)
        if joined and word.role == "article":
            after = self._word(k + 1)
            if after is None or after[1].role != "fraction":
                return False
            k, word = k + 1, after[1]
        prefix = self.words.joiner if self.tokens[k].fold.startswith(self.words.joiner) else ""
        share = self._vowelled_share(k, prefix) if joined and word.role == "tens" else None
        if share is not None:
            word = replace(word, role="fraction", share=share)
        if (
            not joined
            or word.role != "fraction"
            or word.share is None
            or word.whole
            or not self.chain.join_share(word.share)
        ):
            return False
        self.j = k + 1
        return True

    def _joined_parts(self, k: int, word: NumberWord) -> bool:
        """twenty and three fifths: the ones count the parts, not the whole."""
        k += 2 if self._is_hyphen(k + 1) else 1
        token = self._at(k)
        share = self.words.parts.get(token.fold) if token is not None else None
        if share is None or not 1 < word.value < share.denominator or self.chain.closed:
            return False
        if not self.chain.join_share(share * int(word.value)):
            return False
        self.j = k + 1
        return True

    def _over_whole(self, k: int, joined: bool) -> bool:
        """twenty-three fifths, in a language that joins its ones by "and": more parts than one whole has."""
        fold, group = self.tokens[k].fold, self.chain.group
        share = self.words.parts.get(fold) or (self.words.definite_shares.get(fold) if self._ends_here(k + 1) else None)
        if share is None or joined or group is None or not self.words.ones_before_tens:
            return False
        if self.chain.last not in ("tens", "hundred", "hundreds") or self.chain.total or self.chain.vague:
            return False
        if self.prefix.endswith(self.words.article):
            return False
        self.chain.group = as_decimal(share * int(group))
        self.chain.last, self.chain.closed, self.j = "fraction", True, k + 1
        return True

    def _ends_here(self, k: int, whole: frozenset[str] = frozenset()) -> bool:
        """Whether nothing that a number could count stands at token `k`, where a word of `whole` is none."""
        token = self._at(k)
        return token is None or token.kind == "mark" or token.fold in whole or self._says(k, "of")

    def _less(self, k: int) -> bool:
        """five less a quarter: 4.75."""
        after = self._word(k + 1)
        if after is None or after[0] or after[1].share is None or not self.chain.join_share(-after[1].share):
            return False
        self.j = k + 2
        return True

    def _part(self, k: int, joined: bool) -> bool:
        """three quarters, two-thirds."""
        token = self.tokens[k]
        share = self.words.parts.get(token.fold)
        group = self.chain.group
        if share is None or joined or group is None or self.chain.total or group != group.to_integral_value():
            return False
        if self.chain.last != "ones" or group == 0 or group >= share.denominator:
            return False
        if group == 1 and not (self._says(k + 1, "of") or self._is_hyphen(k - 1) or self._ends_one(k, share)):
            return False
        self.j = k + 1
        return self._fraction_first(share * int(group))

    def _ends_one(self, k: int, share: Fraction) -> bool:
        """a tax of one fifth: a single part that ranks nothing; a quarter may be one of a year."""
        before = self.tokens[k - 2].fold if k > 1 else ""
        return share.denominator != _QUARTER and before in self.words.by and self._ends_here(k + 1, self.words.whole)

    def _decimals(self, k: int) -> bool:
        """point one four; point five and twenty."""
        if self.chain.group is None or self.chain.closed or self.chain.last == "dozen":
            return False
        said, token = "", self._at(k)
        if self.chain.last == "digits":
            said, k = (token.norm, k + 1) if token is not None else (said, k)
        elif self.words.ones_before_tens:
            said, k = self._small(k)
        else:
            while (found := self._word(k)) is not None and found[1].role == "ones":
                said, k = said + str(found[1].value), k + 1
        if not said.isdigit():
            return False
        size = self._named_size(k)
        self.chain.group += Decimal("0." + said) if size is None else Decimal(said) / size
        self.chain.closed, self.chain.last, self.j = True, "digits", k if size is None else k + 2
        return True

    def _named_size(self, k: int) -> Decimal | None:
        """point three of a hundred: three hundredths."""
        found = self._word(k + 1) if self.words.ones_before_tens and self._says(k, "of") else None
        if found is None or found[0] or found[1].plural or found[1].role not in ("hundred", "scale"):
            return None
        return found[1].value if self._ends_here(k + 2) else None
