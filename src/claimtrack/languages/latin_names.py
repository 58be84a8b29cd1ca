"""Names of another script in Latin letters: as English newspapers spell them, else letter by letter.

`names_latin.toml` of a language has the names that newspapers spell in their own way, the words that only join the
parts of a name and the letters; what joins letters to syllables is a hook of the language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from claimtrack.languages import load
from claimtrack.languages.inflection import is_readable
from claimtrack.text.folding import fold, lighten

_LISTS = ("arabic", "western", "eastern", "things")
_SHORT, _WHOLE = 3, 4
"""Words of so many letters bear no preposition: before a listed name, and by their letters alone."""
_LONGEST = 3
"""Words of the longest name that the list has as one."""


@cache
def latin(code: str, words: tuple[str, ...]) -> str:
    """The words of a name in Latin letters; those that have them already stay as they are."""
    out: list[str] = []
    i = 0
    while i < len(words):
        taken, spelled = _part(code, words, i)
        joined = out and spelled.startswith(_forms(code)["hyphen"])
        out = [*out[:-1], out[-1] + spelled] if joined else [*out, spelled]
        i += taken
    name = " ".join(filter(None, out))
    return name[:1].upper() + name[1:]


@cache
def is_listed(code: str, word: str) -> bool:
    """Whether the list has a word as a name, with or without its article."""
    return _known(code, word) is not None


@cache
def is_tail(code: str, word: str) -> bool:
    """Whether a word only ends names, so that it goes on with the one before it: "Salah | al-Din"."""
    return lighten(word) in _table(code, "tails")


@cache
def is_ordinal(code: str, word: str) -> bool:
    """Whether a word behind a name may number its bearer: "Mohammed | VI"."""
    return lighten(word) in _ordinals(code)


@cache
def is_month(code: str, word: str) -> bool:
    """Whether a word is one of the name of a month."""
    return fold(word) in _months(code)


def is_god(code: str, word: str) -> bool:
    """Whether a word is the name of God, which stands in wishes and oaths."""
    return lighten(word) == _forms(code).get("god")


def has_article(code: str, word: str) -> bool:
    """Whether a word begins as one with the article does, however short it is."""
    return lighten(word).startswith(_forms(code)["article"])


def is_within(code: str, word: str) -> bool:
    """Whether a word that joins the parts of a name only stands within it, as it is a noun elsewhere."""
    return lighten(word) in _forms(code).get("within", ())


def is_by_name(code: str, word: str) -> bool:
    """Whether a word is a given name that also leads to any other name: "by the name of"."""
    return lighten(word) in _forms(code).get("by_name", ())


def is_polite(code: str, word: str) -> bool:
    """Whether a noun before a name is but polite: "Mr", "Mrs"."""
    return lighten(word) in _forms(code).get("polite", ())


@cache
def without_preposition(code: str, word: str) -> str:
    """A name without the preposition that is written on it; only where the rest is listed, or the letters show it."""
    light = lighten(word)
    if len(light) <= _SHORT or is_listed(code, word) or is_readable(word):
        return word
    led = any(particle and rest == fold(word)[1:] for particle, rest in load(code).hooks.variants(fold(word)))
    shown = light[0] == _forms(code)["preposition"] and len(light) > _WHOLE and light[1] not in _forms(code)["opening"]
    return word[1:] if led and (shown or is_listed(code, word[1:])) else word


@cache
def is_joint(code: str, word: str) -> bool:
    """Whether a word only joins the parts of a name ("bin", "van") or begins one with the word behind it ("Abu")."""
    light = lighten(word)
    return light == _forms(code).get("servant") or light in _particles(code)


def _part(code: str, words: Sequence[str], i: int) -> tuple[int, str]:
    """How many words the next part of a name has, and how it is spelled."""
    if is_readable(words[i]):
        return 1, words[i]
    for length in range(min(_LONGEST, len(words) - i), 1, -1):
        found = _listed(code, " ".join(words[i : i + length])) or _listed(code, "".join(words[i : i + length]))
        if found is not None:
            return length, found
    forms, behind = _forms(code), words[i + 1] if i + 1 < len(words) else ""
    if lighten(words[i]) == forms["servant"] and behind:
        return 2, f"{forms['servant_of']} {_word(code, behind.removeprefix(forms['article']))}"
    if lighten(behind) == forms["god"]:
        return 2, _word(code, words[i]) + forms["of_god"]
    closing = _table(code, "tails").get(lighten(words[i])) or _ordinals(code).get(lighten(words[i])) if i else None
    return 1, closing or _particles(code).get(lighten(words[i])) or _word(code, words[i])


@cache
def _word(code: str, word: str) -> str:
    """One word of a name: from the list, else by its letters, its article apart."""
    known = _known(code, word)
    if known is not None:
        return known
    article, rest = _forms(code)["article"], word
    if lighten(word).startswith(article) and len(lighten(word)) > len(article) + 1:
        rest = word[len(article) :]
    spelled: str = load(code).hooks.spelled(rest, _forms(code))
    shown = spelled[:1].upper() + spelled[1:]
    return shown if rest == word else _forms(code)["attached_article"] + shown


def _known(code: str, word: str) -> str | None:
    """The listed spelling of a word; of one with the article that of the rest, with the article's."""
    whole, article = _listed(code, word), _forms(code).get("article", "")
    if whole is not None or not article or not lighten(word).startswith(article):
        return whole
    rest = _listed(code, lighten(word).removeprefix(article))
    return None if rest is None else _forms(code)["attached_article"] + rest


def _listed(code: str, words: str) -> str | None:
    """The spelling of a word or of several; the heh of a pronoun is no ta marbuta, though it folds to one."""
    light = lighten(words)
    found = _names(code).get(light)
    owned = light.endswith(fold(load(code).hooks.FEMININE))
    return found if found is not None or owned else _folded(code).get(fold(words))


def _forms(code: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = load(code).data("names_latin").get("forms", {})
    return found


@cache
def _names(code: str) -> Mapping[str, str]:
    """Light name → its spelling; where two are written alike, the one that stands first."""
    found: dict[str, str] = {}
    for name in _LISTS:
        for spelling, words in load(code).data("names_latin").get(name, {}).items():
            for word in words:
                found.setdefault(lighten(word), spelling)
    return found


@cache
def _folded(code: str) -> Mapping[str, str]:
    """The same by folded names, for texts that leave out the hamza."""
    found: dict[str, str] = {}
    for word, spelling in _names(code).items():
        found.setdefault(fold(word), spelling)
    return found


@cache
def _particles(code: str) -> Mapping[str, str]:
    return _table(code, "particles")


@cache
def _ordinals(code: str) -> Mapping[str, str]:
    return _table(code, "ordinals")


@cache
def _table(code: str, name: str) -> Mapping[str, str]:
    listed: Mapping[str, Sequence[str]] = load(code).data("names_latin").get(name, {})
    return {lighten(word): spelling for spelling, words in listed.items() for word in words}


@cache
def _months(code: str) -> frozenset[str]:
    """Every word of the names of months."""
    tables = (load(code).data("months").get("month", {}), load(code).data("times").get("month", {}))
    names = (name for table in tables for forms in table.values() for name in forms)
    return frozenset(fold(word) for name in names for word in name.split())
