"""Futures in which something is done to somebody: who says it promises it of all or none, and foresees it of the rest.

"Nobody will be left behind" binds the speaker, as no one else is named who would see to it; "the firm will be barred"
tells what is to come.
"""

from __future__ import annotations

from claimtrack.claims.draft import Draft
from claimtrack.languages import lexicon, load

_OF_ALL = frozenset({"every", "negator"})
_AHEAD = 4
"""So many words from the auxiliary to the participle."""
_SUBJECT = 3
"""So many words at the front of the claim say whether all, none or one is meant."""


def is_assured(draft: Draft) -> bool:
    """Whether the speaker says in words of their own what will be done to everyone or no one."""
    if draft.frame.attribution != "direct" or draft.modality != "planned":
        return False
    at = _auxiliary(draft, "planned")
    return at is not None and _is_of_all(draft, at) and not _has_doer(draft, at)


def is_foreseen(draft: Draft) -> bool:
    """Whether somebody is reported to say what will be done to another: "the ministry said the firm will be barred"."""
    if draft.frame.attribution != "reported" or draft.modality != "planned":
        return False
    p, at = draft.passage, _auxiliary(draft, "planned", "would")
    if at is None or _is_of_all(draft, at) or p.analysis.pos[at - 1] not in ("NOUN", "PROPN"):
        return False
    return not any(c & {"promising", "pledge"} for c in p.classes[: draft.tokens[0]])


def _auxiliary(draft: Draft, *names: str) -> int | None:
    """The "will" or "would" of the claim's passive: "will | not be | closed"; None where it has none."""
    a, classes = draft.passage.analysis, draft.passage.classes
    for i in draft.tokens[1:]:
        if a.tags[i] == "AUX:MD" and not classes[i].isdisjoint(names):
            group = [k for k in range(i + 1, min(i + 1 + _AHEAD, len(a.pos))) if a.pos[k] not in ("ADV", "PART")]
            done = len(group) > 1 and "passive_auxiliary" in classes[group[0]]
            return i if done and a.tags[group[1]].endswith("VERB:VBN") else None
    return None


def _has_doer(draft: Draft, auxiliary: int) -> bool:
    """Whether it is told who or what will do it: "spared by the drought", not "replaced by June"."""
    p = draft.passage
    by = load(lexicon.code_of(p.analysis.tokens[auxiliary].text)).hooks.BY
    words = (i for i in draft.tokens if i > auxiliary and p.analysis.tokens[i - 1].norm == by)
    return any("time" not in p.mention_types[i] and p.analysis.pos[i] in ("DET", "PRON", "NOUN") for i in words)


def _is_of_all(draft: Draft, auxiliary: int) -> bool:
    """Whether the subject is everyone, no one, or each or none of some."""
    front = [i for i in draft.tokens if i < auxiliary][:_SUBJECT]
    return any(draft.passage.classes[i] & _OF_ALL for i in front)
