"""Counts of claims by status, remembered until somebody changes something."""

from __future__ import annotations

from threading import Lock

from claimtrack.model.tracking import Filter
from claimtrack.tracker import Tracker


class Counts:
    """Checkable claims that stand, by status: of one document, or (None) of all."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._after: int | None = None
        self._held: dict[int | None, dict[str, int]] = {}

    def of(self, tracker: Tracker, document: int | None) -> dict[str, int]:
        """The counts as they stand in the tracker now."""
        last = next((each.id for each in tracker.history(limit=1)), 0)
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
