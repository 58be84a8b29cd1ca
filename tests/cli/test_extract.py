"""claimtrack extract: files in, claims out, a second time nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_statement import Run, read_json

STATEMENT = "Telegram has 950 million users. The service was blocked in Russia in 2018.\n"


@pytest.fixture
def statement(home: Path) -> Path:
    """A text file."""
    file = home / "statement.txt"
    file.write_text(STATEMENT, encoding="utf-8")
    return file


def test_extract_then_list(run: Run, statement: Path) -> None:
    done = run("extract", str(statement))
    assert done.exit_code == 0, done.output
    assert "950M users" in done.stdout
    assert "claimtrack undo" in done.stderr
    again = run("extract", str(statement))
    assert again.exit_code == 0
    assert again.stdout == ""
    assert "nothing new" in again.stderr


def test_a_dry_run_shows_claims_and_keeps_none(run: Run, statement: Path) -> None:
    assert "950M users" in run("extract", str(statement), "--dry-run").stdout
    assert "950M" not in run("list", "--all").stdout


def test_stdin(run: Run) -> None:
    claims = read_json(run("extract", "-", "--name", "release", "--json", input=STATEMENT))
    assert claims
    assert {each["document"] for each in claims} == {"release"}


def test_one_bad_file_does_not_stop_the_others(run: Run, home: Path) -> None:
    for at in range(9):
        (home / f"{at}.txt").write_text(f"The company has {at + 2} million users.\n", encoding="utf-8")
    (home / "bad.txt").write_bytes(b"abc\xff")
    done = run("extract", "0.txt", "bad.txt", *(f"{at}.txt" for at in range(1, 9)))
    assert done.exit_code == 1
    assert "bad.txt" in done.stderr
    assert "offset 3" in done.stderr
    assert len(read_json(run("document", "--json"))) == 9


def test_escapes_in_a_text_are_printed_harmless(run: Run, home: Path) -> None:
    (home / "a.txt").write_text("The \x1b[31mcompany\x1b[0m \u202ehas 5 million users.\n", encoding="utf-8")
    run("extract", "a.txt")
    for words in (["list"], ["show", "1"], ["document", "show", "1"], ["explain"]):
        said = run(*words).output
        assert said
        assert "\x1b" not in said
        assert "\u202e" not in said


def test_an_unknown_language_is_said(run: Run, home: Path) -> None:
    (home / "a.txt").write_text("В Telegram 950 000 000 пользователей.\n", encoding="utf-8")
    done = run("extract", "a.txt")
    assert done.exit_code == 0
    assert "language not known" in done.stderr


def test_several_files_are_one_command_with_one_undo(run: Run, home: Path) -> None:
    for at in range(3):
        (home / f"{at}.txt").write_text(f"The company has {at + 2} million users.\n", encoding="utf-8")
    done = run("extract", "0.txt", "1.txt", "2.txt")
    assert done.stderr.count("claimtrack undo") == 1
    assert len(read_json(run("list", "--all", "--json"))) == 3
    assert run("undo").exit_code == 0
    assert read_json(run("list", "--all", "--json")) == []
    assert read_json(run("document", "--json")) == []


def test_the_same_file_twice_in_one_command_is_one_document(run: Run, statement: Path) -> None:
    done = run("extract", str(statement), str(statement))
    assert done.exit_code == 0, done.output
    assert "nothing new" in done.stderr
    assert len(read_json(run("document", "--json"))) == 1


def test_where_no_file_can_be_read_nothing_is_written(run: Run, home: Path) -> None:
    (home / "empty.txt").write_bytes(b"")
    done = run("extract", "empty.txt", "missing.txt")
    assert done.exit_code == 1
    assert "empty.txt is empty" in done.stderr
    assert "no file missing.txt" in done.stderr
    assert "nothing was written" in done.stderr


def test_a_revised_text_is_told_in_one_line_and_not_claim_by_claim(run: Run, home: Path) -> None:
    towns = ("Leeds", "Hull", "York", "Derby", "Leicester")
    lines = [f"The clinic in {town} treated {at + 3},400 patients in 2023." for at, town in enumerate(towns)]
    (home / "first.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (home / "revised.txt").write_text("\n".join([*lines, "It closed in May."]) + "\n", encoding="utf-8")
    run("extract", "first.txt")
    done = run("extract", "revised.txt")
    told = [line for line in done.stderr.splitlines() if "look like" in line or "looks like" in line]
    assert len(told) == 1
    assert told[0].startswith("5 claims of revised.txt look like claims of first.txt")
    assert "claimtrack compare 2 1" in told[0]
    assert "claimtrack merge" in told[0]
    assert run("compare", "2", "1").exit_code == 0


def test_a_few_claims_that_look_like_others_are_told_one_by_one(run: Run, statement: Path, home: Path) -> None:
    run("extract", str(statement))
    (home / "other.txt").write_text("Telegram has 950 million users, it says.\n", encoding="utf-8")
    assert "looks like claim 1" in run("extract", "other.txt").stderr


def test_files_that_are_not_there_are_not_found_wherever_they_are_named(run: Run, home: Path) -> None:
    (home / "here.txt").write_text(STATEMENT, encoding="utf-8")
    run("extract", "here.txt")
    for words in (
        ("extract", "nowhere.txt"),
        ("extract", "nowhere.txt", "gone.txt"),
        ("extract", "here.txt", "gone.txt"),
        ("import", "nowhere.csv"),
        ("source", "add", "nowhere.pdf"),
        ("explain", "nowhere.txt"),
    ):
        done = run(*words)
        assert done.exit_code == 3, (words, done.output)
        assert "nowhere" in done.stderr or "gone.txt" in done.stderr
