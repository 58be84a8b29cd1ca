"""`claimtrack serve` and `claimtrack report`, as they are typed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]
RUN = [sys.executable, "-c", "from claimtrack.cli.app import main; main()"]
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT / "src"), "CLAIMTRACK_LANG": "en"}


def run(path: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*RUN, "--db", str(path), *words], capture_output=True, env=ENVIRONMENT, check=False)


@pytest.mark.parametrize(("ending", "begins"), [("html", b"<!doctype html>"), ("md", b"# Fact-check"), ("docx", b"PK")])
def test_report_by_the_ending_of_its_file(path: Path, tmp_path: Path, ending: str, begins: bytes) -> None:
    target = tmp_path / f"report.{ending}"
    done = run(path, "report", "1", "-o", str(target))
    assert (done.returncode, done.stdout) == (0, b"")
    assert target.read_bytes().startswith(begins)
    assert b"Report of 5 claims" in done.stderr


def test_report_to_stdout_and_by_name(path: Path) -> None:
    done = run(path, "report", "arabic.txt", "--format", "markdown", "--labels", "ar")
    assert done.stdout.decode().startswith("# تقرير تدقيق الحقائق")


def test_report_does_not_write_over_a_file(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_text("mine")
    assert run(path, "report", "1", "-o", str(target)).returncode == 2
    assert target.read_text() == "mine"
    assert run(path, "report", "1", "-o", str(target), "--force").returncode == 0


def test_report_of_what_is_not_there(path: Path) -> None:
    assert run(path, "report", "nothing").returncode == 3
    assert run(path, "report", "1", "-o", "report.pdf").returncode == 2


@pytest.mark.parametrize(("host", "token"), [("127.0.0.1", False), ("0.0.0.0", True)])
def test_serve_says_where_and_what_it_means(path: Path, host: str, token: bool) -> None:
    command = [*RUN, "--db", str(path), "serve", "--host", host, "--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, env=ENVIRONMENT)
    try:
        assert process.stderr is not None
        first = process.stderr.readline().decode()
        port = re.search(r":(\d+)/", first)
        assert port, first
        if token:
            assert b"token" in process.stderr.readline()
            assert b"not encrypted" in process.stderr.readline()
        with urlopen(f"http://127.0.0.1:{port[1]}/", timeout=10) as answer:
            assert (b"Sign in" in answer.read()) is token
    finally:
        process.terminate()
        process.wait(timeout=10)


def test_serve_without_a_tracker_says_how_to_make_one(tmp_path: Path) -> None:
    done = run(tmp_path / "none.db", "serve")
    assert done.returncode == 3
    assert b"claimtrack extract" in done.stderr
