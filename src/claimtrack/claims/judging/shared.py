"""What a verb shares with the one before it: auxiliary and negator ("will not close the plant or | sell it")."""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.judging.stretch import Stretch

_REACH = 24
"""How far before a verb the auxiliary may stand that it shares."""
_AUXILIARIES = 3
"""So many words before a verb stand its auxiliary and its negator."""
_LEADING = frozenset({"planned", "would", "possible_auxiliary"})


def is_bare(s: Stretch) -> bool:
    """Whether the claim opens with a verb without an ending, as stands behind "will" and "would"."""
    return s.a.tags[_own_verb(s)].endswith(":VB")


def shared_auxiliary(s: Stretch) -> int | None:
    """The auxiliary, or the verb of intention, before another verb: "will close and | sell".

    None for a claim that opens with anything but a joined verb.
    """
    first, own = s.draft.tokens[0], _own_verb(s)
    joined = first > 0 and (s.a.pos[first - 1] == "CCONJ" or any(own in verbs[1:] for verbs in s.a.series))
    bare = is_bare(s)
    if not joined or not (bare or s.a.tags[own].endswith(("VERB:VBN", "VERB:VBD"))):
        return None
    perfect, beside = False, {i for verbs in s.a.series if own in verbs for i in verbs}
    for i in s.before(_REACH):
        perfect = perfect or s.says(i, "perfect_auxiliary")
        if s.a.pos[i] == "AUX" and s.classes[i] & _LEADING and (bare or perfect):
            return i
        if bare and i not in beside and s.a.pos[i] in VERBAL and "intention" in s.classes[i]:
            return i
        if s.is_finite(i) and i not in beside:
            return None
    return None


def shared_negator(s: Stretch) -> int | None:
    """The negator that a verb of a series shares with the first: "did not close the plant, | sell it or | move"."""
    first = s.draft.tokens[0]
    for verbs in s.a.series:
        either = s.says(verbs[-1] - 1, "or")
        if first in verbs[1:] and (either or is_bare(s)):
            return _negator_before(s, verbs[0])
    before = s.a.heads[first]
    pair = s.a.relations[first] == "conj" and 0 <= before < first - 1 and s.says(first - 1, "or")
    perfect = pair and s.a.tags[first].endswith(("VERB:VBD", "VERB:VBN")) and s.a.tags[before].endswith("VERB:VBN")
    return _negator_before(s, before) if perfect else None  # "has not published it or | answered us"


def _negator_before(s: Stretch, verb: int) -> int | None:
    return next((i for i in range(max(0, verb - _AUXILIARIES), verb) if s.says(i, "negator")), None)


def _own_verb(s: Stretch) -> int:
    return next((i for i in s.draft.tokens[:2] if s.a.pos[i] != "ADV"), s.draft.tokens[0])
