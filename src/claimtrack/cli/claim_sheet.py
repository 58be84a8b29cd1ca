"""Claims as a sheet for the exports: the documented columns, without confidential sources unless asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from claimtrack.model.tracked import TrackedClaim
from claimtrack.views.exports import Sheet
from claimtrack.views.exports.confidential import without_confidential


def claim_sheet(claims: Callable[[], Iterable[TrackedClaim]], *, confidential: bool = False) -> Sheet:
    """The sheet of the claims that `claims()` gives; called again for each use."""
    from claimtrack.tracking.rows import COLUMNS, to_row

    def allowed() -> Iterable[TrackedClaim]:
        return claims() if confidential else without_confidential(claims())

    return Sheet(
        COLUMNS,
        lambda: (to_row(each, confidential=confidential) for each in allowed()),
        allowed,
        lambda: (each.id for each in claims()),
    )
