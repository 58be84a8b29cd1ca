"""What its teller sets right: "wrongly believed that …", "lied when he claimed that …".

Who believed or claimed it does not deny it; the one who tells of the error does, so that the claim is theirs.
"""

from __future__ import annotations

from claimtrack.claims.draft import Passage

_BEFORE = 2
"""So many words before a verb an adverb may stand that calls what it says false; behind it, one."""
_LIED = 6
"""So many words before a verb of saying somebody may be said to have lied by it."""


def is_corrected(p: Passage, cue: int) -> bool:
    """Whether what a verb of saying or thinking reports is called false right beside it, or a lie."""
    if not p.held & {"falsely", "lied"}:
        return False
    near = range(max(0, cue - _BEFORE), min(cue + 2, len(p.classes)))
    if any("falsely" in p.classes[t] and "CCONJ" not in p.analysis.pos[max(0, t - 1) : t] for t in near):
        return True  # not "rightly or wrongly"
    return any("lied" in p.classes[t] and _lied_by(p, t, cue) for t in range(max(0, cue - _LIED), cue))


def _lied_by(p: Passage, lie: int, cue: int) -> bool:
    """Whether somebody lied in saying it: "lied when he said", "lied by saying"; not "was lying where they found"."""
    if p.analysis.has_conjunction(cue):
        return False  # "لن أكذب عليكم فأقول إن"
    when = cue - 1 if "time" in p.classes[cue - 1] else lie + 1  # "كذبت الشركة | حين قالت"
    leads = lie + 1 < cue and (
        "time" in p.classes[when] or (p.analysis.pos[lie + 1] in ("ADP", "SCONJ") and cue == lie + 2)
    )
    return leads and all(p.analysis.tokens[t].kind != "mark" for t in range(lie, cue))


def is_by_nobody(p: Passage, verb: int) -> bool:
    """Whether the subject of a verb is nobody, or next to nobody: "hardly anyone believes", "no serious scholar"."""
    a = p.analysis
    for t in range(verb - 1, max(-1, verb - 1 - _NOBODY), -1) if "no_one" in p.held else ():
        if "no_one" in p.classes[t]:
            return t == 0 or a.pos[t - 1] != "DET"  # not "a few people"
        if a.pos[t] not in _SUBJECT:
            return False
    return False


_NOBODY = 4
"""So many words before a verb its subject may begin with the one that says that it is nobody."""
_SUBJECT = frozenset({"NOUN", "PRON", "ADJ", "ADV", "NUM", "AUX", "DET", "PROPN"})
