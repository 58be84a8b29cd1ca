"""The bundle of a case: whole, readable offline, and the same when nothing changed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from builders import ARABIC, TEXT, Clock, arabic, english
from claimtrack.cli.claim_sheet import claim_sheet
from claimtrack.model.tracking import Filter
from claimtrack.tracker import Tracker
from claimtrack.views.exports import bundle

ALL = Filter(checkable=None)
PAGE = b"<script>alert(1)</script> the register of companies"


@pytest.fixture
def tracker(tmp_path: Path) -> Iterator[Tracker]:
    with Tracker(tmp_path / "claims.db", actor="sara", clock=Clock()) as opened:
        opened.store(english(), TEXT, name="statement")
        opened.store(arabic(), ARABIC, name="خبر")
        (tmp_path / "register.html").write_bytes(PAGE)
        opened.attach(1, tmp_path / "register.html", stance="supports", quote="950")
        opened.mark(1, "verified", because="the register")
        opened.note(6, "ask them")
        yield opened


def packed(tracker: Tracker, filter: Filter = ALL, *, confidential: bool = False) -> ZipFile:
    claims = tracker.claims(filter)
    case = bundle.make_case(
        claims,
        [tracker.document(id) for id in dict.fromkeys(each.document_id for each in claims)],
        tracker.source_list(),
        tracker.history(limit=None, confidential=confidential),
        labels="en",
        day="2024-09-07",
        confidential=confidential,
    )
    out = io.BytesIO()
    bundle.write(out, case, claim_sheet(lambda: claims, confidential=confidential), tracker.captures)
    return ZipFile(out)


def test_everything_of_the_case_is_in_it(tracker: Tracker) -> None:
    case = packed(tracker)
    assert case.testzip() is None
    assert case.read("documents/1.txt").decode() == TEXT
    assert case.read("documents/2.txt").decode() == ARABIC
    rows = list(csv.DictReader(io.StringIO(case.read("claims.csv").decode("utf-8-sig"))))
    assert [row["id"] for row in rows] == [str(each.id) for each in tracker.claims(Filter(checkable=None))]
    claims = [json.loads(line) for line in case.read("claims.jsonl").splitlines()]
    assert claims[0]["evidence"][0]["quote"] == "950"
    (source,) = [json.loads(line) for line in case.read("sources.jsonl").splitlines()]
    (copy,) = [name for name in case.namelist() if name.startswith("captures/")]
    assert source["captures"][0]["sha256"] in copy
    assert case.read(copy) == PAGE
    assert copy.endswith(".txt"), "a captured page must not run when it is opened"
    commands = [json.loads(line)["command"] for line in case.read("history.jsonl").splitlines()]
    assert commands == ["note", "mark", "attach", "extract", "extract"]


def test_its_hashes_are_right(tracker: Tracker) -> None:
    case = packed(tracker)
    lines = [line.split("  ", 1) for line in case.read("SHA256SUMS").decode().splitlines()]
    assert {name for _, name in lines} == set(case.namelist()) - {"SHA256SUMS"}
    assert all(sha256(case.read(name)).hexdigest() == digest for digest, name in lines)


def test_the_pages_need_nothing_else_and_lead_to_what_is_there(tracker: Tracker) -> None:
    case = packed(tracker)
    page = case.read("index.html").decode()
    assert "default-src 'none'" in page
    assert "<script" not in page
    links = [part.split('"')[0] for part in page.split('href="')[1:]]
    inside = [link.split("#")[0] for link in links if not link.startswith("http")]
    assert inside
    assert set(inside) <= set(case.namelist())
    assert "950M users · Telegram" in page
    assert 'id="claim-1"' in case.read("documents/1.html").decode()


def test_claims_that_were_not_chosen_stay_out(tracker: Tracker) -> None:
    case = packed(tracker, Filter(ids=(6,)))
    assert not any("documents/1" in name or "captures" in name for name in case.namelist())
    operations = [json.loads(line) for line in case.read("history.jsonl").splitlines()]
    assert {change["claim_id"] for each in operations for change in each["changes"]} <= {6, None}


def test_the_same_case_is_the_same_file(tracker: Tracker) -> None:
    first, second = (packed(tracker) for _ in range(2))
    assert [(each.filename, each.CRC) for each in first.infolist()] == [
        (each.filename, each.CRC) for each in second.infolist()
    ]


def test_a_copy_that_is_gone_is_named(tracker: Tracker) -> None:
    copy = next(each for each in tracker.captures.rglob("*") if each.is_file())
    copy.unlink()
    case = packed(tracker)
    assert not any(name.startswith("captures/") for name in case.namelist())
