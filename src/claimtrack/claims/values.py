"""Which mentions a claim carries: those in its own words, less the counts of a claim nested in it."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.draft import Draft
from claimtrack.model.mentions import Date, Mention, Place


def assign(drafts: Sequence[Draft]) -> None:
    """Give every draft of one sentence its mentions and places.

    A quantity belongs to the innermost claim that holds it: counted twice, it would be two facts. Times and places
    say where and when of the outer claim too ("the crash in Lagos on Monday, which …, closed the road").
    """
    for draft in drafts:
        inside = [
            m for m in draft.passage.mentions if draft.start <= m.start and m.end <= draft.end and _is_own(m, draft)
        ]
        draft.mentions = tuple(m for m in inside if m.type != "quantity" or not _held_within(m, draft, drafts))
        codes = dict.fromkeys(m.value.code for m in draft.mentions if isinstance(m.value, Place))
        draft.places = tuple(codes)


def _is_own(mention: Mention, draft: Draft) -> bool:
    """A date derived for an event belongs to the claim that begins with the event alone; a numeral to none."""
    if mention.numeral:
        return False
    derived = isinstance(mention.value, Date) and mention.value.span.start != mention.start
    return not derived or mention.start - draft.start <= _NEAR


_NEAR = 12


def _held_within(mention: Mention, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a smaller claim inside `draft` holds `mention`."""
    return any(
        draft.start <= other.start <= mention.start
        and mention.end <= other.end <= draft.end
        and other.end - other.start < draft.end - draft.start
        for other in drafts
    )
