"""Which mentions a claim carries: those in its own words, less the counts of a claim nested in it."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Draft
from claimtrack.claims.set_apart import is_excepted
from claimtrack.model.mentions import Date, Mention, Place, Quantity


def assign(drafts: Sequence[Draft]) -> None:
    """Give every draft of one sentence its mentions and places.

    A quantity belongs to the innermost claim that holds it: counted twice, it would be two facts. But where a claim
    about its subject opens a claim, the number of that subject is told by the whole: "twelve miners who had been
    trapped were brought out". Times and places say where and when of the outer claim too ("the crash in Lagos on
    Monday, which …, closed the road"), unless it has a time of its own.
    """
    for draft in drafts:
        inside = [
            m for m in draft.passage.mentions if draft.start <= m.start and m.end <= draft.end and _is_own(m, draft)
        ]
        counted = [m for m in inside if m.type != "quantity" or _is_told(m, draft, drafts)]
        draft.mentions = tuple(_with_own_places(_with_own_times(counted, draft, drafts), draft, drafts))
        codes = dict.fromkeys(m.value.code for m in draft.mentions if isinstance(m.value, Place))
        draft.places = tuple(codes)


def _with_own_times(mentions: Sequence[Mention], draft: Draft, drafts: Sequence[Draft]) -> list[Mention]:
    """The mentions without the times of claims inside, where the claim has a time that none of those holds."""
    own = [m for m in mentions if m.type == "time" and not _within(m, draft, drafts)]
    return [m for m in mentions if m.type != "time" or m in own] if own else list(mentions)


def _with_own_places(mentions: Sequence[Mention], draft: Draft, drafts: Sequence[Draft]) -> list[Mention]:
    """The mentions without the places of an aside in the middle, where the claim around it has a place of its own."""
    own = [m for m in mentions if m.type == "place" and not _in_aside(m, draft, drafts)]
    return [m for m in mentions if m.type != "place" or m in own] if own else list(mentions)


def _in_aside(mention: Mention, outer: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a claim set between marks inside `outer` tells of the place: "the ship, which flies the flag of X, …".

    That claim may begin with the subject of both, before the first of the marks.
    """
    tokens = outer.passage.analysis.tokens
    for inner in _within(mention, outer, drafts):
        first, last = inner.tokens[0], inner.tokens[-1]
        if last >= outer.tokens[-1] or tokens[last + 1].text not in _AROUND:
            continue
        opening = tokens[first - 1 : first] if first > outer.tokens[0] else []
        if first == outer.tokens[0]:
            opening = [token for token in tokens[first:last] if token.end <= mention.start]
        if any(token.text in _AROUND for token in opening):
            return True
    return False


_AROUND = (",", "،", "(", ")", "–", "—", "-")


def counts(mention: Mention) -> bool:
    """Whether it counts or measures something; how often a thing is done ("three times a day") tells of a habit."""
    value = mention.value
    return isinstance(value, Quantity) and not (value.unit == _OFTEN and value.per is not None)


_OFTEN = "time"


def _is_own(mention: Mention, draft: Draft) -> bool:
    """A date derived for an event belongs to the claim that begins with the event alone.

    A numeral belongs to none, and neither does the number of those who are taken out ("all but three").
    """
    if mention.numeral or is_excepted(draft.passage, mention):
        return False
    derived = isinstance(mention.value, Date) and mention.value.span.start != mention.start
    return not derived or mention.start - draft.start <= _NEAR


_NEAR = 12


def _is_told(mention: Mention, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether it is `draft` that tells the number, and neither a claim inside it nor one whose subject is counted."""
    if any(not _counts_subject(mention, draft, other) for other in _within(mention, draft, drafts)):
        return False
    return not any(other is not draft and _counts_subject(mention, other, draft) for other in drafts)


def _within(mention: Mention, outer: Draft, drafts: Sequence[Draft]) -> list[Draft]:
    """The claims inside another one that hold a mention and are about something else."""
    return [
        inner
        for inner in drafts
        if outer.start <= inner.start <= mention.start
        and mention.end <= inner.end <= outer.end
        and inner.end - inner.start < outer.end - outer.start
        and not _is_same_clause(mention, outer, inner)
        and not _is_bare_count(mention, outer, inner)
    ]


def _is_bare_count(mention: Mention, outer: Draft, inner: Draft) -> bool:
    """Whether `inner` is but a number and what it counts, the object of what `outer` tells: "received | 38 refugees".

    It tells nothing of its own; set off by a mark ("41 patients, 12 of them children") it does.
    """
    a = inner.passage.analysis
    first = inner.tokens[0]
    if mention.start != inner.start or first <= outer.tokens[0] or a.tokens[first - 1].kind == "mark":
        return False
    return not any(a.pos[t] in VERBAL for t in inner.tokens)


def _is_same_clause(mention: Mention, outer: Draft, inner: Draft) -> bool:
    """Whether `inner` is the end of `outer` told once more: "the mosque, now a ruin, had 24 domes".

    Both have one verb then, set off from its subject, and the number behind it is told by both.
    """
    a = outer.passage.analysis
    if inner.head != outer.head or inner.end != outer.end or a.tokens[outer.head].end > mention.start:
        return False
    return a.pos[outer.head] in VERBAL and any(t.kind == "mark" for t in a.tokens[outer.tokens[0] : outer.head])


def _counts_subject(mention: Mention, outer: Draft, inner: Draft) -> bool:
    """Whether both claims open with the counted subject, of which `outer` says more behind all of `inner`."""
    if outer.start != inner.start or not mention.end < inner.end < outer.end or "-" in mention.text:
        return False  # the 60-megawatt plant is one
    a = outer.passage.analysis
    behind = [t for t in outer.tokens if a.tokens[t].start >= inner.end and t < outer.head]
    if a.tokens[outer.head].start < inner.end or any(a.pos[t] in _OPENERS for t in behind):
        return False
    opening = (t for t in inner.tokens if a.tokens[t].start < mention.start)
    return all(a.pos[t] in _BEFORE_COUNT for t in opening)


_OPENERS = ("CCONJ", "SCONJ")
_BEFORE_COUNT = ("DET", "ADJ", "ADV")
"""What may stand between the beginning of a subject and its number: "the other 340 people"."""
