"""Countries as people name them on the command line: a code, or a name in any language that claimtrack knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from claimtrack.cli.errors import did_you_mean
from claimtrack.errors import UsageError

_EXAMPLE = "A code or a name, in Arabic or English: RU, Russia, EU."


def country(word: str, option: str = "--place") -> str:
    """The code of a country by code or name, else UsageError with the names nearest to it."""
    from claimtrack.text.folding import fold

    codes = _by_name()
    if word.upper() in set(codes.values()):
        return word.upper()
    found = codes.get(fold(word))
    if found is None:
        near = did_you_mean(word, (name for name, _ in _names()))
        raise UsageError(f"{option} wants a country, and “{word}” is none that claimtrack knows.", near or _EXAMPLE)
    return found


@cache
def _by_name() -> Mapping[str, str]:
    """Codes by folded name."""
    from claimtrack.text.folding import fold

    return {fold(name): code for name, code in _names()}


def _names() -> Iterator[tuple[str, str]]:
    """Every name with its code, in every language."""
    from claimtrack.languages import codes, load

    for language in map(load, codes()):
        for table in (language.entry("countries", "names"), language.entry("places", "countries")):
            for code, names in table.items():
                for name in names:
                    yield name, code
