"""Drafts: the claims of one passage with head, span and frame."""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.attribution import NARRATION, frame_of, frames
from claimtrack.claims.cues import Cues
from claimtrack.claims.draft import Draft, Frame, Passage
from claimtrack.claims.models import Models
from claimtrack.claims.proposing import Proposal, propose
from claimtrack.claims.selection import Facts


def draft(passage: Passage, models: Models, cues: Cues, outer: Frame = NARRATION) -> list[Draft]:
    """The claims of one passage. `outer` is whose voice the passage as a whole is in."""
    facts = Facts(passage.classes, passage.mention_types)
    proposals = propose(passage.analysis, facts, models, cues.language.folded("cues", "words", "strip"))
    said = frames(passage, cues)
    found = []
    for each in proposals:
        if _is_frame_alone(passage, each, proposals):
            continue
        own = frame_of(passage, each.head, each.tokens, said)
        chain = (outer, own) if own is not None and outer is not NARRATION else (own or outer,)
        frame = _merged(outer, own)
        found.append(Draft(passage, each.head, each.tokens, each.start, each.end, each.confidence, frame, chain))
    return found


def _merged(outer: Frame, own: Frame | None) -> Frame:
    """The voice of a claim inside a passage that has a voice already: the inner speaker, in the outer's form."""
    if own is None:
        return outer
    if outer.attribution == "direct":
        return Frame(own.speaker or outer.speaker, "direct", own.cue, own.stance)
    return Frame(own.speaker, own.attribution, own.cue, own.stance)


def _is_frame_alone(passage: Passage, proposal: Proposal, proposals: list[Proposal]) -> bool:
    """A reporting verb whose report is a claim of its own is the speaker of that claim and no claim itself."""
    a = passage.analysis
    head = proposal.head
    if a.pos[head] not in VERBAL or "say" not in passage.classes[head]:
        return False
    inside = set(proposal.tokens)
    for other in proposals:
        if other.head == head or other.head in inside:
            continue
        if head in set(a.ancestors(other.head)) and other.start >= proposal.end:
            return True
        if 0 <= other.start - proposal.end <= 4:
            return "pledge" not in passage.classes[head]
    return False
