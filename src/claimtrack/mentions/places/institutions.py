"""Institutions by their own name: "the British Museum" and "the Film Association of America" name no country.

In: the tokens of a text and a place found in them. Out: whether it is a part of such a name. A public body of a country
("the French ministry", "the U.S. Supreme Court") is none, since it stands for the country; nor is what is called after
its town ("the University of Oslo"), since that tells where it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claimtrack.languages import Language, load
from claimtrack.mentions.places.gazetteer import Entry
from claimtrack.text.folding import fold
from claimtrack.text.matching import Match
from claimtrack.text.tokens import Token

_LONGEST = 5  # words from the place to the noun that ends the name


@dataclass(frozen=True, slots=True)
class _Words:
    """What makes the name of an institution, folded.

    `heads` are nouns of such names: behind the place with capital letters ("American Civil Liberties Union"), or before
    it, tied by `of` where the language has the word. `named_for` are heads that only are one before a noun with the
    particle `for_the` ("the American union for …"). `streets` stand behind the town that a street is called after.
    `ranks` are titles of nobility, tied like heads; a town of the countries `peerage` is a mere title there, elsewhere
    the noble ruled it ("the Duke of Devonshire", but "of Parma").
    """

    heads: frozenset[str]
    named_for: frozenset[str]
    ranks: frozenset[str]
    peerage: frozenset[str]
    links: frozenset[str]
    streets: frozenset[str]
    of: str
    for_the: tuple[str, ...]
    article: str


@cache
def _words(code: str) -> _Words:
    words = load(code).data("places")["institutions"]
    sets = {name: frozenset(map(fold, words[name])) for name in ("heads", "named_for", "ranks", "links", "streets")}
    return _Words(
        **sets,
        peerage=frozenset(words["peerage"]),
        of=fold(words["of"]),
        for_the=tuple(map(fold, words["for_the"])),
        article=fold(words["article"]),
    )


@dataclass(slots=True)
class InstitutionReader:
    """Tells whether a place in the tokens of one text is part of an institution's or a noble's name."""

    tokens: Sequence[Token]
    language: Language

    def holds(self, match: Match[Entry]) -> bool:
        """Whether the place is part of such a name."""
        words = _words(self.language.code)
        ranks = words.ranks if match.payload.code in words.peerage or not match.payload.town else frozenset()
        heads = ranks if match.payload.town else ranks | words.heads
        if not words.of:
            return self._opens(match, words, heads)
        if match.payload.town and self._names_street(match.last, words):
            return True
        return self._opens_with_of(match.first, words, heads) or (
            not match.payload.town and self._ends(match.last, words)
        )

    def _names_street(self, i: int, words: _Words) -> bool:
        """Whether a street called after a town: "Haifa Street" in Baghdad."""
        return i < len(self.tokens) and self.tokens[i].text[:1].isupper() and self.tokens[i].fold in words.streets

    def _ends(self, i: int, words: _Words) -> bool:
        """Capitalised words from `i` on, the last of them a head."""
        last = ""
        for k in range(i, min(i + _LONGEST, len(self.tokens))):
            token = self.tokens[k]
            if token.text[:1].isupper():
                last = token.fold
            elif k == i or token.fold not in words.links:
                break
        return last in words.heads

    def _opens_with_of(self, i: int, words: _Words, heads: frozenset[str]) -> bool:
        k = i - 1
        if self._fold(k) in words.links and self._fold(k) != words.of:
            k -= 1
        if self._fold(k) != words.of or k < 1:
            return False
        head = self.tokens[k - 1]
        return head.text[:1].isupper() and head.fold in heads

    def _opens(self, match: Match[Entry], words: _Words, heads: frozenset[str]) -> bool:
        """A head right before the place; before a nationality also with a noun between them, both defined."""
        i = match.first
        before = self._forms(i - 1)
        if not match.payload.nationality:
            return bool(before & heads)
        if not self._fold(i).startswith(words.article):
            return False
        defined = {word.removeprefix(words.article) for word in before if word.startswith(words.article)}
        if defined & words.heads:
            return True
        if defined & words.named_for:
            return self._fold(match.last).startswith(words.for_the)
        return bool(defined) and bool(self._forms(i - 2) & words.heads)

    def _forms(self, i: int) -> set[str]:
        """The word at `i` with and without what is attached to it."""
        return {word for _, word in self.language.hooks.variants(self._fold(i))}

    def _fold(self, i: int) -> str:
        return self.tokens[i].fold if 0 <= i < len(self.tokens) else ""
