"""Several writers, sudden death and a full disk: each command is wholly there or not at all."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

import pytest

from builders import TEXT, Clock, english
from claimtrack.model.tracking import Filter
from claimtrack.tracker import Tracker

_HERE = str(Path(__file__).parents[1])
_WRITE = """
import sys; sys.path.insert(0, {here!r})
from claimtrack.tracker import Tracker
with Tracker({path!r}, actor={who!r}) as t:
    for i in range(25):
        t.note(1 + i % 4, f"{who} {{i}}")
"""


def _churn(path: str, salt: int) -> None:
    """Work that never stops by itself: extract, tag, mark, undo and import, again and again."""
    with Tracker(path, actor="churn") as tracker:
        for i in range(100_000):
            tracker.store(english(), TEXT + f" {i} {salt}", name=f"d{i}")
            tracker.tag([1, 2, 3], add=[f"t{i % 5}"])
            tracker.mark([1, 2], "in_progress" if i % 2 else "unverified")
            tracker.undo()
            tracker.redo()
            rows = [row | {"tags": f"s{salt}-{i}"} for row in tracker.export_rows(Filter(ids=(1, 2, 3)))]
            tracker.import_rows(rows)


def _run(code: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "claims.db"
    with Tracker(file, actor="sara", clock=Clock()) as tracker:
        tracker.store(english(), TEXT, name="statement")
    return file


def test_two_processes_writing_at_once_lose_nothing(path: Path) -> None:
    runs = [_run(_WRITE.format(here=_HERE, path=str(path), who=who)) for who in ("omar", "lina")]
    assert [run.wait(60) for run in runs] == [0, 0]
    with Tracker(path) as tracker:
        notes = {note.text for claim in tracker.claims() for note in claim.notes}
        assert notes == {f"{who} {i}" for who in ("omar", "lina") for i in range(25)}
        assert tracker.check() == []


def test_two_processes_making_the_database_at_once(tmp_path: Path) -> None:
    code = f"from claimtrack.tracker import Tracker\nTracker({str(tmp_path / 'new.db')!r}).close()"
    runs = [_run(code) for _ in range(3)]
    assert [run.wait(60) for run in runs] == [0, 0, 0]
    with Tracker(tmp_path / "new.db") as tracker:
        assert tracker.check() == []


@pytest.mark.skipif("fork" not in get_all_start_methods(), reason="this system cannot fork processes")
@pytest.mark.slow
def test_sudden_death_at_fifty_moments_leaves_a_sound_database(path: Path) -> None:
    """SIGKILL in the middle of extract, tag, mark, undo, redo or import: each is wholly there or not at all."""
    chance = random.Random(7)
    before = 0
    for turn in range(50):
        run = get_context("fork").Process(target=_churn, args=(str(path), turn))
        run.start()
        time.sleep(chance.uniform(0.005, 0.25))
        run.kill()
        run.join()
        with Tracker(path) as tracker:
            assert tracker.check() == []
            operations = tracker.history(limit=None)
            assert len(operations) >= before, "what was written stays written"
            before = len(operations)
            _wholly_there(tracker)
    assert before > 50, "the work was under way when it was killed"


def _wholly_there(tracker: Tracker) -> None:
    """Every document has all its claims, and the claims that are always changed together are alike."""
    assert {document.claims for document in tracker.documents()} == {5}
    first, second, third = tracker.claims(Filter(ids=(1, 2, 3)))
    assert first.status == second.status
    assert first.tags == second.tags == third.tags


def test_full_disk_is_said_and_loses_nothing(path: Path) -> None:
    code = f"""
import resource, signal, sys; sys.path.insert(0, {_HERE!r})
from builders import TEXT, english
from claimtrack.errors import StoreError
from claimtrack.tracker import Tracker
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Tracker({str(path)!r}) as t:
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
    try:
        for i in range(1000):
            t.store(english(), TEXT + str(i) + " x" * 5000, name=f"d{{i}}")
    except StoreError as error:
        print(len(t.documents()), error.message)
"""
    run = _run(code)
    out, _ = run.communicate(timeout=60)
    assert run.returncode == 0
    assert "nothing was written" in out
    with Tracker(path) as tracker:
        assert len(tracker.documents()) == int(out.split()[0])
        assert tracker.check() == []
