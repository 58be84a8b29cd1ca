"""From a head word to the words of its claim: which tokens belong, and where the quote begins and ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.selection import CLAUSAL

_OPTIONAL = CLAUSAL | {
    "appos",
    "nmod",
    "obl",
    "advmod",
    "dep",
    "list",
    "dislocated",
    "vocative",
    "discourse",
    "cc",
    "mark",
}
_CLOSING = frozenset("%)°")


def is_optional(a: Analysis, k: int) -> bool:
    """Whether it has to be decided that the branch under `k` belongs to the claim above it."""
    relation = a.relations[k]
    if a.pos[k] in VERBAL and relation not in ("aux", "aux:pass", "cop"):
        return True
    return relation in _OPTIONAL


def members(a: Analysis, head: int, keep: Callable[[int], bool]) -> list[int]:
    """The tokens of the claim headed by `head`: its subtree without the optional branches that `keep` turns down."""
    found, todo = [head], [head]
    while todo:
        each = todo.pop()
        for kid in a.kids[each]:
            if not is_optional(a, kid) or keep(kid):
                found.append(kid)
                todo.append(kid)
    return sorted(found)


def trim(a: Analysis, tokens: list[int], head: int, classes: Sequence[frozenset[str]]) -> list[int]:
    """`tokens` without marks and connectives at the front, and without marks and linking phrases at the end."""
    first, last = 0, len(tokens)
    while first < last and tokens[first] != head and _leads(a, tokens[first], classes):
        first += 1
    while last > first and tokens[last - 1] != head and _trails(a, tokens[last - 1], classes):
        last -= 1
    return tokens[first:last]


def _leads(a: Analysis, i: int, classes: Sequence[frozenset[str]]) -> bool:
    if a.tokens[i].kind == "mark":
        return a.tokens[i].text not in "$€£¥"
    return bool(classes[i] & _LEADING)


def _trails(a: Analysis, i: int, classes: Sequence[frozenset[str]]) -> bool:
    if a.tokens[i].kind == "mark":
        return a.tokens[i].text not in _CLOSING
    return "linking" in classes[i] or a.pos[i] == "CCONJ"


_LEADING = frozenset({"strip", "linking"})


def offsets(a: Analysis, tokens: list[int]) -> tuple[int, int]:
    """The span from the first to the last of `tokens`; an attached conjunction at the front stays outside."""
    first = a.tokens[tokens[0]]
    start = first.start
    if a.has_conjunction(tokens[0]) and len(first.text) > 2:
        start += 1
    return start, a.tokens[tokens[-1]].end
