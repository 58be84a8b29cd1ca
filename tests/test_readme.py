"""README's two commands do what it says on a copy with nothing set up; the picture is real."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from picture import drawn

ROOT = Path(__file__).parents[1]

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "claims.db*", "screenshots"
)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy as a stranger has it, without data/claims.db, so that the main job has to make it."""
    target = tmp_path_factory.mktemp("fresh") / "claimtrack"
    shutil.copytree(ROOT, target, ignore=NOT_COPIED)
    return target


def run(command: str, checkout: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {
        k: v
        for k, v in os.environ.items()
        if not k.startswith(("CLAIMTRACK", "PYTEST", "COVERAGE")) and k not in ("PYTHONPATH", "VIRTUAL_ENV")
    }
    result = subprocess.run(
        command,
        shell=True,
        cwd=checkout,
        env={**clean, "COLUMNS": "100", **environment},
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result


@pytest.mark.install
def test_the_first_command_runs_the_main_job(checkout: Path) -> None:
    result = run(COMMANDS[0], checkout)
    assert (checkout / "data" / "claims.db").is_file()
    for gloss in ("950M users", ">12M subscribers", "4 days", "Russia", "Iran"):
        assert gloss in result.stdout
    again = run(COMMANDS[0], checkout)
    assert "950M users" in again.stdout


@pytest.mark.install
def test_the_second_command_passes_the_tests(checkout: Path) -> None:
    """Word for word; the environment tells pytest to run one file, since this test would find itself."""
    result = run(COMMANDS[1], checkout, PYTEST_ADDOPTS="tests/architecture/test_imports.py")
    assert re.search(r"\d+ passed", result.stdout)


def test_the_continuous_check_runs_the_second_command() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "n == 2" in script
    assert len(COMMANDS) == 2


def test_the_picture_is_what_the_program_prints() -> None:
    assert drawn(README) == README, "run `make docs`"
