"""Tables keep to the width, and right-to-left cells keep their places."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.views.screen import Screen
from claimtrack.views.tables import Cell, Column, table
from claimtrack.views.width import width, wrap

ARABIC = "بلغ عدد مستخدمي تيليجرام تسعمئة وخمسين مليون مستخدم في شهر سبتمبر الماضي حسب الشركة"
COLUMNS = [
    Column("id", right=True),
    Column("status", most=18),
    Column("claim", 3),
    Column("speaker", most=20),
]


def _table(screen: Screen, text: str = ARABIC, speaker: str = "بافيل دوروف") -> list[str]:
    rows = [[Cell("7"), Cell("✓ verified", "green"), Cell(text), Cell(speaker)]]
    return list(table(COLUMNS, rows, screen))


@pytest.mark.parametrize("columns", [40, 80, 100, 200])
def test_no_line_is_wider_than_the_screen(columns: int) -> None:
    for line in _table(Screen(columns)):
        assert width(line) <= columns


@given(st.text(max_size=300), st.text(max_size=60), st.integers(min_value=40, max_value=220))
def test_whatever_the_cells_hold_the_table_fits(text: str, speaker: str, columns: int) -> None:
    for line in _table(Screen(columns), text, speaker):
        assert width(line) <= columns
        assert "\n" not in line


def test_a_pipe_gets_no_marks_and_no_colour() -> None:
    joined = "".join(_table(Screen(80)))
    assert not re.search("[\u2066-\u2069\u200e\x1b]", joined)


def test_every_line_of_a_cell_opens_and_closes_its_own_isolate() -> None:
    lines = _table(Screen(60, bidi="terminal"))
    assert len(lines) > 2
    for line in lines:
        assert line.count("\u2068") == line.count("\u2069") > 0
        assert not re.search("\u2068[^\u2069]*\u2068", line), "isolates of neighbouring cells must not nest"


def test_wrapping_loses_no_word() -> None:
    assert " ".join(wrap(ARABIC, 20)) == ARABIC


def test_a_cut_cell_says_so() -> None:
    lines = wrap(ARABIC, 20, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")


def test_escapes_and_bidi_controls_are_shown_not_obeyed() -> None:
    joined = "".join(_table(Screen(100), "red \x1b[31malert\x1b[0m \u202eevil"))
    assert "\x1b" not in joined
    assert "\u202e" not in joined
    assert "␛[31malert" in joined


def test_colour_is_beside_the_word_never_instead() -> None:
    (line,) = [each for each in _table(Screen(200, colour=True)) if "verified" in each]
    assert "\x1b[32m" in line
    assert "✓ verified" in line
