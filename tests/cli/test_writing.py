"""The writing commands: what changed is said, a dry run writes nothing, one command is one undo."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cli_statement import Run, read_json


def _claim(desk: Run, id: int) -> Any:
    return read_json(desk("show", str(id), "--json"))[0]


def test_one_command_is_one_undo_however_many_claims(desk: Run) -> None:
    done = desk("tag", "1", "2-4", "--add", "russia", "--add", "Court case")
    assert "claimtrack undo" in done.stderr
    assert done.stdout == ""
    assert read_json(desk("list", "--json", "--tag", "RUSSIA", "--all"))[3]["tags"] == [
        "Court case",
        "russia",
    ]
    assert desk("undo").exit_code == 0
    assert read_json(desk("list", "--json", "--tag", "russia", "--all")) == []
    assert desk("redo").exit_code == 0
    assert len(read_json(desk("list", "--json", "--tag", "russia", "--all"))) == 4


@pytest.mark.parametrize(
    "words",
    [
        ["tag", "1", "--add", "x"],
        ["note", "1", "asked the press office"],
        ["assign", "1", "--to", "Ali"],
        ["mark", "1", "in_progress"],
        ["edit", "1", "--gloss", "other"],
        ["attach", "1", "https://example.org/a", "--stance", "supports"],
        ["merge", "1", "3", "--into", "1"],
        ["split", "3", "--quote", "We have", "--quote", "12 million subscribers"],
        ["add", "--document", "1", "--quote", "We love", "--kind", "opinion"],
        ["source", "add", "https://example.org/b"],
        ["undo"],
        ["document", "remove", "1"],
    ],
)
def test_a_dry_run_writes_nothing(desk: Run, words: list[str]) -> None:
    before = (
        desk("list", "--all", "--json").stdout,
        desk("source", "--json").stdout,
        desk("history", "--json").stdout,
    )
    done = desk(*words, "--dry-run")
    assert done.exit_code == 0, done.output
    assert "Nothing was written" in done.stderr
    after = (
        desk("list", "--all", "--json").stdout,
        desk("source", "--json").stdout,
        desk("history", "--json").stdout,
    )
    assert before == after


def test_claims_by_filter_and_by_stdin(desk: Run) -> None:
    desk("tag", "--where-kind", "quantity", "--add", "numbers")
    ids = desk("list", "--tag", "numbers", "--format", "ids").stdout
    assert ids.split() == ["1", "3"]
    desk("assign", "-", "--to", "Ali")
    assert desk("assign", "-", "--to", "Ali", input=ids).exit_code == 0
    assert [each["id"] for each in read_json(desk("list", "--assignee", "ali", "--json"))] == [1, 3]


def test_a_verdict_with_evidence(desk: Run) -> None:
    desk("attach", "1", "https://example.org/report", "--stance", "supports", "--quote", "950 million")
    assert desk("mark", "1", "verified", "--because", "court filing").exit_code == 0
    claim = _claim(desk, 1)
    assert (claim["status"], claim["status_reason"], claim["status_by"]) == (
        "verified",
        "court filing",
        "Mona",
    )
    assert "✓ verified" in desk("list").stdout
    desk("detach", str(claim["evidence"][0]["id"]), "--because", "retracted")
    assert _claim(desk, 1)["evidence"][0]["withdrawn_because"] == "retracted"


def test_the_person_and_the_command_are_in_the_history(desk: Run) -> None:
    desk("--as", "Ali", "note", "1", "asked the press office")
    (last, *_) = read_json(desk("history", "1", "--json"))
    assert last["actor"] == "Ali"
    assert last["command"].endswith("note 1 'asked the press office'")


def test_edit_changes_values(desk: Run) -> None:
    desk("edit", "1", "--value", "1.1bn", "--places", "ru,ir")
    claim = _claim(desk, 1)
    assert claim["quantities"][0]["value"] == 1_100_000_000
    assert claim["places"] == ["RU", "IR"]


def test_a_sheet_goes_out_and_comes_back(desk: Run, home: Path) -> None:
    assert desk("export", "claims.csv").exit_code == 0
    data = (home / "claims.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf"), "Excel wants the mark in files"
    assert not desk("export").stdout.startswith("\ufeff"), "and a pipe does not"
    assert "0 claims" in desk("import", "claims.csv").stderr
    (home / "claims.csv").write_bytes(data.replace(b"unverified", b"in_progress", 1))
    planned = desk("import", "claims.csv", "--dry-run")
    assert "status: unverified → in_progress" in planned.stdout
    assert _claim(desk, 1)["status"] == "unverified"
    assert desk("import", "claims.csv").exit_code == 0
    assert _claim(desk, 1)["status"] == "in_progress"
    assert desk("undo").exit_code == 0
    assert _claim(desk, 1)["status"] == "unverified"


def test_a_sheet_that_is_behind_is_refused(desk: Run, home: Path) -> None:
    desk("export", "claims.csv")
    file = home / "claims.csv"
    file.write_bytes(file.read_bytes().replace(b"unverified", b"in_progress", 1))
    desk("mark", "1", "not_checkable", "--because", "an opinion")
    desk("tag", "1", "--add", "meanwhile")
    assert desk("import", "claims.csv").exit_code == 5
    assert _claim(desk, 1)["status"] == "not_checkable"
    assert desk("import", "claims.csv", "--theirs", "--because", "it is a figure").exit_code == 0
    claim = _claim(desk, 1)
    assert (claim["status"], claim["tags"]) == ("in_progress", ["meanwhile"])


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (b"unverified", b"checked", "column status"),
        (b"gloss", b"glos", "column glos"),
        (b"\n1,", b"\nseven,", "column id"),
    ],
)
def test_a_sheet_with_a_fault_changes_nothing(desk: Run, home: Path, old: bytes, new: bytes, says: str) -> None:
    desk("export", "claims.csv")
    file = home / "claims.csv"
    file.write_bytes(file.read_bytes().replace(old, new, 1))
    found = desk("import", "claims.csv")
    assert found.exit_code == 2
    assert says in found.stderr
    assert len(read_json(desk("history", "--json"))) == 1


def test_an_export_does_not_write_over_somebodys_edits(desk: Run, home: Path) -> None:
    (home / "claims.csv").write_text("edited")
    assert desk("export", "claims.csv").exit_code == 2
    assert (home / "claims.csv").read_text() == "edited"
    assert desk("export", "claims.csv", "--force").exit_code == 0


def test_confidential_sources_leave_in_no_format(desk: Run, home: Path) -> None:
    pytest.importorskip("xlsxwriter")
    desk("source", "add", "--kind", "person", "--title", "Deep Throat", "--access", "confidential")
    desk("attach", "1", "source:1", "--stance", "supports", "--quote", "hush hush", "--note", "garage")
    desk("mark", "1", "verified")
    assert "Deep Throat" in desk("show", "1").stdout, "the person at the desk sees it"
    formats = ("json", "jsonl", "csv", "tsv", "markdown", "ids")
    commands = [
        ["export"],
        ["list"],
        ["show", "1"],
        ["search", "users"],
        ["history"],
        ["compare", "1", "1"],
        ["facts"],
        ["source"],
        ["source", "show", "1"],
        ["explain"],
        ["similar", "3"],
        ["stats"],
    ]
    said = [desk(*words, "--format", each).stdout for words in commands for each in formats]
    said.append(desk("export", "-", "--format", "claimreview").stdout)
    desk("export", "claims.xlsx")
    said.append((home / "claims.xlsx").read_bytes().decode("latin-1"))
    for words in ("Deep Throat", "hush hush", "garage"):
        assert not any(words in each for each in said)
    assert "Deep Throat" in desk("export", "--json", "--confidential").stdout


def test_claimreview_has_verdicts_only(desk: Run, home: Path) -> None:
    (home / "claimtrack.toml").write_text('organisation = { name = "Desk", url = "https://desk.example" }\n')
    desk("mark", "3", "false", "--without-evidence", "arithmetic")
    (review,) = read_json(desk("export", "-", "--format", "claimreview"))
    assert review["@type"] == "ClaimReview"
    assert review["reviewRating"]["ratingValue"] == 1
    assert review["author"]["name"] == "Desk"
    assert review["itemReviewed"]["@type"] == "Claim"


def test_check_backup_and_path(desk: Run, home: Path) -> None:
    assert desk("check").exit_code == 0
    assert desk("backup", "copy.db").stdout.strip() == "copy.db"
    assert len(read_json(desk("--db", "copy.db", "list", "--json"))) == 3
    assert desk("path").stdout.strip() == str(home / "data" / "claims.db")
    assert desk("path", "--db", "other.db").stdout.strip() == str(home / "other.db")


def test_a_sheet_in_an_old_encoding_says_how_to_save_it(desk: Run, home: Path) -> None:
    desk("export", "claims.csv")
    text = (home / "claims.csv").read_text(encoding="utf-8-sig")
    (home / "claims.csv").write_bytes(text.encode("cp1256", "replace"))
    done = desk("import", "claims.csv")
    assert done.exit_code != 0
    assert "UTF-8" in done.stderr
    (home / "claims.csv").write_bytes(text.encode("ascii", "replace"))
    done = desk("import", "claims.csv")
    assert done.exit_code == 2
    assert "letters were lost" in done.stderr


def test_a_reason_and_why_there_is_no_evidence_are_both_kept(desk: Run) -> None:
    desk("mark", "1", "verified", "--because", "the minister confirmed it", "--without-evidence", "by telephone")
    reason = _claim(desk, 1)["status_reason"]
    assert reason == "without evidence: by telephone; the minister confirmed it"
    shown = " ".join(desk("show", "1").stdout.split())
    assert reason in shown
    (done, *_) = read_json(desk("history", "1", "--json"))
    assert done["reason"] == reason
    desk("mark", "2", "false", "--without-evidence", "plain arithmetic")
    assert _claim(desk, 2)["status_reason"] == "without evidence: plain arithmetic"
