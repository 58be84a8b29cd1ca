"""Start-up of the program against bare programs: `python benchmarks/cli.py`. Prints figures, judges nothing.

`claimtrack --help` over an empty typer program; `claimtrack list` on 10,000 claims (first 50) over
`sqlite-utils rows` on the same rows. Medians of several runs, taken turn by turn, so that a busy
machine disturbs both alike.
"""

from __future__ import annotations

import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from claimtrack import Tracker, extract

EMPTY = "import typer\napp = typer.Typer()\n@app.command()\ndef main() -> None:\n    pass\napp()\n"
CLAIMS = 10_000
SENTENCE = "Company {i} said on Monday that it had {n} employees in France."


def medians(commands: dict[str, list[str]], times: int = 15) -> dict[str, float]:
    """Milliseconds of each command, run in turns."""
    environment = {**os.environ, "NO_COLOR": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled once
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(times + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, env=environment)
            if turn:  # the first turn fills the caches
                taken[name].append(1000 * (time.perf_counter() - start))
    return {name: statistics.median(each) for name, each in taken.items()}


def compare(title: str, ours: list[str], bare: list[str]) -> None:
    """Print both times and their ratio."""
    times = medians({"ours": ours, "bare": bare})
    print(f"{title}: {times['ours']:.0f} ms over {times['bare']:.0f} ms = {times['ours'] / times['bare']:.2f}")


def fill(database: Path) -> int:
    """Store documents until there are enough claims; how many there are."""
    per_document = 250
    with Tracker(database, actor="benchmark") as tracker:
        held = 0
        for number in range(CLAIMS):
            text = " ".join(SENTENCE.format(i=number * per_document + i, n=100 + i) for i in range(per_document))
            tracker.store(extract(text, language="en"), text, name=f"document {number}")
            with sqlite3.connect(database) as connection:
                held = connection.execute("select count(*) from claims").fetchone()[0]
            if held >= CLAIMS:
                break
    return held


def main() -> None:
    scripts = Path(sys.executable).parent
    start = "import sys; from claimtrack.cli.app import main; sys.exit(main())"
    claimtrack = [sys.executable, "-c", start]  # what the installed program does
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.py"
        empty.write_text(EMPTY, encoding="utf-8")
        compare(
            "--help over an empty typer program",
            [*claimtrack, "--help"],
            [sys.executable, str(empty), "--help"],
        )
        database = Path(folder) / "claims.db"
        held = fill(database)
        compare(
            f"list on {held:,} claims over sqlite-utils rows",
            [*claimtrack, "--db", str(database), "list", "--limit", "50"],
            [str(scripts / "sqlite-utils"), "rows", str(database), "claims", "--limit", "50"],
        )


if __name__ == "__main__":
    main()
