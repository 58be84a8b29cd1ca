"""Clauses between commas that tell a circumstance of a subject before its verb: "المتهم، وهو مقاول لم يحضر، | غادر".

Only a language that writes its "and" onto the pronoun marks them so. What they deny, they deny of the subject alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.claims.analysis import VERBAL, Analysis

_FURTHER = 2
"""So many commas may stand within such a clause."""


def circumstances(a: Analysis, classes: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """The tokens of each such clause, without the commas around it."""
    commas = [i for i, token in enumerate(a.tokens) if token.norm == ","]
    for number, comma in enumerate(commas):
        first = comma + 1
        if first >= len(a.tokens) or a.pos[first] != "PRON" or not a.has_conjunction(first) or not comma:
            continue
        closing = (c for c in commas[number + 1 : number + 2 + _FURTHER] if _acts(a, classes, c + 1))
        last = next(closing, None)
        if last is not None and not _has_verb(a, classes, comma):
            yield first, last


def _acts(a: Analysis, classes: Sequence[frozenset[str]], i: int) -> bool:
    """Whether a clause goes on at the token with its verb, or with the word that denies or dates it."""
    if i >= len(a.tokens) or a.has_conjunction(i):
        return False
    return a.pos[i] in VERBAL or (i + 1 < len(a.tokens) and "negator" in classes[i] and a.pos[i + 1] in VERBAL)


def _has_verb(a: Analysis, classes: Sequence[frozenset[str]], end: int) -> bool:
    """Whether the clause before a comma has a verb of its own already, behind its last "that" or mark."""
    for i in range(end - 1, -1, -1):
        if a.tokens[i].kind == "mark" or "complementizer" in classes[i]:
            return False
        if a.pos[i] in VERBAL:
            return True
    return False
