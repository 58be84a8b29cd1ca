"""One reporting frame of a sentence: its cue, who speaks at it, and the stretch of words that it reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.claims.draft import Frame


@dataclass(frozen=True, slots=True)
class Reporting:
    """One frame: the token of its cue, and the tokens `first` to `last` (exclusive) that it reports."""

    cue: int
    frame: Frame
    first: int
    last: int
    nominal: bool = False
    """Whether it reports a noun phrase ("denied any delay"), so that the cue may head a claim of its own."""
    figure: bool = False
    """Whether it gives a figure or a cause for something ("put the toll at 40", "attribute the cold to the wind"): the
    claim that holds the cue is what the speaker says."""


def told_by(inner: Frame, found: Sequence[Reporting]) -> tuple[Frame, ...]:
    """Who reports that somebody else told something, outermost first: "X said | she had been told by Y that …"."""
    own = next((each for each in found if each.frame == inner), None)
    around = [o for o in found if own is not None and o is not own and not (o.nominal or o.figure)]
    around = [o for o in around if own is not None and o.cue < o.first <= own.cue < own.first and own.last <= o.last]
    return tuple(o.frame for o in around if o.frame.speaker != inner.speaker)


def told_on(each: Reporting, found: Sequence[Reporting]) -> bool:
    """Whether a frame stands within what another one reports behind its cue: who tells there is but quoted."""
    return any(o is not each and o.cue < o.first <= each.cue < o.last and not o.nominal for o in found)
