"""What nobody confirms: "would not confirm that …", "neither confirmed nor denied that …", "declined to comment on it".

Who says neither yes nor no denies nothing and reports nothing; what is asked of them is but possible.
"""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Passage
from claimtrack.claims.judging.denial import is_opened
from claimtrack.claims.judging.stretch import COMMAS, Stretch
from claimtrack.claims.voices.corrected import is_by_nobody

_REACH = 16
"""How many words before a claim the verb may stand that confirms nothing of it."""
_GROUP = 6
"""So many words before that verb its negator, or the verb of not doing, may stand."""


def is_left_open(s: Stretch) -> bool:
    """Whether somebody is said not to confirm the claim, so that it is but possible."""
    p, first = s.draft.passage, s.draft.tokens[0]
    if not p.held & {"confirming", "no_one"} or not is_opened(s):
        return False
    telling = next((i for i in s.before(_GROUP) if s.a.pos[i] == "VERB"), None)
    if telling is not None and "say" in s.classes[telling] and _says_nobody(s, telling):
        return True
    verb = confirming_before(p, first)
    return verb is not None and _is_withheld(s, verb)


def is_not_denied(s: Stretch) -> bool:
    """Whether somebody is only said not to deny the claim: "لم ينف الوزير أن | …", "ولم تنف تقارير عن | …"."""
    if not s.hooks.VERB_FIRST:
        return False
    for i in s.before(_REACH):
        if s.a.tokens[i].norm in COMMAS:
            return False
        if "denying" in s.classes[i] and "excluding" not in s.classes[i] and s.a.pos[i] in VERBAL:
            own = s.hooks.is_own_act(s.a.tokens[i].norm, s.a.tags[i])
            withheld = i > 0 and (s.says(i - 1, "negator") or _is_refused(s, i))
            return not own and withheld and (is_opened(s) or _is_topic(s))
        if s.is_finite(i):
            return False
    return False


def _is_refused(s: Stretch, verb: int) -> bool:
    """Whether somebody refuses to deny: "رفض الوزير أن ينفي أن | …"."""
    led = "complementizer" in s.classes[verb - 1]
    return led and any("undone" in s.classes[i] and s.is_finite(i) for i in range(max(0, verb - _GROUP), verb - 1))


def _is_topic(s: Stretch) -> bool:
    """Whether the claim is what reports are about: "تقارير عن | …"."""
    first = s.draft.tokens[0]
    return first > 0 and "from_whom" in s.classes[first - 1]


def _says_nobody(s: Stretch, cue: int) -> bool:
    """Whether nobody says or confirms what is reported: "no witness said that …"; who knows or doubts it not, does so.

    That nobody believes it denies it, and that nobody denies it affirms it.
    """
    classes = s.classes[cue]
    plain = not classes & {"tell", "mental", "believing", "denying", "rejecting", "disputing", "committing"}
    return (plain or "confirming" in classes) and is_by_nobody(s.draft.passage, cue)


def confirming_before(p: Passage, start: int) -> int | None:
    """The word of confirming that stands over what begins at a token, with no further clause between them."""
    a = p.analysis
    for i in range(start - 1, max(-1, start - 1 - _REACH), -1):
        if a.tokens[i].kind == "mark" and a.tokens[i].norm not in _QUOTES:
            return None
        if "confirming" in p.classes[i]:
            return i
        joined = "denying" in p.classes[i] and a.pos[i - 1] == "CCONJ"  # "confirmed nor | denied"
        if a.pos[i] in VERBAL and i < start - 1 and not joined and a.pos[i] != "AUX":
            return None
    return None


_QUOTES = frozenset({*"\"'”“’‘»«"})


def _is_withheld(s: Stretch, verb: int) -> bool:
    """Whether the word is denied, or stands behind a verb of not doing: "declined to confirm", "has yet to confirm"."""
    for i in range(verb - 1, max(-1, verb - 1 - _GROUP), -1):
        if s.a.tokens[i].norm in COMMAS:
            return False
        undone = "undone" in s.classes[i] and s.a.pos[i] in VERBAL
        if undone or s.says(i, "negator") or s.says(i, "unable") or i in s.within("negating"):
            return True
    return False
