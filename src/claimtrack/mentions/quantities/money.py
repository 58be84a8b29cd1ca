"""Money whose name several countries share: the dirham of Morocco where the sentence names Morocco alone.

A name that is also a weight is the money of one country where the sentence speaks of paying and of no load.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache

from claimtrack.languages import Language, load
from claimtrack.mentions.hits import Hit
from claimtrack.mentions.quantities.unit_words import unit_words
from claimtrack.model import Place, Quantity
from claimtrack.text.folding import fold
from claimtrack.text.tokens import Token

_LARGE = 1000  # the smallest sum that the number alone tells from a weight
_MILLION = 1_000_000  # of pounds: a sum, whatever else is weighed
_HYPHENS = frozenset("-\u2011")


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A unit of weight that is also the name of `money`, and the words that tell one from the other."""

    unit: str
    money: str
    weighing: frozenset[str]
    paying: frozenset[str]
    of: frozenset[str]


@cache
def _weighed(code: str) -> _Weighed:
    data = load(code).data("units")["weighed"]
    sets = {name: frozenset(map(fold, data[name])) for name in ("weighing", "paying", "of")}
    return _Weighed(data["unit"], data["money"], **sets)


def in_national_money(
    tokens: Sequence[Token], quantities: Sequence[Hit], places: Sequence[Hit], language: Language
) -> list[Hit]:
    """The quantities, in the money of the one named country that has money of that name."""
    countries = {hit.value.code for hit in places if isinstance(hit.value, Place)}
    return [_told(tokens, hit, countries, language) for hit in quantities]


def money_by_text(
    value: Quantity, countries: Set[str], named: Mapping[str, int], language: Language
) -> Quantity | None:
    """The quantity in the money of the country that its text is about, None where that leaves it as it is.

    `countries` are those that its own sentence names, `named` how often the text names each country. A sentence that
    names a country with money of that name has decided already; two such countries named alike decide nothing.
    """
    name = _shared_name(value, language)
    table = unit_words(language.code).national.get(name or "", {})
    if not table or value.unit == _weighed(language.code).unit or any(country in table for country in countries):
        return None
    counts = sorted(((count, country) for country, count in named.items() if country in table), reverse=True)
    if not counts or (len(counts) > 1 and counts[0][0] == counts[1][0]):
        return None
    return value.model_copy(update={"unit": table[counts[0][1]]})


def _shared_name(value: Quantity, language: Language) -> str | None:
    """The name of the money that several countries share, where no word beside it says whose it is."""
    words = _weighed(language.code)
    plain = value.unit == words.money != "" and language.hooks.lemma(fold(value.unit_text or "")) == words.unit
    return words.unit if plain else value.unit


def _told(tokens: Sequence[Token], hit: Hit, countries: Set[str], language: Language) -> Hit:
    """The quantity in the money of the one of `countries` that has such money, unless its name is that of a weight."""
    value, words = hit.value, _weighed(language.code)
    name = _shared_name(value, language) if isinstance(value, Quantity) else None
    if not isinstance(value, Quantity) or name is None:
        return hit
    if value.unit == words.unit != "":
        if not _is_paid(tokens, hit, value, words):
            return hit
        hit = replace(hit, value=value.model_copy(update={"unit": words.money}))
    table = unit_words(language.code).national.get(name, {})
    found = {table[country] for country in countries if country in table}
    if len(found) != 1:
        return hit
    return replace(hit, value=value.model_copy(update={"unit": found.pop()}))


def _is_paid(tokens: Sequence[Token], hit: Hit, value: Quantity, words: _Weighed) -> bool:
    """fined 30,000 pounds, a budget of 4 million pounds; not 30,000 pounds of cocaine, nor a 900-pound bear."""
    said = {token.fold for token in tokens}
    amount = value.value or value.high or 0
    goods = hit.last < len(tokens) and tokens[hit.last].fold in words.of and amount < _MILLION
    weighs = goods or (bool(said & words.weighing) and amount < _MILLION)
    hyphened = any(token.text in _HYPHENS for token in tokens[hit.first : hit.last])
    return not (weighs or hyphened) and (amount >= _LARGE or bool(said & words.paying))
