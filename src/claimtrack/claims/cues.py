"""Cue classes of words: what the language's `cues.toml` says of each token ("say", "negator", "possible", …)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from claimtrack.claims.analysis import VERBAL
from claimtrack.languages import Language, load
from claimtrack.text.folding import fold, lighten
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
        found = _of(self.language.code, token.norm, token.fold, pos in VERBAL)
        return found - _NEVER_NAMES if pos == "PROPN" and found & _NEVER_NAMES else found

    def find(self, tokens: Sequence[Token]) -> dict[str, list[tuple[int, int]]]:
        """Where phrases of each class stand in a sentence: class → (first token, last token exclusive)."""
        found: dict[str, list[tuple[int, int]]] = {}
        for i in range(len(tokens)):
            match = self.phrases.at(tokens, i)
            if match is not None:
                found.setdefault(match.payload, []).append((match.first, match.last))
        return found


@cache
def cues(code: str) -> Cues:
    """The compiled cue lists of the language `code`."""
    language = load(code)
    data = language.data("cues")
    entries = [(phrase, name) for name, phrases in data["phrases"].items() for phrase in phrases]
    return Cues(language, _table(data["verbs"]), _table(data["words"]), Phrases(entries, language.hooks.variants))


def _table(lists: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    """Words by their light form, and by their folded form behind a mark, for texts that leave the hamza out."""
    table: dict[str, set[str]] = {}
    for name, words in lists.items():
        for word in words:
            table.setdefault(lighten(word), set()).add(name)
            table.setdefault(_LOOSE + fold(word), set()).add(name)
    return {word: frozenset(names) for word, names in table.items()}


_NEVER_NAMES = frozenset({"any", "complementizer"})
"""Classes that a name only seems to be of, its first or last letter taken for another word (كايا, أنتي)."""
_LOOSE = "~"
_SHORT = 3
"""Words of so few letters are told apart by their hamza alone (أن, إن), so that they are never matched folded."""


@lru_cache(maxsize=16384)
def _of(code: str, norm: str, folded: str, verbal: bool) -> frozenset[str]:
    own = cues(code)
    hooks = own.language.hooks
    loose = len(folded) > _SHORT and norm[1:] == folded[1:]
    if verbal:
        found = _first(own.verbs, hooks.verb_keys, norm, folded, loose)
        return found | own.words.get(norm, NOTHING)
    exact = own.words.get(norm)
    if exact is not None:
        return exact
    return _first(own.words, hooks.noun_keys, norm, folded, loose)


def _first(
    table: dict[str, frozenset[str]], keys: Callable[[str], tuple[str, ...]], norm: str, folded: str, loose: bool
) -> frozenset[str]:
    for key in keys(norm):
        found = table.get(key)
        if found and (len(key) > _SHORT or key in norm[: _SHORT + 1]):
            return found
    if loose:
        for key in keys(folded):
            found = table.get(_LOOSE + key)
            if found and len(key) > _SHORT - 1:
                return found
    return NOTHING
