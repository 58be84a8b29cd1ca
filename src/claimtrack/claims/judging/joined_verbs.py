"""What a joined verb shares with the one before it, where each bears its own tense: "will build a road and | opens".

A bare present behind a future, a "may" or a "not" goes on with it; a verb that has a sign of its own, or stands in the
past, does not.
"""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.judging.stretch import COMMAS, Stretch

_REACH = 24
"""How far before a verb the first of its series may stand."""
_GOVERNED = 5
"""So many words at most are between a verb of intention and what is intended."""
_ASKED = 9
"""The same behind a verb that names who is asked or allowed: "asked the firm and its owners to"."""
_UNSETTLED = {
    "intention": "intention",
    "doubt": "doubt",
    "wanting": "intention",
    "deciding": "intention",
    "promising": "promise",
}
"""Verbs whose "that" clause is yet to come about, and the sign that they are for all verbs in it."""


class Sign(NamedTuple):
    """What stands at the first verb of a series: the class of the sign, its token, and that verb."""

    name: str
    at: int
    verb: int


def shared_sign(s: Stretch) -> Sign | None:
    """The sign of the first verb that the claim's own verb goes on with; None for a claim that shares none.

    A negator is shared behind "or", and behind "and" only where it is that of the future.
    """
    own = _joined_verb(s)
    if own is None:
        return None
    either = s.says(own - 1, "or")
    for i in range(own - 1, max(-1, own - 1 - _REACH), -1):
        if s.a.tokens[i].kind == "mark":
            if s.a.tokens[i].norm in COMMAS and (either or _goes_on(s, own)):
                continue
            return None
        if s.a.pos[i] not in VERBAL or _is_told_of_noun(s, i):
            continue
        if not s.a.tags[i].endswith(":i") or (s.a.tags[own].endswith(":p") and _person(s, i) != _person(s, own)):
            return None
        sign = _sign(s, i)
        if sign is None and _is_joined(s, i):
            continue
        shared = sign is not None and _is_shared(s, sign, own, either)
        return sign if shared else None
    return None


def _joined_verb(s: Stretch) -> int | None:
    """The bare present that a claim opens with, behind an "and" or an "or"."""
    if not s.hooks.VERB_FIRST:
        return None
    own = s.draft.tokens[0]
    if s.a.pos[own] == "CCONJ" and len(s.draft.tokens) > 1:
        own = s.draft.tokens[1]
    if own < 1 or s.a.pos[own] != "VERB" or not _is_joined(s, own) or not _is_present(s, own):
        return None
    return None if s.hooks.is_future(s.a.tokens[own].norm, s.a.tags[own]) else own


def _is_present(s: Stretch, verb: int) -> bool:
    """Whether a verb is a present, or may be that of "she", which is written as a past of another verb."""
    tag = s.a.tags[verb]
    return tag.endswith(":i") or s.hooks.may_be_she(s.a.tokens[verb].norm, tag)


def _is_joined(s: Stretch, verb: int) -> bool:
    before = verb - 1
    if before > 0 and "complementizer" in s.classes[before] and s.a.has_conjunction(before):
        return True  # "decided to close the shop and | to pay its debts"
    return s.a.has_conjunction(verb) or (before >= 0 and s.a.pos[before] == "CCONJ" and not s.says(before, "rather"))


def _goes_on(s: Stretch, own: int) -> bool:
    """Whether no subject of its own stands behind a verb that a comma parts from the first."""
    behind = own + 1
    if behind >= len(s.classes) or s.a.pos[behind] == "ADP":
        return False
    return not (s.a.pos[behind] in ("NOUN", "PROPN") and s.is_definite(behind))


def _is_told_of_noun(s: Stretch, verb: int) -> bool:
    """Whether a verb is in a clause about a noun, between the two verbs of the series: "a plant that | makes steel"."""
    return verb > 0 and ("relative" in s.classes[verb - 1] or s.says(verb - 1, "whoever"))


def _sign(s: Stretch, verb: int) -> Sign | None:
    """What makes a verb a future, a possibility, a denial or an intention."""
    if s.hooks.is_future(s.a.tokens[verb].norm, s.a.tags[verb]):
        return Sign("planned", verb, verb)
    before = verb - 1
    if before < 0:
        return None
    for name in ("negator", "planned", "maybe"):
        if s.says(before, name) and not s.says(before, "that_not"):
            return Sign(name, before, verb)
    for name, meant in (("possible", "maybe"), ("planned", "planned"), ("due", "planned"), ("arranged", "planned")):
        if s.says(before, name) or any(0 <= verb - last <= 1 for _, last in s.phrases.get(name, ())):
            return Sign(meant, before, verb)
    governed = "complementizer" in s.classes[before] or s.says(before, "that_not")
    return _governing_sign(s, before, verb) if governed else None


def _governing_sign(s: Stretch, opening: int, verb: int) -> Sign | None:
    """What the verb before a "that" makes of all verbs behind it: decided, owed, or refused, none is done yet."""
    for i in range(opening - 1, max(-1, opening - 1 - _ASKED), -1):
        if s.a.tokens[i].kind == "mark":
            return None
        if s.says(i, "obligation") and not _is_far(i, opening):
            return Sign("obligation", i, verb)
        if s.a.pos[i] not in VERBAL:
            continue
        if "undone" in s.classes[i]:
            return Sign("undone", i, verb)
        name = next((name for name in _UNSETTLED if name in s.classes[i]), None)
        if name is not None and (name == "deciding" or not _is_far(i, opening)):
            return Sign(_UNSETTLED[name], i, verb)
    return None


def _is_far(i: int, opening: int) -> bool:
    return opening - i > _GOVERNED


def _is_shared(s: Stretch, sign: Sign, own: int, either: bool) -> bool:
    """Whether the sign holds for the later verb as well; a "not" does so less often than a "will"."""
    if sign.name in _GOVERNING and sign.at < sign.verb - 1:
        return _person(s, own) == _person(s, sign.verb) and not _tells(s, own)
    if sign.name != "negator" or either:
        return True
    if s.a.tags[own].endswith(":p"):
        return False
    return s.says(sign.at, "planned") and _person(s, own) == _person(s, sign.verb)


def _tells(s: Stretch, verb: int) -> bool:
    """Whether a verb of saying goes on with a "that", so that it begins a report of its own."""
    behind = range(verb + 1, min(verb + _GOVERNED, len(s.classes)))
    return "say" in s.classes[verb] and any("complementizer" in s.classes[i] for i in behind)


_GOVERNING = frozenset({"intention", "obligation", "undone", "promise"})
"""Signs of the verb before a "that", which a later verb with another subject or of saying does not share."""


def _person(s: Stretch, verb: int) -> str:
    """The letter that an imperfect begins with, which tells its person and gender."""
    norm = s.a.tokens[verb].norm
    bare = norm[1:] if s.a.has_conjunction(verb) else norm
    return bare[s.hooks.is_future(norm, s.a.tags[verb]) :][:1]
