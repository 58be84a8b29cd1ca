"""The formula guard: safe in a spreadsheet, and exactly reversible."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.views.exports import csv
from claimtrack.views.exports.guard import guard, unguard
from claimtrack.views.exports.sheet import Sheet

_TRICKY = st.text(st.sampled_from("=+-@'\t\r\n \u200b\u202e\ufeff＝＋－＠12.,%;\"aب"), max_size=8)


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-1+2", "@SUM(A1)", "  =1", "\t=1", "\tx", "\rx", "\u200b=1", "＝1"])
def test_what_a_spreadsheet_would_run_is_guarded(cell: str) -> None:
    assert guard(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "-5", "+49", "-3.5", "-12%", "950", "plain", "a=b", "'quoted'", "نص"])
def test_numbers_and_plain_words_stay_as_they_are(cell: str) -> None:
    assert guard(cell) == cell


@given(st.text(max_size=30) | _TRICKY)
def test_taking_the_guard_off_is_the_way_back(cell: str) -> None:
    assert unguard(guard(cell)) == cell


@given(
    st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"])) | _TRICKY, _TRICKY), max_size=6),
    st.sampled_from(",\t;"),
)
def test_a_sheet_written_and_read_is_the_same(rows: list[tuple[str, str]], delimiter: str) -> None:
    cells = [{"id": str(at), "a": a, "b": b} for at, (a, b) in enumerate(rows, start=1)]
    sheet = Sheet(("id", "a", "b"), lambda: cells, lambda: (), lambda: ())
    columns, read = csv.read("\ufeff" + "".join(csv.write(sheet, delimiter)))
    assert columns == ["id", "a", "b"]
    assert [row for _, row in read] == cells


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("first", ["sep=;\r\n", '"sep=;"\n', ""])
def test_a_line_that_names_the_separator_is_no_heading(mark: str, first: str) -> None:
    columns, rows = csv.read(f"{mark}{first}id;tags;notes\r\n1;a,b;c\r\n")
    assert columns == ["id", "tags", "notes"]
    assert [cells for _, cells in rows] == [{"id": "1", "tags": "a,b", "notes": "c"}]
