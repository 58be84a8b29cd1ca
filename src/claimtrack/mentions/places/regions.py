"""Provinces, counties and other parts of countries, where the word for their kind stands beside the name.

In: the tokens of a text. Out: the region named at a token, with the countries that have such a one: "County Clare",
"Alta Verapaz Department", and by a name that is only a word, "the Southern Province".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from claimtrack.languages import Language, load
from claimtrack.mentions.places.gazetteer import Entry
from claimtrack.mentions.places.towns import LONGEST, is_written, town_words
from claimtrack.text.folding import fold, unaccented
from claimtrack.text.matching import Match
from claimtrack.text.tokens import Token


@dataclass(frozen=True, slots=True)
class _Kinds:
    """Words for kinds of regions, folded: before a name, behind it, and those behind it that tell by themselves."""

    before: frozenset[str]
    surely: frozenset[str]
    behind: frozenset[str]


@cache
def _kinds(code: str) -> _Kinds:
    words = load(code).data("places")["regions"]
    before, surely, behind = (frozenset(map(fold, words[name])) for name in ("before", "surely", "behind"))
    return _Kinds(before, surely, surely | behind)


@lru_cache(maxsize=16384)
def _tells(code: str, folded: str) -> tuple[bool, bool] | None:
    """Whether a word is one for a kind of region before its name, whatever is written on it, and one behind it."""
    kinds = _kinds(code)
    leads = not kinds.before.isdisjoint(word for _, word in load(code).hooks.variants(folded))
    return (leads, folded in kinds.behind) if leads or folded in kinds.behind else None


@dataclass(frozen=True, slots=True)
class Region:
    """A region at the tokens `first` to `last`, and the countries that have one of that name.

    `sure`: whether its words alone tell the country.
    """

    first: int
    last: int
    countries: tuple[str, ...]
    sure: bool


@dataclass(slots=True)
class RegionReader:
    """Finds regions in the tokens of one text."""

    tokens: Sequence[Token]
    language: Language
    _found: dict[int, Region] = field(init=False)

    def __post_init__(self) -> None:
        code = self.language.code
        self._found = {}
        for i, token in enumerate(self.tokens):
            told = _tells(code, token.fold)
            if told is None or token.kind != "word":
                continue
            leads, behind = told
            if leads:
                self._note(range(i + 1, i + 2), range(i + LONGEST + 1, i + 1, -1), True)
            if behind:
                self._note(range(max(0, i - LONGEST), i), range(i, i + 1), token.fold in _kinds(code).surely)

    @property
    def all(self) -> Sequence[Region]:
        """Every region of the text in order."""
        return [self._found[first] for first in sorted(self._found)]

    def at(self, i: int) -> Match[Entry] | None:
        """The region named at token `i`, where its words alone tell the country."""
        found = self._found.get(i)
        if found is None or not found.sure:
            return None
        text = self.tokens[i].text
        return Match(i, found.last, "", Entry(text, text, found.countries[0], town=True))

    def _note(self, firsts: range, lasts: range, tells: bool) -> None:
        """Keep the longest region between one of the tokens `firsts` and one of `lasts`."""
        words = town_words(self.language.code)
        for first in firsts:
            if first >= len(self.tokens) or not is_written(self.tokens[first], words):
                continue
            for last in lasts:
                key = "".join(unaccented(token.fold) for token in self.tokens[first:last])
                countries = self.language.regions.get(key) if last <= len(self.tokens) else None
                if countries:
                    codes = tuple(countries.split(","))
                    self._found[first] = Region(first, last, codes, tells and len(codes) == 1 and self._is_name(key))
                    return

    def _is_name(self, key: str) -> bool:
        """Whether the name is no mere word, which would be a region of more countries than the list has."""
        return key in self.language.towns or key in self.language.shared_towns
