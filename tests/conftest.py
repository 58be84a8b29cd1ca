"""What all tests share: the seed, and golden files that only an explicit flag rewrites."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden"
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests" / "architecture")]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write what the program says now into tests/golden, instead of comparing with it",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes some seconds; `-m 'not slow'` leaves it out")
    config.addinivalue_line("markers", "install: installs the project into a new environment (needs a package index)")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def seed() -> str:
    """The text of the first seed, exactly as the program reads it."""
    return (ROOT / "seeds" / "000_d335081de3df55a2.txt").read_bytes().decode("utf-8")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with a file of tests/golden; with --rewrite-golden it writes the file and skips.

    A file that is missing is a failure, not a silent pass.
    """
    rewrite = request.config.getoption("--rewrite-golden")

    def compare(name: str, text: str) -> None:
        file = GOLDEN / name
        if rewrite:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
            pytest.skip(f"rewrote tests/golden/{name}: read the diff before you commit it")
        assert file.is_file(), f"tests/golden/{name} is missing; `pytest --rewrite-golden` writes it"
        assert text == file.read_text(encoding="utf-8"), f"tests/golden/{name} says otherwise"

    return compare
