"""The database is pleasant in Datasette: the readable view answers, and foreign keys lead on."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from builders import TEXT, Clock, english
from claimtrack.tracker import Tracker

pytestmark = pytest.mark.skipif(find_spec("datasette") is None, reason="datasette is not installed")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("datasette") / "claims.db"
    with Tracker(file, actor="sara", clock=Clock()) as tracker:
        tracker.store(english(), TEXT, name="statement")
        tracker.tag(1, add=["telegram", "الأرقام"])
    return file


def ask(database: Path, address: str) -> Any:
    """What Datasette's JSON API answers."""
    command = [sys.executable, "-m", "datasette", str(database), "--get", address]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_view_of_claims_reads_well(database: Path) -> None:
    rows = ask(database, "/claims/claims_readable.json?_shape=array&gloss__contains=950M")
    assert [(row["gloss"], row["document"], row["status"]) for row in rows] == [
        ("950M users · Telegram", "statement", "unverified")
    ]
    assert set(rows[0]["tags"].split("; ")) == {"telegram", "الأرقام"}


def test_foreign_keys_lead_to_the_document_and_the_tags(database: Path) -> None:
    (claim,) = ask(database, "/claims/claims.json?_shape=array&id=1&_labels=on")
    assert claim["document_id"] == {"value": 1, "label": "statement"}
    tags = ask(database, "/claims/claim_tags.json?_shape=array&claim_id=1&_labels=on")
    assert {row["tag_id"]["label"] for row in tags} == {"telegram", "الأرقام"}
    assert {row["claim_id"]["value"] for row in tags} == {1}
