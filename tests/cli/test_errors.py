"""Errors: one message, the right exit code, a hint, and no traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_statement import Run


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["lst"], 2, "Did you mean list?"),
        (["list", "--status", "verfied"], 2, "Did you mean verified"),
        (["list", "--kind", "evnt"], 2, "Did you mean event"),
        (["list", "--format", "jsno"], 2, "Did you mean json"),
        (["list", "--since", "last week"], 2, "YYYY-MM-DD"),
        (["list", "--min", "many"], 2, "wants a number"),
        (["list", "--place", "Rusia"], 2, "Did you mean Russia"),
        (["list", "--nope"], 2, "No such option"),
        (["list", "--json", "--format", "csv"], 2, "contradict"),
        (["list", "9-3"], 2, "smaller id"),
        (["show", "99"], 3, "no claim 99"),
        (["show", "abc"], 2, "not an id"),
        (["source", "show", "9"], 3, "9"),
        (["explain", "Prices fell by half."], 3, "claimtrack explain -"),
        (["mark", "1", "verified"], 4, "evidence"),
        (["mark", "1"], 2, "Which status"),
        (["tag", "1"], 2, "Which tag"),
        (["tag", "--add", "x"], 2, "Which claims"),
        (["tag", "--where-place", "FR", "--add", "x"], 3, "No claim fits"),
        (["attach", "1", "2"], 2, "source:2 for source 2 on file"),
        (["add", "--document", "1", "--quote", "not in the text"], 3, "words"),
        (["tags", "renam"], 2, "Did you mean rename"),
    ],
)
def test_exit_codes_and_hints(desk: Run, words: list[str], code: int, says: str) -> None:
    found = desk(*words)
    assert found.exit_code == code, found.output
    assert says in found.stderr
    assert "Traceback" not in found.output
    assert found.stdout == ""


def test_no_tracker_yet(run: Run) -> None:
    found = run("list")
    assert found.exit_code == 3
    assert "claimtrack extract" in found.stderr


def test_a_file_that_is_no_database(run: Run, home: Path) -> None:
    (home / "notes.db").write_text("these are just words, and not a database of any kind")
    found = run("list", "--db", "notes.db")
    assert found.exit_code == 1
    assert "notes.db" in found.stderr
    assert (home / "notes.db").read_text().startswith("these are just words")


def test_debug_shows_the_traceback(desk: Run) -> None:
    assert "Traceback" in desk("show", "99", "--debug").stderr


@pytest.mark.parametrize("table", ["dbb = 1", "labels = 3", "labels = "])
def test_a_wrong_setting_is_named(desk: Run, home: Path, table: str) -> None:
    (home / "claimtrack.toml").write_text(table)
    found = desk("list")
    assert found.exit_code == 2
    assert "claimtrack.toml" in found.stderr


def test_ctrl_c_ends_with_130(home: Path) -> None:
    code = "from claimtrack.cli.app import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "extract", "-"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ,
        # where the tests run in the background, SIGINT is ignored and children would inherit that
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    time.sleep(3)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in said


def test_a_closed_pipe_is_no_error(desk: Run, home: Path) -> None:
    code = "from claimtrack.cli.app import main; main()"
    command = f"'{sys.executable}' -c '{code}' list --format csv | head -c 1"
    found = subprocess.run(command, shell=True, capture_output=True, text=True, check=False, env=os.environ)
    assert found.returncode == 0
    assert "Error" not in found.stderr
    assert "Traceback" not in found.stderr


def test_missing_claims_are_named_as_ranges(desk: Run) -> None:
    assert "no claim 5-90, 95." in desk("tag", "1-90", "95", "--add", "x").stderr


def test_a_mistyped_file_gets_the_nearest_name(run: Run, home: Path) -> None:
    (home / "statement.txt").write_text("Words.\n", encoding="utf-8")
    assert "Did you mean statement.txt?" in run("extract", "statment.txt").stderr


def test_a_reader_that_goes_away_is_no_failure(desk: Run, home: Path) -> None:
    command = "import sys; from claimtrack.cli.app import main; sys.exit(main())"
    made = subprocess.Popen(
        [sys.executable, "-u", "-c", command, "list", "--all"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert made.stdout is not None
    made.stdout.close()
    assert made.wait(timeout=60) == 0
    assert made.stderr is not None
    assert b"Traceback" not in made.stderr.read()
    made.stderr.close()
