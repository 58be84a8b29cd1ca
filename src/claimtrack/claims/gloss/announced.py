"""A predicate behind words that say how sure it is or who owes it: "it is expected that …", "it is on him to …".

Where those words hold the place of the claim's verb, what they announce is what the claim says.
"""

from __future__ import annotations

from dataclasses import replace

import claimtrack.claims.gloss.verbs as held_verbs
from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.predicate import Predicate
from claimtrack.languages import lexicon, nominals, verbs

_REACH = 5
_OWED = frozenset({"upon", "obligation"})
_OPEN = frozenset({"possible", "planned", "due"})


def announced(draft: Draft, code: str) -> Predicate | None:
    """The predicate that the words before it announce; None where they announce none."""
    a = draft.passage.analysis
    at = next((i for i in draft.tokens if a.pos[i] == "VERB" and not is_announcing(draft, i)), None)
    before = [i for i in draft.tokens if at is None or i < at]
    owed = next((i for i in before if draft.passage.classes[i] & _OWED and a.pos[i] not in VERBAL), None)
    past = any(a.pos[i] == "AUX" and a.tags[i].endswith(":p") for i in before)
    if at is None or "complementizer" not in draft.passage.classes[at - 1]:
        return _masdar(draft, code, owed, past) if owed is not None else None
    if owed is None and not _is_left_open(draft, before):
        return None
    if owed is not None and owed != next(i for i in before if a.pos[i] not in ("AUX", "PART")):
        return None
    found = held_verbs.read(draft, code, at)
    if found is None or found.lemma is None or lexicon.modal(found.lemma) is not None:
        return None
    if owed is None:
        return replace(found, past=False)
    done = f"be {lexicon.past_participle(found.lemma)}" if found.passive else found.lemma
    return Predicate(f"have to {done}", False, owed, found.last, True, past=past)


def is_announcing(draft: Draft, i: int) -> bool:
    """Whether a word only says how open it is what comes about: "it is expected | to begin"."""
    return any(first <= i < last for name in _OPEN for first, last in draft.passage.phrases.get(name, ()))


def _is_left_open(draft: Draft, before: list[int]) -> bool:
    """Whether the words before a verb are those that leave open whether it comes about."""
    spans = [span for name in _OPEN for span in draft.passage.phrases.get(name, ())]
    return any(first <= i < last for first, last in spans for i in before[-_REACH:])


def _masdar(draft: Draft, code: str, owed: int, past: bool) -> Predicate | None:
    """The act that has to be done, right behind the preposition of what demands it: "no way round | repairing"."""
    a, i = draft.passage.analysis, owed + 2
    if "obligation" not in draft.passage.classes[owed] or i not in draft.tokens or a.pos[i - 1] != "ADP":
        return None
    act = verbs.of_masdar(code, nominals.nominal(code, a.tokens[i].norm).key)
    if a.pos[i] != "NOUN" or act is None or act.lemma.startswith("be "):
        return None
    behind = [t.fold for t in a.tokens[i + 1 : i + 1 + _REACH] if t.is_word]
    return Predicate(f"have to {verbs.sense(code, act, behind)[0].lemma}", False, owed, i, True, past=past)
