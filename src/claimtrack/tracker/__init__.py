"""The verbs of a tracker: short functions over the store and the tracking rules."""

from claimtrack.tracker.tracker import Tracker

__all__ = ["Tracker"]
