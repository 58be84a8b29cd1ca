"""Tokens: where words begin and end, in both scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He didn't go.", ["He", "did", "n't", "go", "."]),
        ("Kim's car", ["Kim", "'s", "car"]),
        ("1,200.5 tonnes", ["1,200.5", "tonnes"]),
        ("in the U.S. today", ["in", "the", "U.S.", "today"]),
        ("قال: «لا».", ["قال", ":", "«", "لا", "»", "."]),
        ("١٢٫٥ مليون", ["١٢٫٥", "مليون"]),
        ("وسيطر الجيش", ["وسيطر", "الجيش"]),
        ("state-run", ["state", "-", "run"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == words


def test_marks_inside_a_word_stay_in_it() -> None:
    assert [t.norm for t in tokenize("مُحَمَّد كـــتب")] == ["محمد", "كتب"]


def test_a_part_of_a_text_keeps_the_texts_offsets() -> None:
    text = "One. Two three."
    assert [(t.start, t.end) for t in tokenize(text, 5)] == [(5, 8), (9, 14), (14, 15)]
    assert [t.text for t in tokenize(text, 5, 8)] == ["Two"]


def test_spaced_tells_whether_white_space_stands_before() -> None:
    assert [t.spaced for t in tokenize("a-b c")] == [True, False, False, True]


@given(st.text(max_size=120))
def test_tokens_are_the_text(text: str) -> None:
    at = 0
    for token in tokenize(text):
        assert text[token.start : token.end] == token.text
        assert at <= token.start < token.end
        at = token.end


def test_a_stretching_stroke_outside_a_word_is_a_dash() -> None:
    found = tokenize("النسبة ـ11 بالمئة فقطـ ارتفعت جمـــيل")
    assert [t.norm for t in found] == ["النسبة", "-", "11", "بالمئة", "فقط", "-", "ارتفعت", "جميل"]
    assert [t.kind for t in found if t.norm == "-"] == ["mark", "mark"]


def test_a_particle_keeps_its_stroke_before_digits_and_names() -> None:
    assert [t.text for t in tokenize("السباقات الـ36 والـ 40 لـ Telegram")] == [
        *("السباقات", "الـ", "36", "والـ", "40", "لـ", "Telegram"),
    ]


def test_words_before_a_space_are_read_like_those_before_any_other_sign() -> None:
    # most words are read by a shorter way, which must not part or join others than the long one does
    for text in ("did", "didn't", "rock'n'roll", "o'clock", "U.S.", "والــوزير", "هــ", "مُحَمَّد", "naïve", "x2", "A"):
        alone = [(t.text, t.norm, t.fold, t.kind) for t in tokenize(text)]
        for behind in (" ", ", ", "\n"):
            followed = [(t.text, t.norm, t.fold, t.kind) for t in tokenize(text + behind + "—")]
            assert followed[: len(alone)] == alone
