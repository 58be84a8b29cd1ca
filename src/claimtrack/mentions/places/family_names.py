"""Family names that look like nationalities: behind a given name المصري is somebody's name and no Egypt.

In: the tokens of a sentence and its language. Out: whether a nationality is a family name where it stands. Once a
sentence has given the whole name, the family name alone is one too: "said | al-Masri", but not "the minister |
Egyptian".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from claimtrack.languages import Language, lexicon, load, nominals
from claimtrack.mentions.places.gazetteer import Entry, Gazetteer, gazetteer
from claimtrack.text.folding import fold
from claimtrack.text.matching import Match
from claimtrack.text.tokens import Token


@dataclass(slots=True)
class FamilyNames:
    """Reads the family names of one sentence, in its order."""

    tokens: Sequence[Token]
    language: Language
    _told: set[str] = field(default_factory=set)

    def holds(self, match: Match[Entry]) -> bool:
        """Whether a nationality is the family name of somebody."""
        book, i = gazetteer(self.language.code), match.first
        if not match.payload.nationality or match.last - i > 1 or not self._may_be_name(match, book):
            return False
        spelling = match.payload.spelling
        if self._is_given(i - 1, book) or (self._is_given(i - 2, book) and self._is_unknown(i - 1, book)):
            self._told.add(spelling)
            return True
        return (
            spelling in self._told and i > 0 and not nominals.has_article(self.language.code, self.tokens[i - 1].norm)
        )

    def _may_be_name(self, match: Match[Entry], book: Gazetteer) -> bool:
        """A family name is a nationality with the article, and of no woman or many."""
        suffix = fold(self.language.data("places")["forms"]["suffix"])
        return bool(suffix) and match.prefix in book.article[:1] and self.tokens[match.first].fold.endswith(suffix)

    def _is_given(self, i: int, book: Gazetteer) -> bool:
        return i >= 0 and book.has("arabic_given", self.tokens[i].fold)

    def _is_unknown(self, i: int, book: Gazetteer) -> bool:
        """Whether a word behind a given name means nothing else, so that it is a part of the name: his father's."""
        token, code = self.tokens[i], self.language.code
        if (
            token.kind != "word"
            or book.has("function_words", token.fold)
            or load(code).hooks.core(token.text) is not None
        ):
            return False
        known = nominals.nominal(code, token.norm).shown or nominals.adjective(code, token.norm)
        known = known or lexicon.english_predicate(code, token.fold, True)
        return known is None and book.phrases.at(self.tokens, i) is None
