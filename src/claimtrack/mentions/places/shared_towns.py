"""Towns that only their text can place: names that several countries share, or that are small or called like families.

In: the tokens of each sentence, and the countries that the whole text names. Out: the towns that lie in the country
that the text is about. Where it speaks of none of their countries, or of two alike, the name is no place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from claimtrack.languages import Language
from claimtrack.mentions.places.finding import find_undecided
from claimtrack.mentions.places.regions import RegionReader
from claimtrack.mentions.places.towns import TownWords, longest_town, town_words
from claimtrack.text.folding import unaccented
from claimtrack.text.matching import start_after
from claimtrack.text.tokens import Token

_SHARE = 2
"""The text is about a country that it names at least half as often as any other."""


_AGREEING = 2
"""So many towns or regions tell the country of a text that names none."""


_REGION = "region"
"""Marks the name of a region whose kind stands beside it, which is no person's."""


@dataclass(frozen=True, slots=True)
class SharedTown:
    """A name at code points `start` to `end`, and the countries that have such a town.

    `sure`: whether the words before it announce a place; else it is one where the text announces it elsewhere.
    `regional`: the countries that have a province or county of the name.
    """

    start: int
    end: int
    key: str
    countries: tuple[str, ...]
    sure: bool
    regional: tuple[str, ...] = ()


def find_shared_towns(tokens: Sequence[Token], language: Language, taken: Set[int]) -> Iterator[SharedTown]:
    """The names in `tokens` that may be such towns; `taken` are the code points of places found already."""
    for match, codes in find_undecided(tokens, language):
        token = tokens[match.first]
        yield SharedTown(start_after(token, match.prefix), token.end, match.payload.name, tuple(sorted(codes)), True)
    words = town_words(language.code)
    seen: set[int] = set()
    for region in RegionReader(tokens, language).all:
        if tokens[region.first].start not in taken:
            found = _town(tokens, region.first, region.last, region.countries, True, language)
            yield replace(found, key=f"{found.key} {_REGION}")
            seen.add(found.start)
    for i, token in enumerate(tokens):
        if token.fold in words.announcing:
            yield from (town for town in _behind(tokens, i, words, language, taken) if town.start not in seen)


def _town(
    tokens: Sequence[Token], first: int, last: int, countries: Sequence[str], sure: bool, language: Language
) -> SharedTown:
    key = "".join(token.fold for token in tokens[first:last])
    regional = language.regions.get(unaccented(key), "").split(",")
    return SharedTown(tokens[first].start, tokens[last - 1].end, key, tuple(countries), sure, tuple(regional))


def _behind(
    tokens: Sequence[Token], i: int, words: TownWords, language: Language, taken: Set[int]
) -> Iterator[SharedTown]:
    """The towns that the word at token `i` announces: in Elmore, in the town of Elmore, in Elmore and Baran."""
    sure = words.is_sure(tokens, i)
    if sure is None:
        return
    k = i + 1
    while k < len(tokens) and tokens[k].fold in words.between:
        k += 1
    while k < len(tokens):
        last = k + 1
        if tokens[k].start not in taken:
            shared = longest_town(tokens, k, language.shared_towns, words)
            found = shared or (None if sure else _short_town(tokens, k, words, language))
            if found is None:
                return
            last, countries = found
            if last < len(tokens) and tokens[last].start in taken:
                return  # the Mexican town of that name, in a language whose adjectives follow
            yield _town(tokens, k, last, countries.split(","), sure or shared is None, language)
        if last >= len(tokens) or tokens[last].fold not in words.joints:
            return
        k = last + 1


def _short_town(tokens: Sequence[Token], k: int, words: TownWords, language: Language) -> tuple[int, str] | None:
    """from Poti: a town of one country, whose name is too short to be trusted where a person's may stand as well."""
    found = longest_town(tokens, k, language.towns, words)
    return None if found is None or found[1] in words.homely else found


def place_by_text(towns: Iterable[SharedTown], named: Mapping[str, int], persons: Set[str]) -> dict[SharedTown, str]:
    """The towns with their country; `named`: how often the text names each country, `persons`: words of its names."""
    listed = [town for town in towns if town.key not in persons]
    counts = Counter(dict(named)) or _agreed(listed)
    most = max(counts.values(), default=0)
    placed: dict[str, str] = {}
    for town in listed:
        own = sorted(((counts[code], code) for code in town.countries if counts[code]), reverse=True)
        alone = len(own) == 1 or (len(own) > 1 and own[0][0] > own[1][0])
        if town.sure and alone and own[0][0] * _SHARE >= most:
            placed[town.key] = own[0][1]
    return {town: placed[town.key] for town in listed if town.key in placed}


def _agreed(towns: Sequence[SharedTown]) -> Counter[str]:
    """The country of a text that names none: the one that most of its towns and regions may lie in, and at least two.

    A region counts double, for its kind stands beside it and a town may be called like it anywhere.
    """
    sure = {town.key.removesuffix(f" {_REGION}"): town for town in towns if town.sure}
    weighed = Counter(
        code for town in sure.values() for code in town.countries for _ in range(1 + (code in town.regional))
    )
    names = Counter(code for town in sure.values() for code in town.countries)
    top = weighed.most_common(2)
    alone = bool(top) and names[top[0][0]] >= _AGREEING and (len(top) == 1 or top[0][1] > top[1][1])
    return Counter({top[0][0]: names[top[0][0]]}) if alone else Counter()
