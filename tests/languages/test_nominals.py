"""Nouns and adjectives as they are written: what a gloss shows of them."""

from __future__ import annotations

from collections import Counter

import pytest

from claimtrack.languages import load, nominals
from claimtrack.text.folding import fold, lighten

GLOSSES = load("ar").data("glosses")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("أمه", "mother"),
        ("أمة", "nation"),
        ("زوجته", "wife"),
        ("زوجها", "husband"),
        ("كتابه", "book"),
        ("كتابة", "writing"),
        ("وحدة", "unit"),
        ("شركات", "companies"),
        ("شركه", "company"),
        ("أميرها", "prince"),
        ("أبنائهم", "sons"),
        ("مزارعون", "farmers"),
        ("كاتبة", "writer"),
        ("بحارة", "sailors"),
        ("إنفاق", "spending"),
        ("أنفاق", "tunnels"),
        ("بسرعة", None),
    ],
)
def test_the_letters_of_a_noun_count(written: str, shown: str | None) -> None:
    assert nominals.nominal("ar", written).shown == shown


def test_a_word_beside_a_noun_tells_what_it_means() -> None:
    assert nominals.nominal("ar", "عالم", ("فلك",)).noun == "scientist"
    assert nominals.nominal("ar", "العالم").noun == "world"
    assert nominals.nominal("ar", "دور", ("الثاني",)).noun == "round"


@pytest.mark.parametrize(
    ("written", "shown"), [("مالية", "financial"), ("القادمين", "coming"), ("أخرى", "other"), ("طاولة", None)]
)
def test_adjectives(written: str, shown: str | None) -> None:
    assert nominals.adjective("ar", written) == shown


def test_a_noun_before_another_is_in_the_singular() -> None:
    assert nominals.nominal("ar", "عبيد").joined == "slave"
    assert nominals.nominal("ar", "أخبار").joined == "news"


@pytest.mark.parametrize("table", ["nouns", "adjectives"])
def test_no_word_stands_twice(table: str) -> None:
    words = Counter(lighten(word) for words in GLOSSES[table].values() for word in words)
    assert [word for word, count in words.items() if count > 1] == []


def test_what_is_unsaid_has_no_english() -> None:
    unsaid = set(map(lighten, GLOSSES["unsaid"]["nouns"]))
    assert unsaid & {lighten(word) for words in GLOSSES["nouns"].values() for word in words} == set()


def test_every_context_names_a_word_and_what_stands_behind_it() -> None:
    lines = [line for lines in GLOSSES["beside"].values() for line in lines]
    assert [line for line in lines if len(line.split()) < 2] == []
    assert all(nominals.nominal("ar", line.split()[0], (fold(line.split()[1]),)).noun for line in lines)
