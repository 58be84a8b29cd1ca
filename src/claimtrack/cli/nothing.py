"""Why a filter picks nothing: the word in it that no claim knows, and the words nearest to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.cli.errors import did_you_mean
from claimtrack.model.filters import Filter

if TYPE_CHECKING:
    from claimtrack.tracker import Tracker

_SAYS = {
    "tag": "No claim bears the tag “{}”.",
    "unit": "No claim has the unit “{}”.",
    "document": "There is no document “{}”.",
    "language": "No claim is in the language “{}”.",
    "speaker": "No claim is said by “{}”.",
    "assignee": "No claim is assigned to “{}”.",
}


def why_nothing(chosen: Filter, tracker: Tracker) -> str:
    """The first word of a filter that alone picks nothing, or "" where only all of them together do."""
    for field, says in _SAYS.items():
        for word in getattr(chosen, field):
            if not tracker.count(Filter.model_validate({"checkable": None, field: (word,)})):
                return f"{says.format(word)} {did_you_mean(word, tracker.spellings(field))}".strip()
    return ""
