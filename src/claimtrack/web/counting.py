"""Counts of claims by status, remembered until somebody changes something."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from threading import Lock

from claimtrack.model.tracking import Filter
from claimtrack.tracker import Tracker

Stamp = tuple[tuple[int, int], ...]


def _stamp(path: Path) -> Stamp:
    """Size and time of the database and its journal: every write changes them."""
    found = []
    for file in (path, path.with_name(path.name + "-wal")):
        with suppress(OSError):
            stat = file.stat()
            found.append((stat.st_size, stat.st_mtime_ns))
    return tuple(found)


class Counts:
    """Checkable claims that stand, by status: of one document, or (None) of all."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._after: Stamp = ()
        self._held: dict[int | None, dict[str, int]] = {}

    def of(self, tracker: Tracker, document: int | None) -> dict[str, int]:
        """The counts as they stand in the tracker now."""
        last = _stamp(self._path)
        with self._lock:
            if last != self._after:
                self._after, self._held = last, {}
            if document in self._held:
                return self._held[document]
        chosen = Filter() if document is None else Filter(document=(str(document),))
        counts = tracker.stats(chosen).by_status
        with self._lock:
            if last == self._after:
                self._held[document] = counts
        return counts
