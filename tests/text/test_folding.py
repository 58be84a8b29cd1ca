"""Folding: what is made equal, what is kept apart, and the way back to the text's own offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.folding import fold, fold_text, lighten


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("أحمد", "احمد"),
        ("إلى", "الي"),
        ("مدرسة", "مدرسه"),
        ("الشّركة", "الشركة"),
        ("كـــتاب", "كتاب"),
        ("ﻻ", "لا"),
        ("کتاب", "كتاب"),
        ("IRAN", "iran"),
        ("don’t", "don't"),
        ("١٢", "12"),
        ("۱۲", "12"),
    ],
)
def test_forms_of_one_word(a: str, b: str) -> None:
    assert fold(a) == fold(b)


def test_the_light_form_keeps_the_hamza() -> None:
    assert lighten("أن") != lighten("إن")
    assert fold("أن") == fold("إن")
    assert lighten("إنَّ") == "إن"


def test_different_words_stay_apart() -> None:
    assert fold("علم") != fold("عمل")
    assert fold("قتل") != fold("قاتل")


def test_a_span_leads_back_to_the_text() -> None:
    text = "قالت الشـــركةُ إنها"
    folded = fold_text(text)
    at = folded.text.index(fold("الشركة"))
    start, end = folded.span(at, at + len(fold("الشركة")))
    assert text[start:end] == "الشـــركة"


@given(st.text(max_size=80))
def test_every_folded_character_knows_its_origin(text: str) -> None:
    folded = fold_text(text)
    assert len(folded.origin) == len(folded.text) + 1
    assert list(folded.origin) == sorted(folded.origin)
    assert all(0 <= at <= len(text) for at in folded.origin)


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_in_words(text: str) -> None:
    assert fold(fold(text)) == fold(fold(fold(text)))
