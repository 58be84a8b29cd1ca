"""The gazetteer: every name of a country, city or nationality of a language, compiled once.

In: the lists `countries` (from CLDR) and `places` of a language. Out: `Gazetteer`, whose phrases lead from a
text's tokens to `Entry`, and the small sets that decide where a name is no place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from typing import Any

from claimtrack.languages import Language, load
from claimtrack.text.folding import fold, lighten
from claimtrack.text.matching import Phrases

SHOWN = "en"  # the language of canonical names


@dataclass(frozen=True, slots=True)
class Entry:
    """One spelling of a place: `name` is the list's own form, `code` "" where the words are none.

    `bare` spellings lost their article and want it among the particles; `takes_article` ones may have it. A
    `town` is anything smaller than a country; a nationality that is one tells of a town's people.
    """

    name: str
    spelling: str
    code: str
    nationality: bool = False
    bare: bool = False
    takes_article: bool = False
    town: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """A name of several places: its code by the cue words near it, or by the marks its writer put.

    `codes` are those of all the places; what else lies in one of these countries is a cue too, unless the name is
    `settled`: an American in Paris is in France. `announced` is the code where nothing but a word of `announcing`
    right before the name says that it is a place; `by_text`: it is one wherever the text speaks of its country.
    """

    default: str
    announced: str
    announcing: frozenset[str]
    by_text: bool
    codes: frozenset[str]
    spelled: tuple[tuple[str, frozenset[str]], ...]
    settled: bool


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All that `find_places` looks up; sets are folded, `exact` and `strict` only lightened."""

    phrases: Phrases[Entry]
    shown: Mapping[str, str]
    article: tuple[str, ...]
    contexts: Mapping[str, Context]
    cues: Phrases[tuple[tuple[str, str], ...]]
    combining: Mapping[str, str]
    sets: Mapping[str, frozenset[str]]

    def has(self, group: str, word: str) -> bool:
        return word in self.sets[group]


@cache
def gazetteer(code: str) -> Gazetteer:
    """The gazetteer of the language `code`."""
    language = load(code)
    places = language.data("places")
    variants = language.hooks.variants
    return Gazetteer(
        Phrases(((each.spelling, each) for each in _merged(_entries(language))), variants),
        {territory: names[0] for territory, names in load(SHOWN).entry("countries", "names").items()},
        tuple(map(fold, places["forms"]["article"])),
        {fold(name): _context(table) for name, table in places["contextual"].items()},
        Phrases(_cues(places["contextual"]).items(), variants),
        {fold(word): key for key, words in places["combining"].items() for word in words},
        dict(_sets(language)),
    )


def _merged(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Entries in order; what is listed with and without an article, or also as nationality, may take one."""
    listed = list(entries)
    written: dict[tuple[str, str], set[tuple[bool, bool]]] = {}
    for each in listed:
        written.setdefault((fold(each.spelling), each.code), set()).add((each.bare, each.takes_article))
    for each in listed:
        ways = written[fold(each.spelling), each.code]
        free = len({bare for bare, _ in ways}) == 2 or any(takes for _, takes in ways)
        yield replace(each, bare=False, takes_article=True) if free else each


def _entries(language: Language) -> Iterator[Entry]:
    """Every spelling; a later one replaces an earlier of the same letters: what names nothing comes last."""
    places = language.data("places")
    countries = [(key, name) for key, names in language.entry("countries", "names").items() for name in names]
    countries += _pairs(places["countries"])
    for key, name in _pairs(places.get("origins", {})):
        yield from (replace(each, town=True) for each in _nationality(name, key, places["forms"]))
    for key, name in _pairs(places["cities"]):
        yield from (replace(each, town=True) for each in _named(name, key, places["forms"]))
    for key, name in (*_derived(countries, places["forms"]), *_pairs(places["nationalities"])):
        yield from _nationality(name, key, places["forms"])
    for key, name in _pairs(places.get("peoples", {})):
        yield Entry(name, name, key, nationality=True, takes_article=True)
    for key, name in countries:
        yield from _named(name, key, places["forms"])
    adjectives = [name for table in ("nationalities", "origins") for _, name in _pairs(places.get(table, {}))]
    for name, table in places["contextual"].items():
        if not any(fold(name) == fold(each) for each in adjectives):
            yield from _named(name, table["default"], places["forms"])
    for name in places["blocked"]["phrases"]:
        yield from _named(name, "", places["forms"])


def _pairs(table: Mapping[str, Iterable[str]]) -> list[tuple[str, str]]:
    return [(key, name) for key, names in table.items() for name in names]


def _named(name: str, key: str, forms: Mapping[str, Any]) -> Iterator[Entry]:
    """A name as it is, and without its article, for particles that swallow the article."""
    yield Entry(name, name, key)
    article = forms["article"][0] if forms["article"] else ""
    if article and name.startswith(article):
        yield Entry(name, name[len(article) :], key, bare=True)


def _derived(countries: Iterable[tuple[str, str]], forms: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The nationality that the rule makes of a country of one word."""
    if not forms["suffix"]:
        return
    for key, name in countries:
        if " " in name or "-" in name or name in forms["underived"]:
            continue
        stem = name.removeprefix(forms["article"][0])
        ending = next((each for each in forms["name_endings"] if stem.endswith(each)), "")
        stem = stem.removesuffix(ending)
        yield key, stem if stem.endswith(forms["suffix"]) else stem + forms["suffix"]


def _nationality(name: str, key: str, forms: Mapping[str, Any]) -> Iterator[Entry]:
    """A nationality in each of its forms; one of two words bends the last or both, with articles or not."""
    words = name.split(" ")
    article = forms["article"][:1]
    for ending in ("", *forms["endings"]):
        yield Entry(name, " ".join((*words[:-1], words[-1] + ending)), key, True, takes_article=True)
        if len(words) == 2 and article:
            for one, two in product(("", *article), repeat=2):
                yield Entry(name, f"{one}{words[0]}{ending} {two}{words[1]}{ending}", key, True, takes_article=True)
                yield Entry(name, f"{one}{words[0]} {two}{words[1]}{ending}", key, True, takes_article=True)


def _context(table: Mapping[str, Any]) -> Context:
    spelled = table.get("spelled", {}).items()
    codes = {table["default"], *(key for key in table if key not in _SETTINGS)} - {""}
    return Context(
        table["default"],
        table.get("announced", table["default"]),
        frozenset(map(fold, table.get("announcing", ()))),
        table.get("by_text", False),
        frozenset(codes),
        tuple((key, frozenset(set(word) - set(lighten(word)))) for key, word in spelled),
        table.get("settled", False),
    )


_SETTINGS = ("default", "spelled", "settled", "announced", "announcing", "by_text")


def _cues(contextual: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Cue word → the names that it decides, with the code that it gives them."""
    cues: dict[str, tuple[tuple[str, str], ...]] = {}
    for name, table in contextual.items():
        for key, words in table.items():
            if key not in _SETTINGS:
                for word in words:
                    cues[fold(word)] = (*cues.get(fold(word), ()), (fold(name), key))
    return cues


def _sets(language: Language) -> Iterator[tuple[str, frozenset[str]]]:
    places = language.data("places")
    for table, keys in (
        ("case", ("small", "starters")),
        ("persons", ("given", "surname", "place_before", "place_after")),
        ("tongues", ("before", "before_free", "after", "words", "tongue_joints", "tongue_joined")),
        ("money", ("currencies", "scales", "signs")),
        ("forms", ("sentence_end",)),
    ):
        for key in keys:
            yield key, frozenset(map(fold, places[table][key]))
    for key in ("exact", "strict"):
        yield key, frozenset(map(lighten, places["blocked"][key]))
    yield "foreign_articles", frozenset(map(lighten, places["persons"].get("foreign_articles", ())))
    yield "arabic_given", frozenset(map(fold, language.data("persons").get("arabic_given", ())))
    for key in ("function_words", "titles"):
        yield key, frozenset(map(fold, language.data("names").get(key, ())))
