"""Copies of pages beside the database: kept, checked, tried again."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from claimtrack import Tracker, __version__
from claimtrack.errors import NotFound, UsageError
from claimtrack.model.sources import Capture
from pages import PAGE, Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def tracker(tmp_path: Path) -> Iterator[Tracker]:
    with Tracker(tmp_path / "claims.db", actor="Mona") as tracker:
        yield tracker


def captures(tracker: Tracker, source: int = 1) -> tuple[Capture, ...]:
    return tracker.source_show(source).captures


def test_a_page_is_kept_under_its_hash(tracker: Tracker, site: Site) -> None:
    change = tracker.source_add(url=f"{site.url}/moved", fetch=True)
    (kept,) = captures(tracker)
    assert (tracker.captures / str(kept.location)).read_bytes() == PAGE
    assert kept.sha256 == sha256(PAGE).hexdigest()
    assert (kept.state, kept.bytes, kept.media_type, kept.http_status) == ("ok", len(PAGE), "text/html", 200)
    assert (kept.final_url, kept.redirects) == (f"{site.url}/page", (f"{site.url}/moved",))
    assert kept.tool == f"claimtrack {__version__}"
    assert change.warnings == ()
    assert tracker.check() == []


def test_nothing_is_fetched_unless_told(tracker: Tracker, site: Site) -> None:
    tracker.source_add(url=f"{site.url}/page")
    tracker.source_add(url=f"{site.url}/page", fetch=True, dry_run=True)
    assert site.asked == []
    assert captures(tracker) == ()


def test_a_failure_keeps_the_source_and_is_tried_again(tracker: Tracker, site: Site) -> None:
    change = tracker.source_add(url=f"{site.url}/changing", fetch=True)
    assert "HTTP 404" in change.warnings[0]
    assert "claimtrack source fetch 1" in change.warnings[0]
    tracker.source_fetch(1)
    (failed,) = captures(tracker)
    assert (failed.state, failed.tries, failed.http_status) == ("failed", 2, 404)
    assert "404" in str(failed.reason)
    site.change(b"here now")
    tracker.source_fetch(1)
    (kept,) = captures(tracker)
    assert (kept.state, kept.reason, kept.tries, kept.bytes) == ("ok", None, 3, 8)
    assert tracker.check() == []


def test_what_was_kept_stays_when_the_page_changes_or_goes(tracker: Tracker, site: Site) -> None:
    site.change(b"first")
    tracker.source_add(url=f"{site.url}/changing", fetch=True)
    assert "same as before" in tracker.source_fetch(1).sentences[0]
    site.change(b"second")
    tracker.source_fetch(1)
    site.change(None)
    tracker.source_fetch(1)
    assert [(each.state, each.bytes) for each in captures(tracker)] == [("ok", 5), ("ok", 6), ("failed", None)]
    assert captures(tracker)[0].last_checked is not None
    assert tracker.check() == []


def test_one_undo_takes_source_and_copy_back(tracker: Tracker, site: Site) -> None:
    tracker.source_add(url=f"{site.url}/page", fetch=True)
    tracker.undo()
    assert tracker.source_list() == []
    tracker.redo()
    assert captures(tracker)[0].state == "ok"


def test_an_altered_copy_is_found(tracker: Tracker, site: Site) -> None:
    tracker.source_add(url=f"{site.url}/page", fetch=True)
    (tracker.captures / str(captures(tracker)[0].location)).write_bytes(b"other")
    assert [each.part for each in tracker.check()] == ["capture"]


def test_only_addresses_can_be_fetched(tracker: Tracker, site: Site, tmp_path: Path) -> None:
    file = tmp_path / "filing.txt"
    file.write_text("filing")
    with pytest.raises(UsageError, match="web address"):
        tracker.source_add(file=file, fetch=True)
    tracker.source_add(title="press officer", kind="person")
    with pytest.raises(UsageError, match="no web address"):
        tracker.source_fetch(1)
    with pytest.raises(NotFound):
        tracker.source_fetch(9)


def test_a_wrong_claim_is_told_before_the_network_is_asked(tracker: Tracker, site: Site) -> None:
    with pytest.raises(NotFound, match="claim 7"):
        tracker.attach(7, f"{site.url}/page", fetch=True)
    assert site.asked == []
