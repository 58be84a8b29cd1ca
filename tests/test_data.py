"""data/claims.db is what scripts/data.py makes of seeds/, and nothing else."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from data import build, content

ROOT = Path(__file__).parents[1]

COMMITTED = ROOT / "data" / "claims.db"


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("rebuilt") / "claims.db"
    build(target)
    return target


def test_a_rebuild_has_the_same_content(rebuilt: Path, tmp_path: Path) -> None:
    copy = tmp_path / "claims.db"  # a look at a database in WAL mode may leave files beside it
    copy.write_bytes(COMMITTED.read_bytes())
    ours, new = content(copy), content(rebuilt)
    assert set(ours) == set(new)
    for table, rows in new.items():
        assert ours[table] == rows, f"{table}: run `make data` and commit data/claims.db"


def test_it_holds_the_seeds_unaltered(rebuilt: Path) -> None:
    with sqlite3.connect(rebuilt) as database:
        texts = {text for (text,) in database.execute("select text from documents")}
    assert texts == {p.read_bytes().decode("utf-8-sig") for p in (ROOT / "seeds").glob("*.txt")}


def test_no_file_lies_beside_it(tmp_path: Path) -> None:
    build(tmp_path / "claims.db")
    assert [p.name for p in tmp_path.iterdir()] == ["claims.db"]
