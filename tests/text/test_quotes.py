"""Quotation: which marks open, which close, and what an unclosed mark does."""

from __future__ import annotations

import pytest

from claimtrack.text.quotes import quoted_spans


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said "go" and left.', ["go"]),
        ("قال «اذهبوا» ثم غادر.", ["اذهبوا"]),
        ("“One.” And “two.”", ["One.", "two."]),
        ('A 5" pipe', []),
        ('He said "go and left.', []),
        ('First "line\nsecond" line', []),
        ("“One\ntwo”", ["One\ntwo"]),
        ("no marks", []),
        ("قال «قرأنا «الفجر» أمس» ثم سكت «نعم»", ["قرأنا «الفجر» أمس", "نعم"]),
        ("«بدأ «الأمر» هنا", ["بدأ «الأمر"]),
        ('Intro.\n"One.\nTwo."\nEnd.', ["One.\nTwo."]),
        ('Intro.\n"One.\nHe said "no" again.', ["no"]),
    ],
)
def test_spans(text: str, inside: list[str]) -> None:
    assert [text[a:b] for a, b in quoted_spans(text)] == inside
