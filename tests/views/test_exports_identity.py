"""What goes out to a spreadsheet comes back the same, through the real bytes of every format."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from builders import TEXT, Clock, english
from claimtrack.cli.claim_sheet import claim_sheet
from claimtrack.cli.commands.import_ import _rows as read_sheet
from claimtrack.model.tracking import Filter
from claimtrack.tracker import Tracker
from claimtrack.tracking.rows import COLUMNS
from claimtrack.views.exports import csv
from claimtrack.views.exports.sheet import Sheet

_PIECES = [
    *("=1+1", '=HYPERLINK("http://a.b")', "@SUM(A1)", "+49", "-5", "-3.5", "＝1", "＋1", "－2", "＠x", "\t=", "\r="),
    *("\n=", "'", "'=", "''=", '"', '""', ";", "\\", "\\;", ",", "|", "\u200b=", "\u202e=x", "\ufeff="),
    *("مرحبا", "قال؛", "نعم", "950", "007", "1e5", "TRUE", "2024-09-06", "_x0041_", "_x000D_", "\x07", "\x1b[31m"),
    *("\u2028", "😀", "\n", "\r\n", " "),
]
_CELL = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20),
    st.lists(st.sampled_from(_PIECES), max_size=5).map("".join),
)
_NAMES = ("tags", "notes", "assignee")
_ROWS = st.lists(st.tuples(_CELL, _CELL, _CELL), min_size=1, max_size=4)
_MANY = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def made(rows: list[tuple[str, str, str]]) -> Sheet:
    """A sheet of claims that holds these cells."""
    blank = dict.fromkeys(COLUMNS, "")
    cells = [blank | {"id": str(at)} | dict(zip(_NAMES, row, strict=True)) for at, row in enumerate(rows, start=1)]
    return Sheet(COLUMNS, lambda: cells, tuple, tuple)


def came_back(file: Path) -> list[tuple[str, ...]]:
    return [tuple(row.values[name] for name in _NAMES) for row in read_sheet(str(file))]


@given(_ROWS, st.sampled_from(",;\t"), st.booleans(), st.sampled_from(["utf-8", "utf-16"]))
@example([("=1+1", "'=1+1", "''-x")], ";", True, "utf-8")
@_MANY
def test_csv_is_the_identity(
    tmp_path: Path, rows: list[tuple[str, str, str]], delimiter: str, mark: bool, encoding: str
) -> None:
    file = tmp_path / "claims.csv"
    text = "".join(csv.write(made(rows), delimiter))
    file.write_bytes(((csv.BYTE_ORDER_MARK if mark and encoding == "utf-8" else "") + text).encode(encoding))
    assert came_back(file) == rows


@given(_ROWS)
@example([("=1+1", "_x0041_", " two  spaces ")])
@example([("\r\n", "\r", "\n")])
@example([("<r>a</r>", "<r>&</r>", "<r></r>")])
@_MANY
def test_xlsx_is_the_identity(tmp_path: Path, rows: list[tuple[str, str, str]]) -> None:
    xlsx = pytest.importorskip("claimtrack.views.exports.xlsx")
    file = tmp_path / "claims.xlsx"
    file.write_bytes(xlsx.to_bytes(made(rows), {}))
    assert came_back(file) == rows


@given(notes=st.lists(_CELL.filter(str.strip), max_size=3), who=_CELL, ending=st.sampled_from(["csv", "tsv", "xlsx"]))
@settings(_MANY, max_examples=15)
def test_a_tracker_takes_its_own_export_without_a_change(
    tmp_path_factory: pytest.TempPathFactory, notes: list[str], who: str, ending: str
) -> None:
    folder = tmp_path_factory.mktemp("own")
    with Tracker(folder / "claims.db", actor="sara", clock=Clock()) as tracker:
        tracker._session.conn.execute("PRAGMA synchronous = OFF")
        tracker.store(english(), TEXT, name="statement")
        for note in notes:
            tracker.note(1, note)
        tracker.assign(2, who or None)
        tracker.attach(3, "https://example.org/a?b=c;d", stance="supports")
        file = folder / f"claims.{ending}"
        sheet = claim_sheet(lambda: tracker.iter_claims(Filter(checkable=None)))
        if ending == "xlsx":
            file.write_bytes(pytest.importorskip("claimtrack.views.exports.xlsx").to_bytes(sheet, {}))
        else:
            file.write_text("".join(csv.write(sheet, "," if ending == "csv" else "\t")), encoding="utf-8", newline="")
        plan = tracker.import_plan(read_sheet(str(file)))
    assert (plan.differences, plan.conflicts, plan.problems, plan.ignored) == ((), (), (), ())
