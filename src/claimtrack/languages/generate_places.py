"""Countries from CLDR: the names of all territories in a language, as Babel has them, into `countries.toml`.

In: a language code. Out: the text of its `countries.toml`; `python -m claimtrack.languages.generate_places`
writes the files. Babel is needed here only, never at run time.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.languages import codes

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = "countries.toml"
HEAD = """# Countries and territories by ISO 3166-1 code; the first name is the one to show.
# Generated from CLDR through Babel by `python -m claimtrack.languages.generate_places`; do not edit.

[names]
"""
# Codes that CLDR has besides countries: unions without a code, tests, parts of countries, the ice.
NO_COUNTRY = frozenset(
    ("AC", "AQ", "BV", "CP", "CQ", "DG", "EA", "EZ", "HM", "IC", "QO", "TA", "UM", "UN", "XA", "XB", "ZZ")
)
# What an editor calls them, where CLDR keeps to the protocol or changes with its releases.
SHORT = {
    "en": {
        "BA": "Bosnia and Herzegovina",
        "CD": "DR Congo",
        "CG": "Republic of the Congo",
        "CI": "Ivory Coast",
        "HK": "Hong Kong",
        "MM": "Myanmar",
        "MO": "Macao",
        "PS": "Palestine",
        "TR": "Turkey",
        "TL": "Timor-Leste",
        "VA": "Vatican City",
    }
}
SPELLED_OUT = (("&", "and"), ("St. ", "Saint "), ("St. ", "St "))


def countries(code: str) -> str:
    """The whole `countries.toml` of a language."""
    lines = (f"{territory} = [{', '.join(map(_quoted, names))}]" for territory, names in _territories(code))
    return HEAD + "\n".join(lines) + "\n"


def _territories(code: str) -> Iterator[tuple[str, list[str]]]:
    """Every country with its names: that of the language, then what its regional forms call it."""
    from babel import Locale, localedata  # type: ignore[import-untyped, unused-ignore]

    regional = sorted(
        each
        for each in localedata.locale_identifiers()
        if each.startswith(code + "_") and each.count("_") == 1 and len(each.partition("_")[2]) == 2
    )
    locales = [Locale.parse(each) for each in (code, *regional)]
    for territory in sorted(locales[0].territories):
        if len(territory) == 2 and territory.isalpha() and territory not in NO_COUNTRY:
            said = [locale.territories[territory] for locale in locales if territory in locale.territories]
            short = SHORT.get(code, {}).get(territory)
            yield (
                territory,
                list(dict.fromkeys(name for each in [short, *said] if each for name in _forms(each))),
            )


def _forms(name: str) -> list[str]:
    """A CLDR name as running text writes it: without its parenthesis, with & and St. also spelled out."""
    plain = name.partition(" (")[0].replace("’", "'")
    forms = [plain]
    for short, full in SPELLED_OUT:
        if short in plain:
            forms.append(plain.replace("&", "and").replace(short, full))
            forms.append(plain.replace("&", "and"))
    if "&" in plain:
        forms = [form for form in forms if "&" not in form]
    return forms


def _quoted(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def generated() -> Iterator[tuple[str, str, str]]:
    """(language code, file name, contents) of each list, for `claimtrack.languages.generate`."""
    for code in codes():
        yield code, FILE.removesuffix(".toml"), countries(code)


def write(root: Path) -> list[Path]:
    """Write the file of each language under `root`, the folder of the languages; the paths written."""
    written = []
    for code in codes():
        path = root / code / FILE
        path.write_text(countries(code), encoding="utf-8", newline="\n")
        written.append(path)
    return written


def main() -> None:
    """The command: write the files beside this module."""
    write(Path(__file__).parent)


if __name__ == "__main__":
    main()
