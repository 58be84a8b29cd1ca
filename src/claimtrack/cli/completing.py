"""What a shell may complete: ids, tags and documents of the database. A fault completes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from claimtrack.cli.database import find
from claimtrack.errors import ClaimtrackError

if TYPE_CHECKING:
    from claimtrack.tracker import Tracker

_MOST = 200
Offer = tuple[str, str]


def claim_ids(incomplete: str) -> list[Offer]:
    """Ids with their gloss."""
    return _offers(incomplete, _claims)


def tags(incomplete: str) -> list[Offer]:
    """Tags with the number of their claims."""
    return _offers(incomplete, lambda tracker: ((each.name, f"{each.claims} claims") for each in tracker.tags()))


def documents(incomplete: str) -> list[Offer]:
    """Names of documents with their ids."""
    return _offers(incomplete, lambda tracker: ((each.name, f"document {each.id}") for each in tracker.documents()))


def _claims(tracker: Tracker) -> Iterable[Offer]:
    from claimtrack.model.filters import Filter

    for claim in tracker.iter_claims(Filter(checkable=None)):
        yield str(claim.id), claim.gloss


def _offers(incomplete: str, all_of: Callable[[Tracker], Iterable[Offer]]) -> list[Offer]:
    from claimtrack.tracker import Tracker

    found: list[Offer] = []
    try:
        with Tracker(find(None).path, read_only=True, create=False) as tracker:
            for offer in all_of(tracker):
                if offer[0].startswith(incomplete):
                    found.append(offer)
                    if len(found) == _MOST:
                        break
    except (ClaimtrackError, OSError):
        return []
    return found
