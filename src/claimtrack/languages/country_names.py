"""Countries by their English names, as glosses show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from claimtrack.languages import load
from claimtrack.languages.inflection import GLOSS


@cache
def country(code: str) -> str:
    """The English name of a country by its ISO code, the code itself where there is none."""
    return _countries().get(code.upper(), code)


@cache
def _countries() -> Mapping[str, str]:
    """ISO code → English name, from whichever way round the generated file has its pairs."""
    names: dict[str, str] = {}
    for key, value in _pairs(load(GLOSS).data("countries")):
        if len(key) == 2 and key.isupper():
            names.setdefault(key, value)
        elif len(value) == 2 and value.isupper():
            names.setdefault(value, key)
    return names


def _pairs(table: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _pairs(value)
        elif isinstance(value, list):
            yield from ((key, each) for each in value[:1])
        elif isinstance(value, str):
            yield key, value
