"""Puts the real output of the README's `claimtrack list …` into the README: `python scripts/picture.py`."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PICTURE = re.compile(r"(<!-- picture -->\n```text\n\$ claimtrack ([^\n]*)\n)((?!```)[^\n]*\n)*```")
"""The block in the README: its first line is the command, the rest what it prints."""


def listing(words: str) -> str:
    """What `claimtrack WORDS` prints from the committed tracker, at 100 columns and without colour."""
    from typer.testing import CliRunner

    from claimtrack.cli.app import app

    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "claims.db"
        shutil.copy(ROOT / "data" / "claims.db", database)
        environment = {"COLUMNS": "100", "NO_COLOR": "1", "CLAIMTRACK_DB": str(database)}
        result = CliRunner().invoke(app, words.split(), env=environment)
    assert result.exit_code == 0, result.output
    return "\n".join(line.rstrip() for line in result.stdout.strip("\n").splitlines())


def drawn(page: str) -> str:
    """The README with its picture as the program prints it now."""
    assert PICTURE.search(page), "README.md has no picture"
    return PICTURE.sub(lambda m: f"{m[1]}{listing(m[2])}\n```", page)


if __name__ == "__main__":
    README.write_text(drawn(README.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
