"""claimtrack show: one claim with all that is known about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimtrack.cli.claim_sheet import claim_sheet
from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.filters import Which, filters, reading
from claimtrack.cli.output import Output, output
from claimtrack.cli.signature import uses
from claimtrack.errors import UsageError
from claimtrack.model.filters import Filter
from claimtrack.model.history import Operation
from claimtrack.model.tracked import TrackedClaim

if TYPE_CHECKING:
    from claimtrack.tracker import Tracker


@uses(where=filters, out=output, desk=desk)
def run(
    which: Which = None,
    *,
    where: Filter,
    out: Output,
    desk: Desk,
) -> None:
    """Show claims: words, speaker, values, evidence, history.

    \b
      claimtrack show 7
      claimtrack show 7 9 --json
      claimtrack show --status in_review
    """
    with desk.read() as tracker:
        chosen = reading(which or (), where, tracker)
        if chosen == Filter():
            raise UsageError("Which claim?", "Name its id, as “claimtrack list” shows it, or a filter.")
        plain = chosen == Filter(ids=chosen.ids)
        claims = [tracker.claim(each) for each in chosen.ids] if plain else tracker.claims(chosen)
        if not out.is_table:
            out.sheet(claim_sheet(lambda: claims))
            return
        out.lines(_pages([(claim, tracker.history(claim.id), _linked(claim, tracker)) for claim in claims], out))


def _linked(claim: TrackedClaim, tracker: Tracker) -> dict[str, int]:
    """The ids of the claims of its document by their keys, where it is linked to any."""
    if not claim.links:
        return {}
    return {each.key: each.id for each in tracker.claims(Filter(document=(str(claim.document_id),), checkable=None))}


def _pages(claims: list[tuple[TrackedClaim, list[Operation], dict[str, int]]], out: Output) -> Iterator[str]:
    from claimtrack.views.detail import detail

    screen = out.screen()
    for at, (claim, history, ids) in enumerate(claims):
        if at:
            yield ""
        yield from detail(claim, screen, history, ids)
