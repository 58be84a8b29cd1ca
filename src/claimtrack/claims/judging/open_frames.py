"""Frames around a claim that leave it open: a suspicion, reports that nobody has confirmed, a choice of two."""

from __future__ import annotations

from claimtrack.claims.judging.stretch import Stretch


def is_suspicion(s: Stretch) -> bool:
    """ "on suspicion of | cutting a cable": that somebody was held for it is a fact, what he is held for is none."""
    first = s.draft.tokens[0]
    return s.leads_in("suspicion") or any(begin == first for begin, _ in s.phrases.get("suspicion", ()))


def is_unconfirmed(s: Stretch) -> bool:
    """Whether reports that nobody has confirmed tell the claim: "unconfirmed reports said | …", "… reports that …"."""
    start = s.draft.tokens[0]
    if s.leads_in("left_open"):
        return True  # "declined to comment on reports that | …"
    speaker = (s.draft.frame.speaker or "").casefold()
    for first, last in s.phrases.get("unconfirmed", ()):
        if " ".join(s.a.tokens[i].norm for i in range(first, last)) in speaker:
            return True  # "according to unconfirmed reports"
        if last <= start and all(s.classes[i] & {"complementizer", "say"} for i in range(last, start)):
            return True
        if start <= first and last in s.draft.tokens and "complementizer" in s.classes[last]:
            return True
    return False


def is_choice(s: Stretch) -> bool:
    """Whether the claim is one of two of which one holds: "either the union agrees or the plant closes"."""
    start, last = s.draft.tokens[0], s.draft.tokens[-1]
    return any(begin <= start + 1 and last < end for begin, end in s.phrases.get("either_or", ()))
