"""Edited sheets on the command line: only what was edited in the sheet counts, and nothing is ignored in silence."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli_statement import Run, read_json

Cells = dict[str, str]


def _claim(desk: Run, id: int) -> Any:
    return read_json(desk("show", str(id), "--json"))[0]


def _edit(file: Path, change: Callable[[list[Cells]], object]) -> None:
    """What a person does to the sheet in a spreadsheet."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    change(rows)
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def sheet(desk: Run, home: Path) -> Path:
    desk("tag", "1", "2", "--add", "russia")
    desk("export", "claims.csv", "--all")
    return home / "claims.csv"


@pytest.mark.parametrize("prefer", [(), ("--mine",), ("--theirs",)])
def test_cells_that_the_sheet_never_edited_keep_what_colleagues_did(
    desk: Run, sheet: Path, prefer: tuple[str, ...]
) -> None:
    desk("tag", "1", "--add", "court")
    desk("mark", "1", "in_progress")
    desk("attach", "1", "https://example.org/a", "--stance", "supports")
    desk("note", "2", "--text", "call the ministry")
    _edit(sheet, lambda rows: rows[0].update(assignee="Omar"))
    assert desk("import", str(sheet), *prefer).exit_code == 0
    claim = _claim(desk, 1)
    assert (claim["assignee"], claim["status"], claim["tags"]) == ("Omar", "in_progress", ["court", "russia"])
    assert len(claim["evidence"]) == 1
    assert [each["text"] for each in _claim(desk, 2)["notes"]] == ["call the ministry"]


def test_where_both_changed_a_cell_somebody_has_to_choose(desk: Run, sheet: Path) -> None:
    desk("tag", "1", "--add", "court")
    desk("assign", "1", "--to", "Lina")
    _edit(sheet, lambda rows: rows[0].update(tags="telegram", status="in_progress"))
    refused = desk("import", str(sheet))
    assert refused.exit_code == 5
    assert _claim(desk, 1)["status"] == "unverified", "all or nothing"
    kept = desk("import", str(sheet), "--mine")
    assert "not taken" in kept.stdout
    claim = _claim(desk, 1)
    assert (claim["status"], claim["tags"], claim["assignee"]) == ("in_progress", ["court", "russia"], "Lina")
    desk("import", str(sheet), "--theirs")
    claim = _claim(desk, 1)
    assert (claim["status"], claim["tags"], claim["assignee"]) == ("in_progress", ["telegram"], "Lina")


def test_evidence_and_verdict_of_one_row_go_together_where_one_of_them_is_contested(desk: Run, sheet: Path) -> None:
    desk("mark", "1", "in_progress")
    _edit(sheet, lambda rows: rows[0].update(evidence="supports https://example.org/b", status="verified"))
    assert desk("import", str(sheet), "--theirs").exit_code == 0
    assert _claim(desk, 1)["status"] == "verified"


def test_the_same_edit_on_both_sides_is_no_conflict(desk: Run, sheet: Path) -> None:
    desk("tag", "1", "--add", "court")
    _edit(sheet, lambda rows: rows[0].update(tags="russia; court"))
    assert "0 claims" in desk("import", str(sheet)).stderr


def test_a_sheet_that_does_not_tell_what_was_exported_is_not_guessed_at(desk: Run, sheet: Path) -> None:
    desk("tag", "1", "--add", "court")
    _edit(sheet, lambda rows: rows[0].update(row_version="0f3a5b7c9d1e", assignee="Omar"))
    for prefer in ((), ("--theirs",), ("--mine",)):
        refused = desk("import", str(sheet), *prefer)
        assert refused.exit_code == 2
        assert "export again" in refused.stderr
    _edit(sheet, lambda rows: rows[0].update(row_version=""))
    taken = desk("import", str(sheet))
    assert "no row_version" in taken.stderr
    assert _claim(desk, 1)["tags"] == ["russia"]


def test_confidential_evidence_that_was_withdrawn_does_not_come_back_by_a_sheet(desk: Run, home: Path) -> None:
    desk("source", "add", "--kind", "person", "--title", "a clerk", "--access", "confidential")
    desk("attach", "1", "1", "--stance", "supports")
    desk("export", "claims.csv", "--confidential")
    desk("detach", "1", "--because", "retracted")
    assert "0 claims" in desk("import", "claims.csv").stderr


@pytest.mark.parametrize(
    ("column", "cell", "verb"),
    [
        ("polarity", "negated", "edit"),
        ("modality", "possible", "edit"),
        ("quantities", "960000000 user", "edit"),
        ("places", "IR", "edit"),
        ("checkable", "no", "edit"),
        ("gloss", "mine", "edit"),
        ("times", "2024-01-01", ""),
        ("attribution", "reported", ""),
        ("score", "0.9", ""),
        ("document", "other.txt", ""),
        ("status_reason", "I know", "mark"),
        ("published_url", "https://example.org/story", "mark"),
        ("duplicate_of", "2", "merge"),
    ],
)
def test_an_edit_that_is_not_taken_is_told(desk: Run, sheet: Path, column: str, cell: str, verb: str) -> None:
    _edit(sheet, lambda rows: rows[0].update({column: cell}))
    done = desk("import", str(sheet))
    assert done.exit_code == 0
    assert f"line 2, column {column}: it is only for reading" in done.stderr
    assert f"claimtrack {verb} 1" in done.stderr if verb else "; use" not in done.stderr


def test_what_a_spreadsheet_does_by_itself_is_no_edit(desk: Run, sheet: Path) -> None:
    def saved(rows: list[Cells]) -> None:
        for row in rows:
            row |= {"checkable": "TRUE" if row["checkable"] == "yes" else "FALSE", "score": "0.50"}

    _edit(sheet, saved)
    assert "only for reading" not in desk("import", str(sheet)).stderr


def test_a_column_that_differs_in_every_row_is_told_once(desk: Run, sheet: Path) -> None:
    _edit(sheet, lambda rows: [row.update(document="renamed") for row in rows])
    said = desk("import", str(sheet)).stderr
    assert said.count("column document") == 1
    assert "lines 2, 3, 4 and 1 more" in said
