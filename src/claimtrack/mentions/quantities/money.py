"""Money whose name several countries share: the dirham of Morocco where the sentence names Morocco alone.

A name that is also a weight is the money of one country where the sentence speaks of paying and of no load.
"""

from __future__ import annotations

from collections.abc import Sequence
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
    named = [_named(hit, countries, language) for hit in quantities] if countries else list(quantities)
    return [_told_from_weight(tokens, hit, _weighed(language.code)) for hit in named]


def _told_from_weight(tokens: Sequence[Token], hit: Hit, words: _Weighed) -> Hit:
    """fined 30,000 pounds, a budget of 4 million pounds; not 30,000 pounds of cocaine, nor a 900-pound bear."""
    value = hit.value
    if not isinstance(value, Quantity) or value.unit != words.unit or not words.money:
        return hit
    said = {token.fold for token in tokens}
    amount = value.value or value.high or 0
    goods = hit.last < len(tokens) and tokens[hit.last].fold in words.of and amount < _MILLION
    weighs = goods or (bool(said & words.weighing) and amount < _MILLION)
    hyphened = any(token.text in _HYPHENS for token in tokens[hit.first : hit.last])
    if weighs or hyphened or not (amount >= _LARGE or said & words.paying):
        return hit
    return replace(hit, value=value.model_copy(update={"unit": words.money}))


def _named(hit: Hit, countries: set[str], language: Language) -> Hit:
    value = hit.value
    if not isinstance(value, Quantity) or value.unit is None:
        return hit
    table = unit_words(language.code).national.get(value.unit, {})
    found = {table[country] for country in countries if country in table}
    if len(found) != 1:
        return hit
    return replace(hit, value=value.model_copy(update={"unit": found.pop()}))
