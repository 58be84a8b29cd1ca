"""A command line with its own folder and database."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_statement import TEXT, Run, extraction
from typer.testing import CliRunner, Result

from claimtrack.cli.app import app
from claimtrack.tracker import Tracker


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own: no settings, no database, no name from outside."""
    for name in ("CLAIMTRACK_DB", "CLAIMTRACK_USER", "CLAIMTRACK_LANG", "CLAIMTRACK_BIDI", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home" / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home" / "data"))
    monkeypatch.setenv("CLAIMTRACK_USER", "Mona")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(home: Path) -> Run:
    """`run("list", "--all")` as on the command line."""

    def call(*words: str, input: str | None = None) -> Result:
        return CliRunner().invoke(app, list(words), input=input)

    return call


@pytest.fixture
def desk(run: Run, home: Path) -> Run:
    """The same, with four claims on file: ids 1 to 4, the last not checkable."""
    (home / "data").mkdir()
    with Tracker(home / "data" / "claims.db", actor="Mona") as tracker:
        tracker.store(extraction(), TEXT, name="statement.txt")
    return run
