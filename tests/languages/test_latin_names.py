"""Arabic names in Latin letters: newspapers' spellings first, letters where no list has the name."""

from __future__ import annotations

import pytest

from claimtrack.languages import latin_names, load
from claimtrack.languages.ar.spelling import spelled

LISTED = ("arabic", "western", "eastern")
NAMES = [
    ("محمد بن سلمان", "Mohammed bin Salman"),
    ("عبد الرحمن البرغوثي", "Abdulrahman al-Barghouti"),
    ("أبو بكر البغدادي", "Abubakar al-Baghdadi"),
    ("صلاح الدين الأيوبي", "Salahuddin al-Ayoubi"),
    ("محمد السادس", "Mohammed VI"),
    ("ياكوب فان ترينفال", "Jakob van Trinfal"),
    ("مُحَمَّد", "Mohammed"),
]


@pytest.mark.parametrize(("arabic", "latin"), NAMES)
def test_a_name_is_spelled_as_newspapers_do(arabic: str, latin: str) -> None:
    assert latin_names.latin("ar", tuple(arabic.split())) == latin


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("كاظم", "kazim"),
        ("سعد", "saad"),
        ("جعفر", "jaafar"),
        ("مُنْذِر", "mundhir"),
        ("وائل", "wael"),
        ("شُكري", "shukri"),
        ("سيدوروف", "sidorov"),
        ("ليند", "lind"),
    ],
)
def test_letters_long_vowels_and_marks(word: str, latin: str) -> None:
    assert spelled(word, load("ar").data("names_latin")["forms"]) == latin


def test_words_in_latin_letters_stay_as_they_are() -> None:
    assert latin_names.latin("ar", ("Telegram", "دوروف")) == "Telegram Durov"


def test_the_letters_alone_mostly_give_the_consonants_of_the_listed_spelling() -> None:
    """Held out: what the letters make of names that the list has, by first letter."""
    table = load("ar").data("names_latin")
    pairs = [(en, ar) for part in LISTED for en, words in table[part].items() for ar in words if " " not in en + ar]
    alike = sum(latin_names.latin("ar", (ar,))[:1].lower() == en[:1].lower() for en, ar in pairs)
    rules = sum(spelled(ar.removeprefix("ال"), table["forms"])[:1] == en[:1].lower() for en, ar in pairs)
    assert alike > 0.95 * len(pairs)
    assert rules > 0.8 * len(pairs)
