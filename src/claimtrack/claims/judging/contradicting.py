"""What somebody reports of others and calls untrue right behind it: "They say we raised the rent. That is a lie."

The sentence that calls it untrue names nothing; what it rejects is the report that it follows, all of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimtrack.claims.draft import Draft, Passage

REASON = "called untrue behind it"
_FRONT = 1
"""Up to so many words may stand before what calls the sentence before it untrue: "But that is not true"."""
_BEHIND = 3
"""So far behind a claim its own sentence may begin to call it untrue: ", and that is a lie"."""


def contradict(passages: Sequence[Passage], drafts: Sequence[Draft]) -> None:
    """Mark the reports that the next sentence calls untrue, in the same voice, as denied."""
    for before, behind in pairwise(passages):
        same = before.voice == behind.voice and before.paragraph == behind.paragraph
        if not same or not _calls_untrue(behind):
            continue
        told = [d for d in drafts if d.passage is before]
        for each in told:
            if is_others_report(each) and each.frame == told[-1].frame:
                each.polarity, each.modality = "negated", "denied"
                each.reasons.append(REASON)


def is_others_report(draft: Draft) -> bool:
    """Whether the claim is what somebody else than the voice of its passage is reported to say."""
    own = draft.frames[0].speaker if len(draft.frames) > 1 else None
    return draft.frame.cue is not None and draft.frame.speaker is not None and draft.frame.speaker != own


def _calls_untrue(p: Passage) -> bool:
    return any(first <= _FRONT and _is_whole(p, last) for first, last in p.phrases.get("denied", ()))


def _is_whole(p: Passage, last: int) -> bool:
    """Whether what calls something untrue does not go on to say what: "it is not true | that the school was sold"."""
    return all("complementizer" not in p.classes[i] for i in (last - 1, last) if i < len(p.classes))


def is_rejected_behind(draft: Draft) -> bool:
    """Whether the claim's own sentence goes on to call something untrue: ", which is a lie"."""
    p, end = draft.passage, draft.tokens[-1] + 1
    if end >= len(p.classes):
        return False
    a = p.analysis
    opens = a.tokens[end].kind == "mark" or a.has_conjunction(end) or a.pos[end] == "CCONJ"
    found = p.phrases.get("denied", ())
    return opens and any(end <= first <= end + _BEHIND and _is_whole(p, last) for first, last in found)
