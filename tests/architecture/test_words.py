"""Words of a language stay in its folder; addresses and paths of one machine stay out of every file."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "claimtrack"
WORD = re.compile("[\u0620-\u063f\u0641-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]{2,}")
"""Two Arabic letters or more in a row; a lone comma, digit or letter of a table is mechanics."""
TEXT_FILES = {
    "",
    ".py",
    ".toml",
    ".md",
    ".sh",
    ".in",
    ".txt",
    ".json",
    ".jsonl",
    ".html",
    ".css",
    ".js",
    ".sql",
    ".svg",
}
REGISTRY = re.compile(
    "|".join(
        (
            "py" "pi" r"\.org",
            "python" r"hosted\.org",
            r"https?://[^\s\"]*/(?:simple|packages)/",
            "--(?:extra-)?index-url",
            "--find-links(?!\\s*$)",
        )
    ),
    re.IGNORECASE,
)
MACHINE = re.compile(r"(?<![\w.])/(?:home|root|Users|work|tmp)/[\w.]")


def sources() -> list[Path]:
    return sorted(p for p in SRC.rglob("*.py") if p.parent.parent.name != "languages")


def committed() -> list[Path]:
    """The text files that git holds or would add; without git (an archive), those of the folders we ship."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listing.returncode == 0:
        names = [ROOT / line for line in listing.stdout.splitlines()]
    else:
        names = [
            p
            for folder in ("src", "tests", "docs", "scripts", "benchmarks", "requirements", ".ci")
            for p in (ROOT / folder).rglob("*")
            if "__pycache__" not in p.parts
        ]
    return sorted(p for p in names if p.is_file() and p.suffix in TEXT_FILES)


@pytest.mark.parametrize("path", sources(), ids=lambda p: str(p.relative_to(SRC)))
def test_no_arabic_words_in_code(path: Path) -> None:
    """Docstrings and comments may show an example; what the program works with stands in languages/."""
    assert [word for word in strings(ast.parse(path.read_text(encoding="utf-8"))) if WORD.search(word)] == []


def strings(tree: ast.AST) -> Iterator[str]:
    """Every text that the code works with: docstrings, which stand alone as statements, are left out."""
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.value


def test_no_address_of_a_package_index() -> None:
    assert _hits(REGISTRY, skip={"scripts/pins.sh"}) == []


def test_no_path_of_one_machine() -> None:
    assert _hits(MACHINE) == []


def test_the_patterns_can_fail() -> None:
    address = "/".join(("https:", "", "index.example", "simple", "x"))  # put together, so that it does not stand here
    assert REGISTRY.search(f"pip install -i {address}")
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
