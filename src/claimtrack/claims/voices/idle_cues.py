"""Reporting verbs that report nothing: passives, participles, what was not said and what is only supposed."""

from __future__ import annotations

import claimtrack.claims.voices.reach as reach
from claimtrack.claims.draft import Passage
from claimtrack.claims.phrases import NAMING, asks_no_name, is_comma, is_finite
from claimtrack.languages import Hooks

_ASIDE = 12
"""Tokens of the longest aside between what is ascribed and to whom."""
_LIAR = 4
"""So many words behind a verb of lying it may be told when somebody lied."""
_TAKEN = ("taken_back", "rejected_report")
_DESCRIPTION = 24
"""Tokens behind a verb of describing or calling among which it is told as what, or for what."""
_CHANGED = 8
"""Tokens behind a verb of change among which what somebody goes on to say would begin."""
_OWN_MIND = frozenset({"mental", "own_subject"})


def is_idle(p: Passage, i: int, hooks: Hooks) -> bool:
    """A verb that is said not to have reported ("declined to say"), and one whose subject does not speak: a passive."""
    a = p.analysis
    nobody = ("impersonal", "possible") if hooks.VERB_FIRST else ("impersonal",)  # يعتقد أن
    if any(first == i for name in nobody for first, _ in p.phrases.get(name, ())) or asks_no_name(p, i):
        return True
    if (
        _says_neither(p, i)
        or _is_lying(p, i)
        or _tells_tale(p, i)
        or any(first == i for first, _ in p.phrases.get("left_open", ()))
    ):
        return True  # "did not deny that": who leaves it open reports nothing
    if hooks.VERB_FIRST and (_describes_thing(p, i) or _calls_for(p, i) or _changes(p, i)):
        return True
    if any(first < i < last - 1 for name in _TAKEN for first, last in p.phrases.get(name, ())):
        return True  # "denied reports which say that …": what the reports say is what is denied
    tag = a.tags[i]
    if _claims_that_much(p, i, hooks):
        return True
    if i and tag.endswith(":VBG") and a.pos[i - 1] in ("DET", "ADJ"):
        return True  # "hailed the ruling"
    if i and ((tag.endswith(":VB") and a.pos[i - 1] == "PART") or p.classes[i - 1] & {"negating_noun"}):
        return True
    yet = (
        i - 1 if i > 1 and a.pos[i - 1] == "ADV" and "negator" not in p.classes[i - 1] else i
    )  # "has not yet reported"
    if i and "negator" in p.classes[yet - 1] and not p.classes[i] & {"mental", "denying"}:
        return True
    if not tag.endswith(":VBN"):
        return False
    if _describes_noun(p, i, hooks) or _describes_number(p, i):
        return True
    opens = i == 0 or (a.pos[i - 1] == "ADV" and (i == 1 or a.tokens[i - 2].kind == "mark"))  # "first described by X"
    perfect = i > 0 and "inverted" in p.classes[i - 1] and "passive_auxiliary" not in p.classes[i - 1]  # "had | told"
    if not perfect and not reach.introduced(p, i) and (opens or a.pos[i - 1] in ("NOUN", "ADJ", "VERB")):
        return not _closes_report(p, i)
    if "say_of" in p.classes[i] and a.tokens[i - 1].norm == "," and a.pos[i + 1 : i + 2] == ["ADP"]:
        return not reach.closes(p, i - 1)
    t = i - 1
    while t >= 0 and a.pos[t] in ("ADV", "PART"):
        t -= 1
    told = (
        i + 1 < len(a.tokens) and "tell" in p.classes[i] and a.tokens[i + 1].norm == hooks.BY
    )  # "I am told by X that"
    return t >= 0 and "passive_auxiliary" in p.classes[t] and not told


def _describes_thing(p: Passage, i: int) -> bool:
    """Whether a verb of describing is a deed: no "that" says as what it describes.

    "وصف داروين هذه السلحفاة عام 1839", as against "وصف الوزير القرار بأنه خطأ".
    """
    if "describing" not in p.classes[i] or (i and "relative" in p.classes[i - 1]):
        return False
    for t in range(i + 1, min(i + _DESCRIPTION, len(p.classes))):
        if "complementizer" in p.classes[t]:
            return False
        within = is_finite(p.analysis, t) and "relative" not in p.classes[t - 1]
        if within or "say_participle" in p.classes[t]:
            return True
    return True


def _changes(p: Passage, i: int) -> bool:
    """Whether a verb that may go on with a speech tells of a change, as no "that", colon or quotation is near (زاد)."""
    if "change" not in p.classes[i] or "estimating" in p.classes[i]:
        return False
    behind = range(i + 1, min(i + _CHANGED, len(p.classes)))
    if i and p.quoted[i - 1]:
        return False
    return not any("complementizer" in p.classes[t] or p.quoted[t] or p.analysis.tokens[t].norm == ":" for t in behind)


def _calls_for(p: Passage, i: int) -> bool:
    """Whether a verb calls upon somebody to do something, which nobody says to be so: "دعا النائب إلى أن تعقد جلسة"."""
    if "deciding" not in p.classes[i]:
        return False
    behind = range(i + 1, min(i + _DESCRIPTION, len(p.classes)))
    opening = next((t for t in behind if "complementizer" in p.classes[t] or p.analysis.tokens[t].kind == "mark"), i)
    return "complementizer" in p.classes[opening] and "result_of" in p.classes[opening - 1]


def _claims_that_much(p: Passage, i: int, hooks: Hooks) -> bool:
    """Whether a verb in a relative clause has a mere "this" for its object: "the study that says | this was paid".

    The verb behind it is that of the noun, which has no other.
    """
    a = p.analysis
    if hooks.VERB_FIRST or i < 2 or i + 2 >= len(a.tokens) or a.pos[i - 1] != "PRON" or is_comma(a, i - 2):
        return False
    if not p.classes[i - 1] & {"acting_relative", "complementizer"} or a.pos[i - 2] not in NAMING:
        return False
    if a.pos[i + 1] != "PRON" or hooks.person(a.tokens[i + 1].norm, "PRON") or not is_finite(a, i + 2):
        return False
    begins = next((t for t in range(i - 2, -1, -1) if a.tokens[t].kind == "mark"), -1)
    return not any(is_finite(a, t) for t in (*range(begins + 1, i), *range(i + 3, len(a.tokens))))


def _tells_tale(p: Passage, i: int) -> bool:
    """Whether a verb of telling has a story for its object, so that what describes it is not what somebody told."""
    if "tell" not in p.classes[i]:
        return False
    behind = range(i + 1, min(i + _LIAR, len(p.classes) - 1))
    tale = next((t for t in behind if "tale" in p.classes[t]), None)
    bare = tale is not None and all(p.analysis.pos[t] in ("DET", "ADJ", "PRON") for t in range(i + 1, tale))
    return tale is not None and bare and "complementizer" not in p.classes[tale + 1]


def _describes_number(p: Passage, i: int) -> bool:
    """Whether a participle stands between an article that opens a clause and a number: "An | estimated | 90 fled"."""
    pos = p.analysis.pos
    opens = i == 1 or (i > 1 and pos[i - 2] in ("PUNCT", "CCONJ", "SCONJ"))
    return opens and pos[i - 1] == "DET" and pos[i + 1 : i + 2] == ["NUM"]


def _says_neither(p: Passage, i: int) -> bool:
    """Whether a verb of denying is joined to one of confirming: "refused to confirm or | deny", "nor | denied"."""
    joined = i > 1 and p.analysis.pos[i - 1] == "CCONJ" and "confirming" in p.classes[i - 2]
    ahead = i + 2 < len(p.classes) and p.analysis.pos[i + 1] == "CCONJ" and "confirming" in p.classes[i + 2]
    return "denying" in p.classes[i] and (joined or ahead)


def _is_lying(p: Passage, i: int) -> bool:
    """Whether a verb that may say what is false calls somebody a liar: "كذبت | حين قالت", "كذب الوزير | عندما أعلن"."""
    if "lied" not in p.classes[i]:
        return False
    behind = range(i + 1, min(i + 1 + _LIAR, len(p.classes) - 1))
    return any("time" in p.classes[t] and "say" in p.classes[t + 1] for t in behind)


def _describes_noun(p: Passage, i: int, hooks: Hooks) -> bool:
    """Whether a participle stands within a noun phrase, before its noun: "the 40 | promised | clinics"."""
    a = p.analysis
    if hooks.VERB_FIRST or i == 0 or "tell" in p.classes[i] or a.pos[i + 1 : i + 2] not in (["NOUN"], ["ADJ"]):
        return False
    owned = a.tokens[i - 1].kind == "clitic" or hooks.possessor(a.tokens[i - 1].norm, "DET") is not None
    return a.pos[i - 1] in ("DET", "NUM", "ADJ") or owned


def is_ascribed(p: Passage, i: int, behind: int) -> bool:
    """Whether the noun behind a verb of ascribing is what is ascribed: "تُنسب اللوحة إلى رسام", in which nobody speaks.

    `behind` is the token behind that noun; who ascribes something names it too ("the ministry ascribes | the delay").
    """
    a = p.analysis
    if "ascribing" not in p.classes[i] or a.tags[i].endswith(":VBN"):
        return False
    if behind < len(a.tokens) and is_comma(a, behind):
        closing = (t for t in range(behind + 1, min(behind + _ASIDE, len(a.tokens))) if is_comma(a, t))
        behind = next(closing, behind) + 1
    while behind < len(a.tokens) and a.pos[behind] == "ADP" and "attributed_to" not in p.classes[behind]:
        behind += 1
        while behind < len(a.tokens) and a.pos[behind] in NAMING:
            behind += 1  # "the painting in Ghent"
    return behind < len(a.tokens) and a.pos[behind] == "ADP" and "attributed_to" in p.classes[behind]


def is_supposed(p: Passage, i: int) -> bool:
    """Whether what a verb would say is only supposed: "if the scan shows a fracture", "إذا أكدت الفحوص إصابته"."""
    a, t = p.analysis, i - 1
    while t >= 0 and a.pos[t] in NAMING and "conditional" not in p.classes[t]:
        t -= 1
    inverted = (
        -1 < t < i - 1 and "inverted" in p.classes[t] and (t == 0 or a.tokens[t - 1].kind == "mark")
    )  # "should the scan"
    supposed = inverted or (t >= 0 and "conditional" in p.classes[t] and a.pos[t] != "PROPN")  # a man may be named بلو
    return supposed and not p.classes[i] & _OWN_MIND


def _closes_report(p: Passage, i: int) -> bool:
    """Whether a form that may be a participle ends its part of a sentence with its subject ("…, a guide recalled")."""
    a, t = p.analysis, i - 1
    if i + 1 < len(a.tokens) and a.tokens[i + 1].kind != "mark":
        return False
    while t > 0 and (a.pos[t] in NAMING or a.pos[t] == "ADP" or a.tags[t].endswith(":VBN")):
        t -= 1
    return t < i - 1 and t > 1 and (reach.closes(p, t) or (is_comma(a, t) and any(is_finite(a, k) for k in range(t))))
