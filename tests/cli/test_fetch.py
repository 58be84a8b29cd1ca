"""`--fetch`: copies of pages from the command line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cli_statement import Run

from pages import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def test_evidence_with_a_copy_of_its_page(desk: Run, site: Site) -> None:
    desk("attach", "1", f"{site.url}/page", "--stance", "supports", "--fetch")
    shown = " ".join(desk("source", "show", "1").stdout.split())
    assert "page fetched" in shown
    assert "HTTP 200" in shown
    marked = desk("mark", "1", "verified")
    assert marked.exit_code == 0
    assert "No copy is kept" not in marked.stderr


def test_an_address_is_only_recorded_without_it(desk: Run, site: Site) -> None:
    desk("attach", "1", f"{site.url}/page", "--stance", "supports")
    assert site.asked == []
    assert "No copy is kept" in desk("mark", "1", "verified").stderr


def test_a_failure_is_told_kept_and_tried_again(desk: Run, site: Site) -> None:
    added = desk("source", "add", f"{site.url}/changing", "--fetch")
    assert added.exit_code == 0
    assert "claimtrack source fetch 1" in added.stderr
    again = desk("source", "fetch", "1")
    assert again.exit_code == 1
    assert "failed: HTTP 404 Not Found; 2 tries" in " ".join(desk("source", "show", "1").stdout.split())
    site.change(b"here now")
    assert desk("source", "fetch", "--missing").exit_code == 0
    assert desk("source", "fetch", "--missing").stderr == "Nothing changed.\n"


def test_fetch_wants_to_know_which(desk: Run) -> None:
    assert desk("source", "fetch").exit_code == 2
    assert desk("source", "fetch", "7").exit_code == 3
