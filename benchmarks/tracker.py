"""The tracker on 100,000 claims of 2,000 documents: `python benchmarks/tracker.py [DOCUMENTS]`. Judges nothing.

Each verb is timed in the running program beside the same SQL through sqlite-utils, and each command as a
person starts it, from the shell. Times are the best of several runs, taken turn by turn, so that a busy
machine disturbs both alike. Exports and imports are told in processor seconds, start of the program included.
CLAIMTRACK_BENCH_DB names a database made before, to be measured as it is.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count, cycle
from pathlib import Path
from typing import Any

from generated import fill
from sqlite_utils import Database

from claimtrack import Tracker
from claimtrack.model.tracking import Filter
from claimtrack.store import filtering, words
from claimtrack.tracking.rows import COLUMNS

PER_DOCUMENT = 50
EDITED = 10_000
FILTERS: dict[str, dict[str, Any]] = {
    "everything": {},
    "status": {"status": ("verified",)},
    "tag": {"tag": ("desk",)},
    "kind and speaker": {"kind": ("quantity",), "speaker": ("durov",)},
    "place": {"place": ("RU",)},
    "unit and number": {"unit": ("user",), "minimum": 500_000},
    "document": {"document": ("statement 19",)},
    "language and days": {"language": ("ar",), "since": "2015-01-01", "until": "2018-01-01"},
    "words": {"text": "announced"},
    "order by score": {"order": "score"},
}


def best(tasks: dict[str, Callable[[], object]], times: int) -> dict[str, float]:
    """Milliseconds of the quickest run of each task, run in turns."""
    taken: dict[str, float] = {}
    for _ in range(times):
        for name, task in tasks.items():
            start = time.perf_counter()
            task()
            taken[name] = min(taken.get(name, 1e9), 1000 * (time.perf_counter() - start))
    return taken


def compare(title: str, ours: Callable[[], object], bare: Callable[[], object], times: int = 15) -> None:
    """Print both times and their ratio."""
    found = best({"ours": ours, "bare": bare}, times)
    print(f"{title:34} {found['ours']:8.2f} ms over {found['bare']:8.2f} ms = {found['ours'] / found['bare']:.2f}")


def lists(tracker: Tracker, db: Database) -> None:
    """The first 50 claims of a filter, whole, over the same claims and their parts by SQL."""
    for name, fields in FILTERS.items():
        chosen = Filter(limit=50, **fields)
        compare(f"list, {name}", lambda f=chosen: tracker.claims(f), lambda f=chosen: same_rows(db, f))


def same_rows(db: Database, chosen: Filter) -> list[dict[str, Any]]:
    """What `list` reads, by SQL: the claims, and the parts that belong to them."""
    condition, values = filtering.condition(chosen)
    rows = list(
        db.query(
            "SELECT c.*, d.name, d.language, d.published FROM claims c JOIN documents d ON d.id = c.document_id "
            f"WHERE {condition} {filtering.order(chosen)}",
            values,
        )
    )
    add_parts(db, rows)
    return rows


def add_parts(db: Database, rows: list[dict[str, Any]]) -> None:
    """The child rows of the claims, a query for each table."""
    ids = [row["id"] for row in rows]
    among = f"IN ({','.join('?' * len(ids))})"
    for table in ("quantities", "times", "places", "appearances", "notes"):
        list(db.query(f"SELECT * FROM {table} WHERE claim_id {among}", ids))
    list(db.query(f"SELECT * FROM claim_tags ct JOIN tags t ON t.id = ct.tag_id WHERE claim_id {among}", ids))
    list(db.query(f"SELECT * FROM evidence e JOIN sources s ON s.id = e.source_id WHERE claim_id {among}", ids))


def searches(tracker: Tracker, db: Database) -> None:
    """Ranked search over the same query to the index by SQL."""
    for wanted in ("government decision", "Company 777", "الحكومة"):
        match, (condition, values) = words.query(wanted), filtering.condition(Filter())
        sql = (
            "SELECT c.*, bm25(claim_search, 4.0, 2.0, 1.0) AS rank FROM claim_search JOIN claims c "
            f"ON c.id = claim_search.rowid WHERE claim_search MATCH ? AND {condition} ORDER BY rank, c.id LIMIT 50"
        )

        def bare(sql: str = sql, given: tuple[Any, ...] = (match, *values)) -> None:
            add_parts(db, list(db.query(sql, given)))

        compare(f"search, {wanted}", lambda w=wanted: tracker.search(w), bare)


def marks(tracker: Tracker, path: Path) -> None:
    """One claim marked over a bare update and an insert into a table of changes."""
    db = Database(path)
    db["bare_changes"].insert({"at": "x", "claim_id": 0, "before": "x", "after": "y"})
    ours, bare = count(3, 10), count(4, 10)

    def plain() -> None:
        claim = next(bare)
        with db.atomic():
            db["claims"].update(claim, {"status": "in_progress", "status_at": "2024", "status_by": "x"})
            db["bare_changes"].insert({"at": "2024", "claim_id": claim, "before": "unverified", "after": "in_progress"})

    compare("mark one claim", lambda: tracker.mark(next(ours), "in_progress"), plain, 40)
    db["bare_changes"].drop()


def environment() -> dict[str, str]:
    """What commands run in: a person's name, and compiled files kept, as an installed program has them."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"CLAIMTRACK_NO_GIT": "1", "CLAIMTRACK_USER": "benchmark", "NO_COLOR": "1"}


def program(path: Path, *arguments: str) -> float:
    """Processor seconds that a command takes from the shell; other programs' work is not in them."""
    code = "from claimtrack.cli.app import main; main()"
    command = [sys.executable, "-c", code, "--db", str(path), *arguments]
    before = os.times()
    subprocess.run(command, check=True, capture_output=True, env=environment())
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def sheets(path: Path, folder: Path) -> None:
    """Exports of everything, and an import of edited rows over exports of the same rows."""
    total = Database(path)["claims"].count
    for ending in ("csv", "jsonl", "xlsx"):
        taken = program(path, "export", str(folder / f"all.{ending}"), "--all")
        print(f"export of all to {ending:17} {total / taken:10,.0f} rows a second ({taken:.1f} s)")
    some = folder / "some.csv"
    taken = min(program(path, "export", str(some), "--force", f"1-{EDITED}") for _ in range(3))
    edited(some)
    spent = program(path, "import", str(some), "--yes")
    ratio = spent / taken / 3
    print(f"import of {EDITED:,} edited rows        {spent:8.2f} s over 3 exports {3 * taken:.2f} s = {ratio:.2f}")


def edited(file: Path) -> None:
    """The sheet with a tag, a note and an assignee in every row."""
    text = file.read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, COLUMNS)
        writer.writeheader()
        for row in rows:
            notes = "; ".join(filter(None, [row["notes"], "seen by the desk"]))
            writer.writerow(row | {"tags": "edited; " + row["tags"], "notes": notes, "assignee": "Ali"})


def commands(path: Path) -> None:
    """Whole commands over sqlite-utils commands, start of the program included."""
    tool = shutil.which("sqlite-utils", path=str(Path(sys.executable).parent)) or "sqlite-utils"
    condition, _ = filtering.condition(Filter())
    listed = f"SELECT c.*, d.name FROM claims c JOIN documents d ON d.id = c.document_id WHERE {condition} LIMIT 50"
    steps = cycle(("in_progress", "unverified"))  # every mark changes something
    for title, ours, query in (
        ("command: list", lambda: ("list", "-n", "50", "--json"), listed),
        (
            "command: search",
            lambda: ("search", "government decision", "--json"),
            "SELECT c.*, bm25(claim_search) AS r FROM claim_search JOIN claims c ON c.id = claim_search.rowid "
            "WHERE claim_search MATCH 'government decision' ORDER BY r LIMIT 50",
        ),
        ("command: mark", lambda: ("mark", "5", next(steps)), "UPDATE claims SET status = 'in_progress' WHERE id = 6"),
    ):

        def bare(query: str = query) -> None:
            subprocess.run([tool, "query", str(path), query], check=True, capture_output=True, env=environment())

        compare(title, lambda words=ours: program(path, *words()), bare, 11)


def main() -> None:
    documents = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "claims.db"
        made = os.environ.get("CLAIMTRACK_BENCH_DB")
        start = time.perf_counter()
        shutil.copy(made, path) if made else fill(path, documents, PER_DOCUMENT)
        print(f"{Database(path)['claims'].count:,} claims, ready in {time.perf_counter() - start:.0f} s")
        with Tracker(path, actor="benchmark") as tracker:
            lists(tracker, Database(path))
            searches(tracker, Database(path))
            marks(tracker, path)
        commands(path)
        sheets(path, folder)


if __name__ == "__main__":
    main()
