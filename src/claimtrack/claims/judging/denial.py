"""Claims that somebody rejects: denied by a verb in front of them, by the speaker, or called untrue."""

from __future__ import annotations

import claimtrack.claims.judging.contradicting as contradicting
import claimtrack.claims.judging.untrue as untrue
from claimtrack.claims.analysis import NOMINAL, VERBAL
from claimtrack.claims.judging.stretch import COMMAS, Stretch, verb_lists
from claimtrack.claims.voices.corrected import is_by_nobody, is_corrected
from claimtrack.claims.voices.noun_reports import turns_down
from claimtrack.claims.voices.told_aside import is_told_aside

_REACH = 16
"""How many words before a claim the verb that rejects it may stand."""
_DISOWNED = 6
"""How many words before a claim the verb may stand by which somebody does not say or believe it."""
_ABLE = 4
"""So many words before "that" the verb may stand that says who can do it."""
_ANSWER = 4
"""So many words at most has an answer without a verb of its own: "They don't", "It was not"."""


DENIED, CORRECTED, WITHDRAWN = "denied by its speaker", "called false by who tells it", "taken back by its speaker"
REJECTED = (DENIED, CORRECTED, WITHDRAWN)
"""The rules by which somebody rejects a claim that stands in words of its own."""


def denial(s: Stretch) -> str | None:
    """The rule by which the claim is rejected; None where it is not."""
    if is_told_aside(s.draft.passage, s.draft.tokens):
        return None
    if s.draft.frame.stance == "denying" and not _is_said_anew(s) and _is_within(s):
        return DENIED
    if _denies_in_passing(s):
        return DENIED
    if untrue.is_called_untrue(s):
        return "called untrue"
    if _is_set_right(s):
        return CORRECTED
    if _is_called_untrue_behind(s):
        return contradicting.REASON
    if s.leads_in("taken_back"):
        return WITHDRAWN
    if s.leads_in("rejected_report") or governing(s, "rejecting") or governing(s, "disputing", strict=True):
        return DENIED
    if _is_disowned(s):
        return "not said by its speaker"
    if _is_short_answer(s):
        return "a denying answer"
    return None


def _denies_in_passing(s: Stretch) -> bool:
    """Whether the claim opens with the participle that denies it: "…, denying | any delay"."""
    first = s.draft.tokens[0]
    if not {"denying", "say_participle"} <= s.classes[first] or first + 1 not in s.draft.tokens:
        return False
    return s.a.pos[first + 1] in ("NOUN", "DET") and "complementizer" not in s.classes[first + 1]


def _is_within(s: Stretch) -> bool:
    """Whether the claim is what is denied, and not what stands behind a comma or another conjunction."""
    start = s.draft.tokens[0]
    verb = next((i for i in s.before(_REACH) if s.classes[i] & {"denying", "rejecting"}), None)
    if verb is not None and (negated(s, verb) or _is_plan_beside(s, verb)):
        return False
    if start == 0 or is_opened(s):
        return True
    if verb is not None and (_is_parted(s, verb) or (s.main < 0 and "disputing" in s.classes[verb])):
        return False  # to reject an idea is not to deny it
    closed = s.a.tokens[start - 1].kind == "mark" and s.a.tokens[start - 1].norm in _PARTING
    behind = closed or _is_timed(s)
    return not behind and not (s.a.pos[start - 1] == "CCONJ" and s.is_finite(start))


_PARTING = frozenset({*COMMAS, ":", ";", "–", "—"})


def _is_parted(s: Stretch, verb: int) -> bool:
    """Whether a comma parts the claim from the verb; two commas are around something between them."""
    return sum(s.a.tokens[i].norm in COMMAS for i in range(verb, s.draft.tokens[0])) % 2 == 1


def _is_timed(s: Stretch) -> bool:
    """Whether the claim only tells when or why: "denied it until | the surrender"."""
    start = s.draft.tokens[0]
    return start > 0 and bool(s.classes[start - 1] & {"time", "reason"}) and not is_opened(s)


def _is_plan_beside(s: Stretch, verb: int) -> bool:
    """Whether a plan behind a comma leads to the claim: "denies it, and it is planned to …"."""
    start = s.draft.tokens[0]
    return any(
        verb < first < start and start - 2 <= last and s.a.tokens[first - 1].norm in COMMAS
        for first, last in s.phrases.get("planned", ())
    )


def is_opened(s: Stretch) -> bool:
    """Whether a word that opens a report stands at the claim or before it: "that", not "but" or "although"."""
    if s.opened is None:
        start = s.draft.tokens[0]
        s.opened = any(_opens_report(s, i) for i in (start - 1, start) if i >= 0)
    return s.opened


def _opens_report(s: Stretch, i: int) -> bool:
    if "complementizer" not in s.classes[i] or is_if_by_verb(s, i):
        return False
    return i == 0 or not s.classes[i - 1] & {"contrast", "except", "negating_noun"}


def _is_said_anew(s: Stretch) -> bool:
    """Whether another word of saying stands between the denial and the claim: "denied it, adding that …"."""
    for i in s.before(_REACH):
        if s.classes[i] & {"denying", "rejecting"}:
            return False
        anew = "said_anew" in s.classes[i] and s.hooks.core(s.a.tokens[i].text) is None  # not المتهمان, who are persons
        if anew or ("say" in s.classes[i] and s.a.pos[i] == "VERB"):
            return True
    return False


def governing(s: Stretch, name: str, *, strict: bool = False) -> bool:
    """Whether a verb of the class `name` stands over the claim: in front of it, with no other finite verb between.

    A further "and that …" belongs to the verb before its sister. A claim behind a comma is its own. If `strict`, the
    claim must be what the verb reports, not a thing that it is about.
    """
    if name not in s.governing():
        return False
    sister, start = _continues(s), s.draft.tokens[0]
    if not sister and (s.a.has_conjunction(start) or (start > 0 and s.a.pos[start - 1] == "CCONJ")):
        return False
    if _is_timed(s):
        return False
    open_to = sister or is_opened(s)
    for i in s.before(_REACH):
        if s.a.tokens[i].kind == "mark" and not open_to and s.a.tokens[i].norm in COMMAS:
            return False
        if name in s.classes[i] or _is_verb_form(s, i, name):
            if turns_down(s.draft.passage, i) or s.a.pos[i - 1] == "NUM" or _is_plan_beside(s, i):
                return False  # "eleven accused" are persons
            if any(r.cue == i and s.draft.tokens[-1] < r.first for r in s.draft.passage.reports or ()):
                return False  # who denies it
            subject = s.hooks.NEGATES_NEXT and i == start - 1 and not open_to and s.a.pos[i - 1] not in NOMINAL
            return (
                not subject
                and not negated(s, i)
                and not is_by_nobody(s.draft.passage, i)
                and (_is_reported(s, i) or not strict)
            )
        said = "say" in s.classes[i] and s.a.pos[i] == "VERB"
        if said or (not sister and (s.is_finite(i) or "said_anew" in s.classes[i])):
            return False  # "denied it, and said that … and that …": both belong to the saying
    return False


def _is_reported(s: Stretch, verb: int) -> bool:
    """Whether the claim follows the verb directly, behind a complementizer, or as what somebody is accused of."""
    start = s.draft.tokens[0]
    if verb == start - 1 or is_opened(s):
        return True
    if s.draft.start > s.a.tokens[start].start and not s.a.has_conjunction(start):
        return True  # behind a preposition that is written on the claim's first word
    return s.a.pos[start - 1] in ("ADP", "SCONJ") and s.a.tags[start].endswith(":VBG")


def _continues(s: Stretch) -> bool:
    """ "… and that …": a further report under the same verb."""
    first = s.draft.tokens[0]
    return any(
        "complementizer" in s.classes[i]
        and (s.a.has_conjunction(i) or s.a.pos[i - 1] == "CCONJ")
        and not is_if_by_verb(s, i)
        for i in (first - 1, first)
        if i > 0
    )


def is_if_by_verb(s: Stretch, i: int) -> bool:
    """Whether a word that may be "that" is "if", as its verb or a negator stands right behind it (وإن كان)."""
    if not s.says(i, "if_verb") or i + 1 >= len(s.classes):
        return False
    return s.says(i + 1, "negator") or (s.a.pos[i + 1] in VERBAL and not s.a.tags[i + 1].endswith(":i"))


def _is_verb_form(s: Stretch, i: int, name: str) -> bool:
    """Whether a word that was tagged as a noun is a form of a verb in the list."""
    return name in verb_lists(s.cues.language.code, s.a.tokens[i].norm)


def negated(s: Stretch, i: int) -> bool:
    """Whether a negator stands right before the word, or before its "can": لا يمكن للوزير أن ينفي, who denies nothing.

    No conjunction may part them.
    """
    if s.a.has_conjunction(i):
        return False
    if i > 1 and s.hooks.VERB_FIRST and s.says(i - 1, "complementizer"):
        able = next((k for k in range(i - 2, max(0, i - 2 - _ABLE), -1) if "ability" in s.classes[k]), None)
        return able is not None and any(s.says(k, "negator") for k in range(max(0, able - 1), able))
    return any(s.says(k, "negator") and s.a.pos[i - 1] != "CCONJ" for k in range(max(0, i - 2), i))


def _is_called_untrue_behind(s: Stretch) -> bool:
    """Whether the claim's own sentence calls it untrue behind it: "they say that …, which is a lie"."""
    told = contradicting.is_others_report(s.draft) or governing(s, "accusing", strict=True)
    return told and contradicting.is_rejected_behind(s.draft)


def _is_set_right(s: Stretch) -> bool:
    """Whether the verb that reports the claim is called false or a lie: "wrongly believed that | …"."""
    first, p = s.draft.tokens[0], s.draft.passage
    if not p.held & {"falsely", "lied"}:
        return False
    if any(
        r.first <= first < r.last and r.cue not in s.draft.tokens and is_corrected(p, r.cue) for r in p.reports or ()
    ):
        return True
    verb = next((i for i in s.before(_DISOWNED) if s.a.pos[i] == "VERB"), None)
    return verb is not None and is_opened(s) and bool(s.classes[verb] & _TELLING) and is_corrected(p, verb)


_TELLING = frozenset({"say", "mental", "believing"})


def disbelieved(s: Stretch) -> int | None:
    """The verb before the claim by which somebody says not to believe it: "I do not think that | …"."""
    bare = s.draft.tokens[0] - 1 if not s.hooks.VERB_FIRST else None  # "hardly anyone thinks | it will work"
    for i in s.before(_DISOWNED) if is_opened(s) else () if bare is None else range(bare, bare - 1, -1):
        if s.a.tokens[i].kind == "mark":
            return None
        if s.a.pos[i] in VERBAL:
            return i if "believing" in s.classes[i] and (negated(s, i) or is_by_nobody(s.draft.passage, i)) else None
    return None


def doubted(s: Stretch) -> int | None:
    """The verb before the claim by which somebody says to doubt it: "Critics doubt that | it will be ready"."""
    if not s.draft.passage.held & {"disbelieving"}:
        return None
    if s.described and not is_opened(s):
        return None  # "doubted | the story, which may have been made up"
    bare = s.draft.tokens[0] - 1
    for i in s.before(_DISOWNED) if is_opened(s) else (bare,) if bare >= 0 else ():
        if s.a.tokens[i].kind == "mark":
            return None
        if s.a.pos[i] in VERBAL:
            return i if "disbelieving" in s.classes[i] and not negated(s, i) else None
    return None


def _is_disowned(s: Stretch) -> bool:
    """ "I do not say that …": the first person, a negator and a verb of saying in front of the claim."""
    hooks, start = s.hooks, s.draft.tokens[0]
    if not any("complementizer" in s.classes[i] for i in (start - 1, start) if i >= 0):
        return False
    verb = next((i for i in s.before(_DISOWNED) if s.a.pos[i] in VERBAL), start)
    if s.classes[verb] & {"denying", "rejecting", "believing"}:
        return False  # who does not deny it grants it, and who does not believe it thinks the contrary
    for i in s.before(_DISOWNED):
        if s.a.tokens[i].kind == "mark":
            return False
        if s.classes[i] & {"say", "disowned"} and s.a.pos[i] in VERBAL and negated(s, i):
            own = hooks.is_own_act(s.a.tokens[i].norm, s.a.tags[i])
            own = own or any("first_person" in s.classes[k] and s.a.pos[k] == "PRON" for k in range(max(0, i - 4), i))
            return own or ("disowned" in s.classes[i] and not hooks.NEGATES_NEXT)
    return False


def _is_short_answer(s: Stretch) -> bool:
    """ "They don't": a pronoun, an auxiliary and a negator, and nothing else; "I won't" refuses, and denies nothing."""
    words = [i for i in s.draft.tokens if s.a.tokens[i].kind != "mark"]
    if not 3 <= len(words) <= _ANSWER or any(s.a.pos[i] == "VERB" for i in words):
        return False
    if s.a.pos[words[0]] != "PRON" or s.a.pos[words[1]] != "AUX" or not s.says(words[-1], "negator"):
        return False
    own = s.hooks.person(s.a.tokens[words[0]].norm, s.a.tags[words[0]]) in ("1s", "1p")
    return not (own and s.classes[words[1]] & {"planned", "would"})
