"""A page over a small tracker of two documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import ARABIC, TEXT, Clock, arabic, english
from claimtrack.tracker import Tracker

pytest.importorskip("starlette", reason="the review page needs the extra `web`")

from visitor import Make, Page

from claimtrack.web.settings import Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A tracker with an English document (1) of five claims and an Arabic one (2) of two."""
    file = tmp_path / "claims.db"
    with Tracker(file, actor="engine", clock=Clock()) as tracker:
        tracker.store(english(), TEXT, name="statement.txt")
        tracker.store(arabic(), ARABIC, name="arabic.txt")
    return file


@pytest.fixture
def make(path: Path) -> Make:
    """A page with settings of its own."""
    return lambda **about: Page(Settings(path, "Lina", **about))


@pytest.fixture
def page(make: Make) -> Page:
    """The page as it is served on one's own machine."""
    return make()
