"""Which mentions a claim carries: those in its own words, not those of a claim nested in it."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.draft import Draft
from claimtrack.model.mentions import Date, Mention, Place


def assign(drafts: Sequence[Draft]) -> None:
    """Give every draft of one sentence its mentions and places.

    A value belongs to the innermost claim that holds it. Times and places of the noun that a nested claim is about
    also stay with the outer claim ("Athens in the 5th century, which …, kept alliances"); quantities do not.
    """
    for draft in drafts:
        inside = [
            m for m in draft.passage.mentions if draft.start <= m.start and m.end <= draft.end and _is_own(m, draft)
        ]
        draft.mentions = tuple(m for m in inside if not _held_within(m, draft, drafts))
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
    """Whether a smaller claim inside `draft` takes `mention` away from it."""
    for other in drafts:
        if other is draft or not (other.start <= mention.start and mention.end <= other.end):
            continue
        smaller = other.end - other.start < draft.end - draft.start
        nested = draft.start <= other.start and other.end <= draft.end
        if not (smaller and nested):
            continue
        if mention.type == "quantity" or not _of_the_noun(mention, other):
            return True
    return False


def _of_the_noun(mention: Mention, nested: Draft) -> bool:
    """Whether the mention hangs on the noun that a nested claim describes, not on the describing clause.

    A claim that is the noun alone ("after the revolution of 1917") describes nothing and keeps what it holds.
    """
    a = nested.passage.analysis
    token = _token_at(a, mention.start)
    if a.pos[nested.head] in VERBAL or not any(_describes(a, i) for i in nested.tokens if i > token):
        return False
    while token >= 0 and token != nested.head:
        if _describes(a, token):
            return False
        token = a.heads[token]
    return token == nested.head


def _describes(a: Analysis, token: int) -> bool:
    """Whether the token heads a clause or a second name of a noun."""
    return a.relations[token] in ("acl", "acl:relcl", "appos") or a.pos[token] in VERBAL


def _token_at(a: Analysis, offset: int) -> int:
    return next((i for i, t in enumerate(a.tokens) if t.start <= offset < t.end), -1)
