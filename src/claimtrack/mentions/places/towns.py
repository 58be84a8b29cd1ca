"""Towns that no list of places holds: names that GeoNames knows, read only where a word says that a place follows.

In: the tokens of a text and its language. Out: the town named at a token that "in", "near" or "the town of" announces.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from claimtrack.languages import Language, load
from claimtrack.mentions.places.gazetteer import Entry
from claimtrack.text.folding import fold, unaccented
from claimtrack.text.matching import Match
from claimtrack.text.tokens import Token

LONGEST = 4  # words of a town's name
_PLAIN = 6  # letters from which a name behind a loose word is hardly a person's


@dataclass(frozen=True, slots=True)
class TownWords:
    """The words around a name that tell a town's from a person's, folded.

    `sure` words are followed by places alone; `loose` ones by persons too, so that a name of the countries `homely`,
    whose towns are called like their families, is none there. `heads` are nouns that a town's name follows, behind
    the word `of` where there is one; `between` stand before the name, `joints` go on with a list of towns. `behind` a
    town's name may stand another capitalised word.
    """

    sure: frozenset[str]
    loose: frozenset[str]
    heads: frozenset[str]
    between: frozenset[str]
    joints: frozenset[str]
    behind: frozenset[str]
    homely: frozenset[str]
    of: str
    cased: bool
    """Whether names are written with capital letters."""
    announcing: frozenset[str]
    """All words that may stand right before a town's name."""

    def is_sure(self, tokens: Sequence[Token], i: int) -> bool | None:
        """Whether a place alone may follow the word at token `i`; None where none need follow."""
        word = tokens[i].fold
        if word in self.sure or (word in self.heads and not self.of):
            return True
        if word == self.of:
            return True if i and tokens[i - 1].fold in self.heads else None
        return False if word in self.loose else None


@cache
def town_words(code: str) -> TownWords:
    """The words around towns in a language."""
    words = load(code).data("places")["towns"]
    folded = {name: frozenset(map(fold, words[name])) for name in _GROUPS}
    of = fold(words["of"])
    return TownWords(
        **folded,
        homely=frozenset(words["homely"]),
        of=of,
        cased=words["cased"],
        announcing=folded["sure"] | folded["loose"] | (frozenset((of,)) if of else folded["heads"]),
    )


_GROUPS = ("sure", "loose", "heads", "between", "joints", "behind")


@dataclass(slots=True)
class TownReader:
    """Finds towns in the tokens of one text."""

    tokens: Sequence[Token]
    language: Language
    _told: int = -1
    """Behind the last place that a word announced: "in Hanau and Erfurt" announces both."""
    _around: TownWords = field(init=False)

    def __post_init__(self) -> None:
        self._around = town_words(self.language.code)

    def at(self, i: int) -> Match[Entry] | None:
        """The town that is named at token `i`, the longest one."""
        token, around = self.tokens[i], self._around
        announced = self._announced(i) if is_written(token, around) else ""
        found = longest_town(self.tokens, i, self.language.towns, around) if announced else None
        if found is None:
            return None
        last, country = found
        plain = around.cased and len(token.text) >= _PLAIN and country not in around.homely
        if announced == "loose" and not plain:
            return None  # the whole text may still tell
        return Match(i, last, "", Entry(token.text, token.text, country, town=True))

    def told(self, first: int, last: int) -> None:
        """A place was read there; names joined to it are places too."""
        if self._announced(first):
            self._told = last

    def _announced(self, i: int) -> str:
        """By what kind of word the name is announced: "sure", "loose", or "" for none."""
        around = self._around
        j = i - 1
        if j >= 1 and self._told in (j, j - 1) and self._fold(j) in around.joints:
            return "sure"
        while j > 0 and self._fold(j) in around.between:
            j -= 1
        sure = around.is_sure(self.tokens, j) if j >= 0 else None
        return "" if sure is None else "sure" if sure else "loose"

    def _fold(self, i: int) -> str:
        return self.tokens[i].fold if 0 <= i < len(self.tokens) else ""


def is_written(token: Token, words: TownWords) -> bool:
    """Whether a token is written as a town's name begins: with a capital letter where names have one."""
    return token.kind == "word" and (not words.cased or (token.text[:1].isupper() and token.text[1:].islower()))


def longest_town(tokens: Sequence[Token], i: int, codes: Mapping[str, str], words: TownWords) -> tuple[int, str] | None:
    """The token behind the longest name of `codes` at token `i`, and what it stands for."""
    if not is_written(tokens[i], words):
        return None
    best, key = None, unaccented(tokens[i].fold)
    for last in range(i + 1, min(i + LONGEST, len(tokens)) + 1):
        if key in codes:
            best = last, codes[key]
        key += unaccented(tokens[last].fold) if last < len(tokens) else ""
    return None if best is None or (words.cased and _goes_on(tokens, best[0], words)) else best


def _goes_on(tokens: Sequence[Token], i: int, words: TownWords) -> bool:
    """Whether the name is longer than the town's: another capitalised word, a hyphen, an owner's s."""
    if i >= len(tokens):
        return False
    after = tokens[i]
    if after.text == "-" and not after.spaced:
        return i + 1 >= len(tokens) or tokens[i + 1].fold != "based"
    if after.text.startswith("'"):
        return True
    return after.kind == "word" and after.text[:1].isupper() and after.fold not in words.behind
