"""Regions from CLDR: provinces, counties and the like by the countries that they are a part of, into `regions.txt`.

`generate_towns` writes the file. The names are those of CLDR's subdivisions (ISO 3166-2; Unicode licence), without the
kind of region that some bear (محافظة) and without what only tells two of a name apart. Nothing of this is needed at run
time.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from html import unescape
from pathlib import Path

from claimtrack.languages import load
from claimtrack.text.folding import fold, unaccented
from claimtrack.text.tokens import tokenize

REGIONS = "regions.txt"
HEAD = (
    "# Provinces, counties and other parts of countries by country code, folded and without spaces. Generated from\n"
    "# CLDR (Unicode licence) by `python -m claimtrack.languages.generate_towns`; do not edit.\n"
)
LETTERS = {"en": ((0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x1EFF)), "ar": ((0x621, 0x63A), (0x641, 0x64A))}
"""The letters of each language, first and last; a name with others is one of another language."""
SHORTEST = 4
_BESIDES = frozenset(" '.-")
_LINE = re.compile(r'<subdivision type="([a-z]{2})\w+"[^>]*>([^<]+)<')
_TOLD_APART = re.compile(r"\s*([(،,].*|[†*])$")

Regions = Mapping[str, Set[str]]


def read_regions(path: Path, code: str) -> Mapping[tuple[str, ...], Set[str]]:
    """The words of each name in a file of CLDR, with the codes of the countries that have such a region."""
    kinds = load(code).data("places")["regions"]
    countries = load("en").entry("countries", "names")
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for country, given in _LINE.findall(path.read_text(encoding="utf-8")):
        name = _TOLD_APART.sub("", unescape(given).replace("\u2019", "'"))
        words = _without_kind(folded(name), kinds)
        if country.upper() in countries and is_written(name, code) and len("".join(words)) >= SHORTEST:
            found[tuple(words)].add(country.upper())
    return found


def region_lines(regions: Mapping[tuple[str, ...], Set[str]]) -> str:
    """The whole `regions.txt` of a language."""
    found: dict[str, set[str]] = defaultdict(set)
    merged: dict[str, set[str]] = defaultdict(set)
    for words, countries in regions.items():
        merged["".join(words)] |= countries
    for key, countries in merged.items():
        found[",".join(sorted(countries))].add(key)
    return HEAD + "".join(f"{codes} {'|'.join(sorted(found[codes]))}\n" for codes in sorted(found))


def folded(name: str) -> list[str]:
    """The words of a name as they are looked up."""
    return [unaccented(token.fold) for token in tokenize(name)]


def is_written(name: str, code: str) -> bool:
    """Whether the name is in the letters of the language, capitals first where it has them."""
    known = all(c in _BESIDES or any(first <= ord(c) <= last for first, last in LETTERS[code]) for c in name)
    return known and not name[:1].islower()


def _without_kind(words: Sequence[str], kinds: Mapping[str, Sequence[str]]) -> list[str]:
    """The name without the word for its kind, in front of it or behind."""
    rest = list(words)
    if len(rest) > 1 and rest[0] in map(fold, kinds["named"]):
        rest = rest[1:]
    if len(rest) > 1 and rest[-1] in map(fold, (*kinds["surely"], *kinds["behind"])):
        rest = rest[:-1]
    return rest
