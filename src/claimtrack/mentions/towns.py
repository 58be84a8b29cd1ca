"""Towns that no list of places holds: names that GeoNames knows, read only where a word says that a place follows.

In: the tokens of a text and its language. Out: the town named at a token that "in", "near" or "the town of" announces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claimtrack.languages import Language, load
from claimtrack.mentions.gazetteer import Entry
from claimtrack.text.folding import fold
from claimtrack.text.matching import Match
from claimtrack.text.tokens import Token

LONGEST = 4  # words of a town's name
_PLAIN = 6  # letters from which a name behind a loose word is hardly a person's


@dataclass(frozen=True, slots=True)
class Around:
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


@cache
def _around(code: str) -> Around:
    words = load(code).data("places")["towns"]
    folded = {name: frozenset(map(fold, words[name])) for name in _GROUPS}
    return Around(
        **folded,
        homely=frozenset(words["homely"]),
        of=fold(words["of"]),
        cased=words["cased"],
    )


_GROUPS = ("sure", "loose", "heads", "between", "joints", "behind")


@dataclass(slots=True)
class TownReader:
    """Finds towns in the tokens of one text."""

    tokens: Sequence[Token]
    language: Language
    _told: int = -1
    """Behind the last place that a word announced: "in Hanau and Erfurt" announces both."""

    def at(self, i: int) -> Match[Entry] | None:
        """The town that is named at token `i`, the longest one."""
        token, around = self.tokens[i], self._around
        if token.kind != "word" or (around.cased and not (token.text[:1].isupper() and token.text[1:].islower())):
            return None
        announced = self._announced(i)
        found = self._longest(i) if announced else None
        if found is None or (around.cased and self._goes_on(found[0])):
            return None
        last, country = found
        if announced == "loose" and (country in around.homely or len(token.text) < _PLAIN):
            return None
        return Match(i, last, "", Entry(token.text, token.text, country, town=True))

    def told(self, first: int, last: int) -> None:
        """A place was read there; names joined to it are places too."""
        if self._announced(first):
            self._told = last

    @property
    def _around(self) -> Around:
        return _around(self.language.code)

    def _announced(self, i: int) -> str:
        """By what kind of word the name is announced: "sure", "loose", or "" for none."""
        around = self._around
        j = i - 1
        if j >= 1 and self._told in (j, j - 1) and self._fold(j) in around.joints:
            return "sure"
        while j > 0 and self._fold(j) in around.between:
            j -= 1
        word = self._fold(j)
        if word in around.sure or (word in around.heads and not around.of):
            return "sure"
        if word == around.of:
            return "sure" if self._fold(j - 1) in around.heads else ""
        return "loose" if word in around.loose else ""

    def _longest(self, i: int) -> tuple[int, str] | None:
        codes = self.language.towns
        best, key = None, self._fold(i)
        for last in range(i + 1, min(i + LONGEST, len(self.tokens)) + 1):
            if key in codes:
                best = last, codes[key]
            key += self._fold(last)
        return best

    def _goes_on(self, i: int) -> bool:
        """Whether the name is longer than the town's: another capitalised word, a hyphen, an owner's s."""
        if i >= len(self.tokens):
            return False
        after = self.tokens[i]
        if after.text == "-" and not after.spaced:
            return self._fold(i + 1) != "based"
        if after.text.startswith("'"):
            return True
        return after.kind == "word" and after.text[:1].isupper() and after.fold not in self._around.behind

    def _fold(self, i: int) -> str:
        return self.tokens[i].fold if 0 <= i < len(self.tokens) else ""
