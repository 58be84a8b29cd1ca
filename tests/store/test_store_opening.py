"""Opening: what is wrong with a file is said, and nothing is lost."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from builders import TEXT, Clock, english
from claimtrack.errors import NewerSchema, NotADatabase, NotFound, StoreBusy, StoreError
from claimtrack.model.filters import Filter
from claimtrack.store import filtering, opening
from claimtrack.store.schema import migrations
from claimtrack.tracker import Tracker


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "claims.db"
    with Tracker(file, actor="sara", clock=Clock()) as tracker:
        tracker.store(english(), TEXT, name="statement")
    return file


def test_all_tables_are_strict_and_the_journal_is_wal(path: Path) -> None:
    db = Database(path)
    own = [t for t in db.tables if not t.name.startswith(("_", "claim_search", "sqlite_"))]
    assert len(own) > 12
    assert [t.name for t in own if not t.strict] == []
    assert db.journal_mode == "wal"
    assert {row["gloss"] for row in db["claims_readable"].rows} >= {
        "950M users · Telegram",
        "blocked · Russia",
    }


def test_all_migrations_are_counted(path: Path) -> None:
    assert len(migrations.applied(Database(path))) == opening.VERSION


def test_text_is_not_a_database(tmp_path: Path) -> None:
    file = tmp_path / "claims.db"
    file.write_text("this is a letter, not a database, and it is long enough to tell" * 20)
    before = file.read_bytes()
    with pytest.raises(NotADatabase, match=r"claims\.db"):
        Tracker(file)
    assert file.read_bytes() == before


def test_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    Database(file)["cats"].insert({"name": "Misha"})
    with pytest.raises(NotADatabase):
        Tracker(file)
    assert Database(file).table_names() == ["cats"]


def test_newer_schema_is_refused(path: Path) -> None:
    sqlite3.connect(path).execute("PRAGMA user_version = 999")
    with pytest.raises(NewerSchema, match="999"):
        Tracker(path)


def test_older_schema_is_migrated_after_a_copy(tmp_path: Path) -> None:
    file = tmp_path / "claims.db"
    db = Database(file)
    migrations.apply(db, stop_before="m006_views")
    db.execute(f"PRAGMA application_id = {opening.APPLICATION_ID}")
    db.execute("PRAGMA user_version = 5")
    db["tags"].insert({"name": "kept", "folded": "kept"})
    db.close()
    with Tracker(file) as tracker:
        assert "copy" in tracker.warnings[0]
        assert tracker.check() == []
    assert [r["name"] for r in Database(file)["tags"].rows] == ["kept"]
    assert "claims_readable" not in Database(tmp_path / "claims.db.schema-5.bak").view_names()


def test_missing_file_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        Tracker(tmp_path / "none.db", read_only=True)
    assert not (tmp_path / "none.db").exists()


def test_read_only_opening_cannot_write(path: Path) -> None:
    with Tracker(path, read_only=True) as tracker:
        assert len(tracker.claims()) == 4
        assert tracker.check() == []
        with pytest.raises(StoreError, match="read-only"):
            tracker.tag(1, add=["x"])


@pytest.mark.skipif(os.geteuid() == 0, reason="permissions do not hold root back")
def test_read_only_file_gives_a_clear_error(path: Path) -> None:
    path.chmod(0o444)
    with Tracker(path) as tracker, pytest.raises(StoreError, match="read-only"):
        tracker.tag(1, add=["x"])


def test_a_busy_database_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.1)
    other = sqlite3.connect(path, isolation_level=None)
    with Tracker(path) as tracker:
        tracker._session.conn.execute("PRAGMA busy_timeout = 100")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy, match="in use"):
            tracker.tag(1, add=["x"])
        other.execute("ROLLBACK")
        assert tracker.tag(1, add=["x"]).operation


def test_the_text_of_a_document_cannot_be_changed(path: Path) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="never changes"):
        sqlite3.connect(path).execute("UPDATE documents SET text = 'x'")


def test_same_clock_gives_the_same_content(tmp_path: Path) -> None:
    for name in ("a", "b"):
        with Tracker(tmp_path / name, actor="x", clock=Clock()) as tracker:
            tracker.store(english(), TEXT, name="statement")
            tracker.tag(1, add=["y"])
    a, b = (list(sqlite3.connect(tmp_path / name).iterdump()) for name in ("a", "b"))
    assert a == b


def test_counting_the_claims_that_stand_reads_no_claim(tmp_path: Path) -> None:
    with Tracker(tmp_path / "claims.db") as tracker:
        assert tracker.count() == 0
    sql, _ = filtering.condition(Filter())
    plan = sqlite3.connect(tmp_path / "claims.db").execute(
        f"EXPLAIN QUERY PLAN SELECT count(*) FROM claims c WHERE {sql}"
    )
    assert "claims_standing" in plan.fetchone()[3]
