"""Claims that somebody rejects: denied by a verb in front of them, by the speaker, or called untrue."""

from __future__ import annotations

from claimtrack.claims.analysis import NOMINAL, VERBAL
from claimtrack.claims.noun_reports import turns_down
from claimtrack.claims.stretch import COMMAS, Stretch

_REACH = 16
"""How many words before a claim the verb that rejects it may stand."""
_ANSWER = 4
"""So many words at most has an answer without a verb of its own: "They don't", "It was not"."""


def denial(s: Stretch) -> str | None:
    """The rule by which the claim is rejected; None where it is not."""
    if s.draft.frame.stance == "denying" and not _is_said_anew(s) and _is_within(s):
        return "denied by its speaker"
    if _is_called_untrue(s):
        return "called untrue"
    if governing(s, "rejecting") or governing(s, "disputing", strict=True):
        return "denied by its speaker"
    if _is_disowned(s):
        return "not said by its speaker"
    if _is_short_answer(s):
        return "a denying answer"
    return None


def _is_within(s: Stretch) -> bool:
    """Whether the claim is what is denied, and not what stands behind a comma or another conjunction."""
    start = s.draft.tokens[0]
    if start == 0 or any("complementizer" in s.classes[k] for k in (start - 1, start)):
        return True
    behind = s.a.tokens[start - 1].norm in COMMAS or bool(s.classes[start - 1] & {"time", "reason"})
    return not behind and not (s.a.pos[start - 1] == "CCONJ" and s.is_finite(start))


def _is_said_anew(s: Stretch) -> bool:
    """Whether another word of saying stands between the denial and the claim: "denied it, adding that …"."""
    for i in s.before(_REACH):
        if s.classes[i] & {"denying", "rejecting"}:
            return False
        if "said_anew" in s.classes[i] or ("say" in s.classes[i] and s.a.pos[i] == "VERB"):
            return True
    return False


def governing(s: Stretch, name: str, *, strict: bool = False) -> bool:
    """Whether a verb of the class `name` stands over the claim: in front of it, with no other finite verb between.

    A further "and that …" belongs to the verb before its sister. A claim behind a comma is its own. If `strict`, the
    claim must be what the verb reports, not a thing that it is about.
    """
    sister, start = _continues(s), s.draft.tokens[0]
    if not sister and (s.a.has_conjunction(start) or (start > 0 and s.a.pos[start - 1] == "CCONJ")):
        return False
    open_to = sister or any("complementizer" in s.classes[i] for i in (start - 1, start) if i >= 0)
    for i in s.before(_REACH):
        if s.a.tokens[i].kind == "mark" and not open_to and s.a.tokens[i].norm in COMMAS:
            return False
        if name in s.classes[i] or _is_verb_form(s, i, name):
            if turns_down(s.draft.passage, i):
                return False
            subject = s.hooks.NEGATES_NEXT and i == start - 1 and s.a.pos[i - 1] not in NOMINAL
            return not subject and not negated(s, i) and (_is_reported(s, i) or not strict)
        said = "say" in s.classes[i] and s.a.pos[i] == "VERB"
        if said or (not sister and (s.is_finite(i) or "said_anew" in s.classes[i])):
            return False  # "denied it, and said that … and that …": both belong to the saying
    return False


def _is_reported(s: Stretch, verb: int) -> bool:
    """Whether the claim follows the verb directly, behind a complementizer, or as what somebody is accused of."""
    start = s.draft.tokens[0]
    if verb == start - 1 or any("complementizer" in s.classes[k] for k in (start - 1, start)):
        return True
    if s.draft.start > s.a.tokens[start].start and not s.a.has_conjunction(start):
        return True  # behind a preposition that is written on the claim's first word
    return s.a.pos[start - 1] in ("ADP", "SCONJ") and s.a.tags[start].endswith(":VBG")


def _continues(s: Stretch) -> bool:
    """ "… and that …": a further report under the same verb."""
    first = s.draft.tokens[0]
    return any(
        "complementizer" in s.classes[i] and (s.a.has_conjunction(i) or s.a.pos[i - 1] == "CCONJ")
        for i in (first - 1, first)
        if i > 0
    )


def _is_verb_form(s: Stretch, i: int, name: str) -> bool:
    """Whether a word that was tagged as a noun is a form of a verb in the list."""
    keys = s.hooks.verb_keys(s.a.tokens[i].norm)
    return any(name in s.cues.verbs.get(key, ()) for key in keys)


def negated(s: Stretch, i: int) -> bool:
    """Whether a negator stands right before the word."""
    return any(s.says(k, "negator") for k in range(max(0, i - 2), i))


def _is_called_untrue(s: Stretch) -> bool:
    """Whether the sentence calls the claim untrue right before it, or the claim says so of another."""
    first, last = s.draft.tokens[0], s.draft.tokens[-1]
    for begin, _ in s.phrases.get("denied", ()):
        parted = any(s.a.tokens[i].kind == "mark" for i in range(begin, first))
        if first - 3 <= begin <= last and not parted:
            return True
    return False


def _is_disowned(s: Stretch) -> bool:
    """ "I do not say that …": the first person, a negator and a verb of saying in front of the claim."""
    hooks, start = s.hooks, s.draft.tokens[0]
    if not any("complementizer" in s.classes[i] for i in (start - 1, start) if i >= 0):
        return False
    for i in s.before(6):
        if s.a.tokens[i].kind == "mark":
            return False
        if s.classes[i] & {"say", "disowned"} and s.a.pos[i] in VERBAL and negated(s, i):
            own = hooks.is_own_act(s.a.tokens[i].norm, s.a.tags[i])
            return own or ("disowned" in s.classes[i] and not hooks.NEGATES_NEXT)
    return False


def _is_short_answer(s: Stretch) -> bool:
    """ "They don't": a pronoun, an auxiliary and a negator, and nothing else."""
    words = [i for i in s.draft.tokens if s.a.tokens[i].kind != "mark"]
    if not 3 <= len(words) <= _ANSWER or s.a.pos[words[0]] not in NOMINAL:
        return False
    return s.a.pos[words[0]] == "PRON" and s.a.pos[words[1]] == "AUX" and s.says(words[-1], "negator")
