"""Makes data/claims.db from seeds/: `python scripts/data.py [FILE]`. The same seeds give the same content.

The claims are entered by "claimtrack" at a fixed time: a rebuild differs only where the extraction does.
"""

from __future__ import annotations

import sqlite3
import sys
from datetime import UTC, datetime
from pathlib import Path

from claimtrack import Tracker
from claimtrack.sources import read

ROOT = Path(__file__).parents[1]
MADE = datetime(2024, 9, 6, 12, tzinfo=UTC)


def build(target: Path) -> None:
    """Extract every seed into a new database at `target`."""
    for old in target.parent.glob(f"{target.name}*"):
        old.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    with Tracker(target, actor="claimtrack", clock=lambda: MADE, command="claimtrack extract") as tracker:
        for file in sorted((ROOT / "seeds").glob("*.txt")):
            source = read(str(file))
            tracker.extract(source.text, name=source.name)
    _close_for_good(target)


def _close_for_good(target: Path) -> None:
    """One file and nothing beside it: the write-ahead log goes back into the database."""
    database = sqlite3.connect(target)
    database.execute("pragma wal_checkpoint(truncate)")
    database.execute("vacuum")
    database.execute("pragma wal_checkpoint(truncate)")
    database.close()


def content(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that holds content, in a stable order; the search index follows from them."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    tables = [
        name
        for (name,) in connection.execute(
            "select name from sqlite_master where type = 'table' and sql not like '%VIRTUAL%' order by name"
        )
        if not name.startswith(("sqlite_", "_"))
        and not name.endswith(("_data", "_idx", "_content", "_docsize", "_config"))
    ]
    rows = {name: sorted(connection.execute(f'select * from "{name}"').fetchall(), key=repr) for name in tables}
    connection.close()
    return rows


if __name__ == "__main__":
    build(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "data" / "claims.db")
