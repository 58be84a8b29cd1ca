"""English: which texts in Latin letters are taken for it."""

from __future__ import annotations

import pytest

from claimtrack.languages import load


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("The minister resigned on Monday.", True),
        ("Lokwang, 58, denies any wrongdoing.", True),
        ("Shell cuts dividend after heavy losses.", True),
        ("Le gouvernement annonce des mesures.", False),
        ("Minister kündigt Reformen an und tritt zurück.", False),
        ("Presiden hari ini umumkan kebijakan baru tentang harga bahan bakar minyak nasional.", False),
    ],
)
def test_short_lines_are_english_unless_they_show_another_language(text: str, english: bool) -> None:
    assert load("en").hooks.looks_like(text) is english
