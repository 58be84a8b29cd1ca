"""What completes a verb in a gloss: the verb or the masdar behind it ("began | to build", "refused | entry")."""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.verbs import held, is_led, is_second, listed, read, words_behind
from claimtrack.claims.tree_subjects import subject_of
from claimtrack.languages import lexicon, load, nominals, verbs
from claimtrack.text.folding import fold

_REACH = 11
"""So many words behind a verb what completes it may begin."""
_PARTICLES = frozenset({"PART", "AUX"})
_LED = frozenset({"complementizer", "that_not"})


def complement(draft: Draft, code: str, at: int) -> tuple[str, int] | None:
    """The verb or masdar that completes a verb: behind its subject, and no second part of another noun."""
    a, classes = draft.passage.analysis, draft.passage.classes
    behind = at == draft.tokens[0] or a.pos[at - 1] not in ("NOUN", "PROPN", "ADJ")  # else the subject is before it
    found = listed(draft, code, at)
    open_to = found is not None and lexicon.modal(found.lemma) is not None  # what is possible is what one can do
    subject = subject_of(a, at) if behind and not open_to else None
    governed = None if found is None else verbs.governs(code, found.verb)
    for i in (i for i in draft.tokens if i > at):
        if i > at + _REACH or a.tokens[i].kind == "mark" or classes[i] & {"time", "conditional"}:
            return None
        if a.pos[i] in VERBAL and "relative" not in classes[i - 1]:
            if a.has_conjunction(i):
                return None  # begin, and we shall buy
            led = any(classes[k] & _LED for k in range(max(at + 1, i - 2), i))
            if not led and a.pos[i - 1] in _PARTICLES and i - 1 > at:
                return None  # begin a battle that may last
            return _completing_verb(draft, code, i) if governed is None or led else None
        if a.pos[i] != "NOUN" or is_second(draft, code, i) or not _is_governed(draft, code, i, governed):
            continue
        act = _completing_masdar(draft, code, at, i, i == subject)
        if act is not None:
            return act
    return None


def _completing_verb(draft: Draft, code: str, i: int) -> tuple[str, int] | None:
    found = held(draft, code, i) or read(draft, code, i)
    if found is None or found.lemma is None or lexicon.modal(found.lemma) is not None:
        return None
    return f"be {lexicon.past_participle(found.lemma)}" if found.passive else found.lemma, found.last


def _completing_masdar(draft: Draft, code: str, at: int, i: int, is_subject: bool) -> tuple[str, int] | None:
    """The act that the noun at `i` names, where it completes the verb at `at`; None where it is a thing."""
    a, classes = draft.passage.analysis, draft.passage.classes
    token, found = a.tokens[i], nominals.nominal(code, a.tokens[i].norm)
    definite = load(code).hooks.core(token.text) is not None
    acts = is_subject and (definite or verbs.bears_object(code, a.tokens[at].fold, a.tags[at]))
    if found.act is None or found.is_plural or (acts and not is_led(draft, code, i)):
        return None  # in the plural it is a thing: two dams, no obstructing
    if "negating" in classes[at] and (
        "requested_noun" in classes[i] or (found.is_thing and not is_led(draft, code, i))
    ):
        return None  # what is refused is the request, the offer, the contract, and no requesting
    masdar = verbs.of_masdar(code, found.key)
    if masdar is None or masdar.lemma.startswith("be ") or _is_wanted_thing(draft, code, at, i):
        return None
    meant, used = verbs.sense(code, masdar, list(words_behind(draft, i)))
    return meant.lemma, i if used is None else i + 1 + used


def _is_wanted_thing(draft: Draft, code: str, at: int, i: int) -> bool:
    """Whether what is wanted is a thing, as its own ending shows: "want | housing", and not to house anybody."""
    found, norm = listed(draft, code, at), draft.passage.analysis.tokens[i].norm
    wants = found is not None and verbs.wants(code, found.verb)
    return wants and norm.endswith(load(code).hooks.OBJECT) and nominals.nominal(code, norm).key != fold(norm)


def _is_governed(draft: Draft, code: str, i: int, preposition: str | None) -> bool:
    """Whether a noun stands behind the preposition that its verb wants; what denies it stands between them."""
    a = draft.passage.analysis
    if preposition is None:
        return True
    at = i - 1 if "negating_noun" in draft.passage.classes[i - 1] else i
    if not preposition:
        return not is_led(draft, code, at)
    word = a.tokens[at].fold
    if a.pos[at - 1] == "ADP":
        return a.tokens[at - 1].fold == fold(preposition)
    attached = at != i or lexicon.has_attached(code, word)
    return len(preposition) == 1 and word.startswith(preposition) and attached
