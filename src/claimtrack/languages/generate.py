"""Writes the word lists that come from CLDR through Babel: `python -m claimtrack.languages.generate`.

Babel is needed here only, not at run time; a test proves that the files are fresh. Each generated file is one
function of `FILES` that yields (language code, file name, contents).
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
_LOCALES = {"ar": ("ar", "ar_SY", "ar_IQ", "ar_DZ", "ar_TN", "ar_MA"), "en": ("en", "en_GB")}
_HEADER = "# Generated from CLDR through Babel by `python -m claimtrack.languages.generate`; do not edit.\n"
Generated = tuple[str, str, str]


def months() -> Iterator[Generated]:
    """months.toml: the names of months and weekdays in all locales of a language that differ."""
    for code, locales in _LOCALES.items():
        lines = [_HEADER, f"# Locales: {', '.join(locales)}.", "[month]"]
        lines += [_line(str(i), _names(locales, "months", i)) for i in range(1, 13)]
        lines += ["", "[weekday]"]
        lines += [_line(str(i), _names(locales, "days", i, ("wide",))) for i in range(7)]
        lines += ["", "[weekday_short]"]
        lines += [_line(str(i), _short(locales, i)) for i in range(7)]
        yield code, "months", "\n".join(lines) + "\n"


def _locale(code: str) -> Any:
    return importlib.import_module("babel").Locale.parse(code)


def _names(locales: tuple[str, ...], what: str, i: int, widths: tuple[str, ...] = ("wide", "abbreviated")) -> list[str]:
    found: dict[str, None] = {}
    for code in locales:
        names = getattr(_locale(code), what)
        for context in ("format", "stand-alone"):
            for width in widths:
                found.setdefault(names[context][width][i].replace("\u00a0", " ").rstrip("."))
    return list(found)


def _short(locales: tuple[str, ...], i: int) -> list[str]:
    wide = set(_names(locales, "days", i, ("wide",)))
    return [name for name in _names(locales, "days", i, ("abbreviated",)) if name not in wide]


def _line(key: str, words: list[str]) -> str:
    quoted = ", ".join(f'"{word}"' for word in words)
    return f"{key} = [{quoted}]"


def _others() -> Iterator[Generated]:
    """What further generators of this room write."""
    name = "claimtrack.languages.generate_places"
    if find_spec(name) is not None:
        module = importlib.import_module(name)
        yield from getattr(module, "generated", tuple)()


FILES: tuple[Callable[[], Iterator[Generated]], ...] = (months, _others)


def generated() -> dict[Path, str]:
    """Every generated file with the contents that it should have."""
    return {_HERE / code / f"{name}.toml": text for each in FILES for code, name, text in each()}


def main() -> None:
    for path, text in generated().items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
