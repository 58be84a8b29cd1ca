"""Appositions of a role and a name: "the Turkish prime minister X" asserts that X is the Turkish prime minister."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.claims.analysis import Analysis
from claimtrack.claims.proposal import Proposal
from claimtrack.claims.selection import Facts
from claimtrack.claims.spans import offsets

_BEFORE = frozenset({"ADJ", "DET", "NOUN", "PROPN", "NUM", "X"})
_LONGEST = 8
_CONFIDENCE = 0.5


def titles(a: Analysis, facts: Facts, proposals: Sequence[Proposal], role_first: bool) -> Iterator[Proposal]:
    """A claim for each role with a name behind it that no proposal says already.

    `role_first`: the language puts the role's own attributes behind it (Arabic), so that name and role may be apart.
    """
    taken = {p.head for p in proposals}
    for i in range(len(a.tokens)):
        if "role" not in facts.classes[i] or a.pos[i] not in ("NOUN", "PROPN", "ADJ"):
            continue
        name = _name_behind(a, facts, i, role_first)
        if name is None:
            continue
        first = i if role_first else _first(a, facts, i)
        if (first == i and not role_first) or name in taken or i in taken or name - first > _LONGEST:
            continue
        tokens = list(range(first, name + 1))
        start, end = offsets(a, tokens)
        yield Proposal(i, tokens, start, end, _CONFIDENCE)


def _first(a: Analysis, facts: Facts, i: int) -> int:
    """Where the attributes in front of an English role begin."""
    at = i
    while (
        at > 0
        and a.pos[at - 1] in _BEFORE
        and a.tokens[at - 1].is_word
        and not facts.classes[at - 1] & {"strip", "say"}
    ):
        at -= 1
    return at


def _name_behind(a: Analysis, facts: Facts, i: int, role_first: bool) -> int | None:
    """The last token of the proper name that follows the role, None where none does."""
    at = i + 1
    while role_first and at < len(a.tokens) and a.pos[at] in ("ADJ", "NOUN") and at - i < 5 and _joins(a, facts, at):
        at += 1
    last = at
    while last < len(a.tokens) and a.pos[last] in ("PROPN", "X") and _joins(a, facts, last):
        last += 1
    return last - 1 if last > at else None


def _joins(a: Analysis, facts: Facts, i: int) -> bool:
    return (
        a.tokens[i].is_word
        and not a.has_conjunction(i)
        and not facts.classes[i] & {"strip", "complementizer", "relative"}
    )
