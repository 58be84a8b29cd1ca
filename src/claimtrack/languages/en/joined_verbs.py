"""Verbs behind "and" that the parser hung below a noun: "The boat hit a rock and | sank" has no two rocks."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.languages.en.hanging import Tree, has_circle
from claimtrack.languages.en.verb_forms import STOPS, group_begin, is_clause_verb, is_helped

_RELATING = frozenset({"who", "which", "that", "whose", "whom", "where"})


def with_joined_verbs(norms: Sequence[str], tree: Tree) -> Tree:
    """The tree, with each such verb side by side with the verb before it; none behind a relative clause."""
    for i in range(2, len(norms) - 1):
        if norms[i - 1] not in ("and", "but") or not is_clause_verb(tree[0], i):
            continue
        above = tree[1][i]
        if above < 0 or tree[0][above].startswith(("VERB", "AUX")) or tree[2][i] != "conj":
            continue
        verb = _verb_before(norms, tree[0], i - 1)
        if verb is not None:
            tree = _joined(tree, i, verb) or tree
    return tree


def _verb_before(norms: Sequence[str], tags: Sequence[str], stop: int) -> int | None:
    for k in range(stop - 1, -1, -1):
        if norms[k] in STOPS or norms[k] in _RELATING:
            return None
        if tags[k].startswith("VERB") and (is_clause_verb(tags, k) or is_helped(norms, tags, k)):
            before = group_begin(norms, tags, k) - 1
            return k if before < 0 or norms[before] not in _RELATING else None
    return None


def _joined(tree: Tree, i: int, verb: int) -> Tree | None:
    heads, relations = list(tree[1]), list(tree[2])
    heads[i], relations[i], heads[i - 1] = verb, "conj", i
    return None if has_circle(heads) else (tree[0], heads, relations)
