"""What is told beside what somebody denies: "denied shelling the hospital, in which 32 people died".

A relative clause behind a comma is told by the narrator; who denies the rest does not deny it, and need not say it.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Passage
from claimtrack.claims.phrases import is_comma


def is_told_aside(p: Passage, tokens: Sequence[int]) -> bool:
    """Whether a claim is a relative clause behind a comma, or a noun with such a clause."""
    if tokens[0] > 0 and opens_aside(p, tokens[0] - 1):
        return True
    opener = next((t for t in tokens if opens_aside(p, t)), None)
    return opener is not None and not any(p.analysis.pos[t] in VERBAL for t in tokens if t < opener)


def opens_aside(p: Passage, t: int) -> bool:
    """Whether a relative clause behind a comma begins with the word: ", who", ", in which", ", most of whom"."""
    a = p.analysis
    if "relative" not in p.classes[t] or t < 2 or a.pos[t] not in ("PRON", "DET", "ADV"):
        return False
    if is_comma(a, t - 1) or a.pos[t - 1] != "ADP":
        return is_comma(a, t - 1)
    shared = t > 2 and is_comma(a, t - 3) and ("partitive" in p.classes[t - 2] or a.pos[t - 2] == "NUM")
    return is_comma(a, t - 2) or shared


def aside_with_quotation(p: Passage, verb: int) -> int:
    """The comma that opens a relative clause whose quotation ends before a verb: "X | , who called it “mad”, said".

    0 where no such clause stands there.
    """
    a, t = p.analysis, verb - 1
    if t < 2 or not any(p.quoted[max(0, t - 2) : t]) or not any(is_comma(a, k) for k in (t, t - 1)):
        return 0
    while t > 0 and (p.quoted[t] or a.tokens[t].kind == "mark"):
        t -= 1
    while t > 1 and a.tokens[t].kind != "mark" and not p.quoted[t]:
        t -= 1
    return t if t > 0 and is_comma(a, t) and opens_aside(p, t + 1) else 0
