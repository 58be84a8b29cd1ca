"""Words of a language stay in its folder; addresses and paths of one machine stay out of every file."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "claimtrack"
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
TEXT_FILES = {"", ".py", ".toml", ".md", ".sh", ".in", ".txt", ".json", ".jsonl", ".html", ".css", ".js", ".sql", ".svg"}
REGISTRY = re.compile(
    "|".join(("py" "pi" r"\.org", "python" r"hosted\.org", r"https?://[^\s\"]*/(?:simple|packages)/",
              "--(?:extra-)?index" "-url", "--find" "-links(?!\\s*$)")), re.IGNORECASE)
MACHINE = re.compile(r"(?<![\w.])/(?:home|root|Users|work|tmp)/[\w.]")


def sources() -> list[Path]:
    return sorted(p for p in SRC.rglob("*.py") if "languages" not in p.relative_to(SRC).parts[:1])


def committed() -> list[Path]:
    """The text files that git holds or would add; without git (a source archive), those of the folders we ship."""
    listing = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT,
                             capture_output=True, text=True, check=False)
    if listing.returncode == 0:
        names = [ROOT / line for line in listing.stdout.splitlines()]
    else:
        names = [p for folder in ("src", "tests", "docs", "scripts", "benchmarks", "requirements", ".ci")
                 for p in (ROOT / folder).rglob("*") if "__pycache__" not in p.parts]
    return sorted(p for p in names if p.is_file() and p.suffix in TEXT_FILES)


@pytest.mark.parametrize("path", sources(), ids=lambda p: str(p.relative_to(SRC)))
def test_no_arabic_letters_outside_languages(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if ARABIC.search(line)] == []


@pytest.mark.parametrize("path", sorted((SRC / "languages").rglob("*.py")), ids=lambda p: str(p.relative_to(SRC)))
def test_in_languages_only_hooks_hold_words(path: Path) -> None:
    if path.name != "hooks.py":
        assert not ARABIC.search(path.read_text(encoding="utf-8"))


def test_no_address_of_a_package_index() -> None:
    assert _hits(REGISTRY, skip={"scripts/pins.sh"}) == []


def test_no_path_of_one_machine() -> None:
    assert _hits(MACHINE) == []


def test_the_patterns_can_fail() -> None:
    assert REGISTRY.search("pip install -i https://index.example/simple/ x")
    assert MACHINE.search("open('/home/somebody/file')")
    assert not MACHINE.search("https://example.org/home/page")


def test_no_file_is_big() -> None:
    assert [str(p) for p in committed() if p.stat().st_size > 3_000_000] == []


def _hits(pattern: re.Pattern[str], skip: set[str] = frozenset()) -> list[str]:  # type: ignore[assignment]
    found = []
    for path in committed():
        name = path.relative_to(ROOT).as_posix()
        if name in skip or path == Path(__file__):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if pattern.search(line):
                found.append(f"{name}:{number}: {line.strip()[:120]}")
    return found
