"""Documentation that the program writes is fresh, and links inside the project lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from commands import PAGE, help_of, page

ROOT = Path(__file__).parents[1]

LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def test_the_page_of_commands_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make docs`"


BLOCK = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINE = re.compile(r"^(?:\$ )?claimtrack (.+)$", re.MULTILINE)
EXAMPLES = [
    line[1]
    for name in ("README.md", "CONTRIBUTING.md")
    for block in BLOCK.finditer((ROOT / name).read_text("utf-8"))
    for line in LINE.finditer(block[1])
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_use_commands_and_options_that_exist(example: str) -> None:
    words = example.partition("  ")[0].split()
    shown = help_of(words[:1])
    assert [word for word in words if word.startswith("--") and word.partition("=")[0] not in shown] == []


PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "seeds").glob("*.md")])


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    links = LINK.findall(path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []
