"""The terms of words and places, in which two ways to say the same are alike."""

from __future__ import annotations

from functools import cache, lru_cache

from claimtrack.claims.reference.towns import is_town
from claimtrack.languages import lexicon, load
from claimtrack.model.mentions import Place
from claimtrack.text.folding import fold

ENGLISH = "en"
COUNTRY = "@"
_STEM = 5


def place_term(place: Place, text: str) -> str:
    """A country by its code; a town by its name and the code of its country."""
    within = is_town(text, place.code) or fold(text).lower() in _within(lexicon.code_of(text), place.code)
    return f"{fold(text).lower() if within else ''}{COUNTRY}{place.code}"


@cache
def _within(code: str, country: str) -> frozenset[str]:
    """The listed towns and regions of a country."""
    return frozenset(fold(name).lower() for name in load(code).data("places")["cities"].get(country, ()))


@lru_cache(maxsize=16384)
def term_of(code: str, word: str, pos: str) -> str | None:
    """The term of a folded word: an English verb or noun where one is known, one for all words of a group."""
    bare = word.lower()
    own = _groups(code)
    keys = _keys(code, bare)
    if keys & _light(code):
        return None
    group = next((own[key] for key in keys if key in own), None)
    if group is not None and code != ENGLISH:
        return group
    lemma = _english(code, bare, pos)
    if lemma is None:
        return stem(code, bare)
    return None if lemma in _light(ENGLISH) else _groups(ENGLISH).get(lemma, lemma)


def _english(code: str, word: str, pos: str) -> str | None:
    if pos == "VERB":
        found = lexicon.english_predicate(code, word, True)
        return found and found.removeprefix("be ")
    noun = lexicon.english_noun(code, word)
    if noun is not None and noun in _groups(ENGLISH):
        return noun
    acting = lexicon.english_predicate(code, word, False)
    return (acting and acting.removeprefix("be ")) if code == ENGLISH or noun is None else noun


def _keys(code: str, word: str) -> frozenset[str]:
    hooks = load(code).hooks
    return frozenset({word, *(rest for _, rest in hooks.variants(word)), *hooks.noun_keys(word)})


def stem(code: str, word: str) -> str:
    noun = lexicon.english_noun(code, word) if code != ENGLISH else None
    return noun or min(load(code).hooks.noun_keys(word), key=len)[:_STEM]


@cache
def _groups(code: str) -> dict[str, str]:
    groups = load(code).data("alike")["groups"]
    return {fold(word): f"{group[0]}*" for group in groups for word in group}


@cache
def _light(code: str) -> frozenset[str]:
    return load(code).folded("alike", "light")
