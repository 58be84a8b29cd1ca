"""Cue classes of words: what the language's `cues.toml` says of each token ("say", "negator", "possible", …)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claimtrack.claims.analysis import VERBAL
from claimtrack.languages import Language, load
from claimtrack.text.folding import fold
from claimtrack.text.matching import Phrases
from claimtrack.text.tokens import Token

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue lists of one language, compiled."""

    language: Language
    verbs: dict[str, frozenset[str]]
    words: dict[str, frozenset[str]]
    phrases: Phrases[str]

    def of(self, token: Token, pos: str) -> frozenset[str]:
        """The classes of one token; verbs are looked up among verbs first."""
        return _of(self.language.code, token.fold, pos in VERBAL)

    def find(self, tokens: Sequence[Token], name: str) -> list[tuple[int, int, str]]:
        """Where phrases of the class `name` stand: (first token, last token exclusive, attached particles)."""
        found = []
        for i in range(len(tokens)):
            match = self.phrases.at(tokens, i)
            if match is not None and match.payload == name:
                found.append((match.first, match.last, match.prefix))
        return found


@cache
def cues(code: str) -> Cues:
    """The compiled cue lists of the language `code`."""
    language = load(code)
    data = language.data("cues")
    entries = [(phrase, name) for name, phrases in data["phrases"].items() for phrase in phrases]
    return Cues(language, _table(data["verbs"]), _table(data["words"]), Phrases(entries, language.hooks.variants))


def _table(lists: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for name, words in lists.items():
        for word in words:
            table.setdefault(fold(word), set()).add(name)
    return {word: frozenset(names) for word, names in table.items()}


@cache
def _of(code: str, folded: str, verbal: bool) -> frozenset[str]:
    own = cues(code)
    hooks = own.language.hooks
    if verbal:
        for key in hooks.verb_keys(folded):
            found = own.verbs.get(key)
            if found:
                return found | own.words.get(folded, NOTHING)
    exact = own.words.get(folded)
    if exact is not None:
        return exact
    if verbal:
        return NOTHING
    for key in hooks.noun_keys(folded):
        found = own.words.get(key)
        if found:
            return found
    return NOTHING
