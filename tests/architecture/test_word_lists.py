"""Each entry of each word list is found in a sentence made of itself; each list says where it comes from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimtrack import languages
from claimtrack.text.matching import Phrases
from claimtrack.text.tokens import tokenize

FOLDER = Path(languages.__file__).parent
FILES = sorted(p for p in FOLDER.glob("*/*.toml"))
ORIGIN = re.compile(r"written for claimtrack|generated from CLDR through Babel", re.IGNORECASE)
SENTENCE = {"ar": ("ثم", "هنا"), "en": ("then", "here")}
SETTINGS = {
    "search.toml": "beginnings and ends of words, for the search index",
    "labels.toml": "labels for the screen, never looked for in a text",
}
OPTIONAL = {
    "search.toml": "English words need no taking apart for the search index",
    "persons.toml": "English names show by their capital letters",
    "names_latin.toml": "English names are in Latin letters",
    "nouns.toml": "English nouns are their own English words",
    "glosses.toml": "English words need no other ones to be shown",
    "verbs.toml": "irregular forms of the language that a gloss is written in",
}
PARTS = {"style", "endings", "forms"}
"""Tables of attached letters and settings, which are no words of their own."""
FOREIGN = {
    "ar": re.compile("[\ufb50-\ufdff\ufe70-\ufefc\u06cc\u06a9\u06c1\u06d2]"),
    "en": re.compile("[\u0400-\u04ff\u0620-\u064a\u0671-\u06d3]"),
}
"""Letters that look right and never stand in a text of the language: presentation forms, Persian letters."""


def lists() -> list[Any]:
    return [pytest.param(path, id=path.relative_to(FOLDER).as_posix()) for path in FILES]


def entries(path: Path) -> Iterator[tuple[str, str]]:
    """(where, word) for every word of a file: values, except in tables that hold no words."""
    if path.name not in SETTINGS:
        data = languages.load(path.parent.name).data(path.stem)
        for key, value in data.items():
            if key not in PARTS:
                yield from _words(key, value)


def _words(where: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        for form in filter(None, value.split("/")):  # "" stands for "nothing", not for a word
            yield where, form
    elif isinstance(value, list):
        for each in value:
            yield from _words(where, each)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _words(f"{where}.{key}", each)


@pytest.mark.parametrize("path", lists())
def test_says_where_it_comes_from(path: Path) -> None:
    head = "".join(line for line in path.read_text(encoding="utf-8").splitlines(True)[:8] if line.startswith("#"))
    assert ORIGIN.search(head)


@pytest.mark.parametrize("path", lists())
def test_each_entry_is_found_in_a_sentence_made_of_itself(path: Path) -> None:
    code = path.parent.name
    before, after = SENTENCE[code]
    variants = languages.load(code).hooks.variants
    missed = []
    for where, word in entries(path):
        tokens = tokenize(f"{before} {word} {after}")
        found = Phrases([(word, True)], variants).at(tokens, 1) if len(tokens) > 2 else None
        if found is None or found.first != 1 or found.last != len(tokens) - 1:
            missed.append((where, word))
    assert missed == []


@pytest.mark.parametrize("path", lists())
def test_no_letter_that_never_stands_in_a_text(path: Path) -> None:
    code = path.parent.name
    assert [
        (where, word)
        for where, word in entries(path)
        if FOREIGN[code].search(word) or word != word.strip() or unicodedata.normalize("NFC", word) != word
    ] == []


def test_every_language_has_the_same_lists() -> None:
    """A list that only one language has is either forgotten in the others or no matter of words."""
    names = {code: {p.name for p in FILES if p.parent.name == code} - set(OPTIONAL) for code in languages.codes()}
    assert len({frozenset(each) for each in names.values()}) == 1, names


def test_a_wrong_letter_would_be_seen() -> None:
    assert FOREIGN["ar"].search("ما\u06cc")
    assert not list(entries(FOLDER / "en" / "labels.toml"))
