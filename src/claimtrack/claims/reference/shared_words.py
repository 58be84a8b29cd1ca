"""Words that a clause shares with the one before it, and without which it reads otherwise than it is meant.

"She was born in Riga and | [She was] raised in Cairo", "The council will not raise taxes or | [The council will not]
sell the lines": alone, "sell the lines" would tell the contrary.
"""

from __future__ import annotations

from claimtrack.claims.cues import Cues
from claimtrack.claims.draft import Draft
from claimtrack.claims.judging.joined_verbs import shared_sign
from claimtrack.claims.judging.shared import shared_auxiliary, shared_negator
from claimtrack.claims.judging.stretch import Stretch
from claimtrack.claims.reference.shared_pronouns import Additions

_OPENING = 3
"""So many words at most stand at the front of a claim up to its verb."""
_GROUP = frozenset({"AUX", "PART", "ADV"})
_SIGNS = frozenset({"negator", "maybe", "planned"})
"""Signs of a first verb that are words of their own."""


def with_shared_words(draft: Draft, additions: Additions, cues: Cues) -> Additions:
    """The additions, with the auxiliary and the "not" of the clause before behind the subject that was added in front.

    Where no subject was added the shared words stand alone: "[will not] sell the railways".
    """
    words = _shared_words(draft, cues)
    if not words:
        return additions
    front = next((each for each in additions if each[0] == draft.start and each[1].endswith("] ")), None)
    if front is None:
        return ((draft.start, f"[{words}] "), *additions)
    return tuple((at, f"{added[:-2]} {words}] ") if (at, added) == front else (at, added) for at, added in additions)


def _shared_words(draft: Draft, cues: Cues) -> str | None:
    a, head = draft.passage.analysis, draft.head
    opens = head in draft.tokens[:_OPENING] and all(a.pos[i] == "ADV" for i in range(draft.tokens[0], head))
    if not opens or a.pos[head] != "VERB":
        return None
    if cues.language.hooks.VERB_FIRST:
        return _sign(draft, cues) if draft.polarity == "negated" or draft.modality != "asserted" else None
    return _passive(draft) or _auxiliary(draft, cues)


def _passive(draft: Draft) -> str | None:
    """The auxiliary before the first of two passives of which the claim opens with the second."""
    a, head = draft.passage.analysis, draft.head
    if a.relations[head] != "conj" or not a.tags[head].endswith("VERB:VBN"):
        return None
    own = [i for i in range(max(0, a.heads[head] - _OPENING), a.heads[head]) if a.pos[i] == "AUX"]
    passive = own and "passive_auxiliary" in draft.passage.classes[own[-1]] and a.heads[head] < draft.tokens[0]
    return " ".join(a.tokens[i].text for i in own) if passive and a.tags[a.heads[head]].endswith(":VBN") else None


def _auxiliary(draft: Draft, cues: Cues) -> str | None:
    """The auxiliaries and the "not" before the first verb of a series of which the claim opens with a later one."""
    if draft.polarity != "negated" and draft.modality == "asserted":
        return None
    s = Stretch(draft, cues)
    negated = shared_negator(s) if draft.polarity == "negated" else None
    at = shared_auxiliary(s) if negated is None else negated
    if at is None or at >= draft.tokens[0] or s.a.pos[at] not in _GROUP:
        return None
    first = last = at
    while first > 0 and s.a.pos[first - 1] == "AUX":
        first -= 1
    while s.a.pos[last + 1] in _GROUP and last + 1 < draft.tokens[0]:
        last += 1
    group = [i for i in range(first, last + 1) if s.a.pos[i] == "AUX" or s.says(i, "negator")]
    denies = any(s.says(i, "negator") for i in group)
    return " ".join(s.a.tokens[i].text for i in group) if denies == (draft.polarity == "negated") else None


def _sign(draft: Draft, cues: Cues) -> str | None:
    """The particle of the first verb of a series, without what is written on it."""
    sign = shared_sign(Stretch(draft, cues))
    if sign is None or sign.name not in _SIGNS or sign.at == sign.verb:
        return None
    a = draft.passage.analysis
    return a.tokens[sign.at].text[a.has_conjunction(sign.at) :]
