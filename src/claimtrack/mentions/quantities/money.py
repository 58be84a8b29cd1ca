"""Money whose name several countries share: the dirham of Morocco where the sentence names Morocco alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.languages import Language
from claimtrack.mentions.hits import Hit
from claimtrack.mentions.quantities.unit_words import unit_words
from claimtrack.model import Place, Quantity


def in_national_money(quantities: Sequence[Hit], places: Sequence[Hit], language: Language) -> list[Hit]:
    """The quantities, in the money of the one named country that has money of that name."""
    countries = {hit.value.code for hit in places if isinstance(hit.value, Place)}
    return [_named(hit, countries, language) for hit in quantities] if countries else list(quantities)


def _named(hit: Hit, countries: set[str], language: Language) -> Hit:
    value = hit.value
    if not isinstance(value, Quantity) or value.unit is None:
        return hit
    table = unit_words(language.code).national.get(value.unit, {})
    found = {table[country] for country in countries if country in table}
    if len(found) != 1:
        return hit
    return replace(hit, value=value.model_copy(update={"unit": found.pop()}))
