"""Drafts: the claims of one passage with head, span and frame."""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.attribution import NARRATION, Reporting, frame_of, frames
from claimtrack.claims.cues import Cues
from claimtrack.claims.draft import Draft, Frame, Passage
from claimtrack.claims.models import Models
from claimtrack.claims.proposal import Proposal
from claimtrack.claims.proposing import propose
from claimtrack.model.mentions import Date


def draft(passage: Passage, models: Models, cues: Cues, outer: Frame = NARRATION) -> list[Draft]:
    """The claims of one passage. `outer` is whose voice the passage as a whole is in."""
    said = frames(passage, cues)
    found = []
    for proposal in propose(passage, said, models):
        if _is_frame_alone(passage, proposal, said):
            continue
        each = _from_event(passage, proposal)
        own = frame_of(passage, each.head, each.tokens, said)
        chain = (outer, own) if own is not None and outer is not NARRATION else (own or outer,)
        frame = _merged(outer, own)
        found.append(Draft(passage, each.head, each.tokens, each.start, each.end, each.confidence, frame, chain))
    return found


def _from_event(passage: Passage, proposal: Proposal) -> Proposal:
    """An event named by a noun begins with that noun: "twelve days after | the arrest of X in Paris"."""
    a = passage.analysis
    if a.pos[proposal.head] in VERBAL or any(a.pos[t] in VERBAL for t in proposal.tokens):
        return proposal
    for mention in passage.mentions:
        value = mention.value
        derived = isinstance(value, Date) and proposal.start <= value.span.start < mention.start < proposal.end
        if derived:
            kept = [t for t in proposal.tokens if a.tokens[t].start >= mention.start]
            return Proposal(kept[0], kept, a.tokens[kept[0]].start, proposal.end, proposal.confidence)
    return proposal


def _merged(outer: Frame, own: Frame | None) -> Frame:
    """The voice of a claim inside a passage that has a voice already: the inner speaker, in the outer's form."""
    if own is None:
        return outer
    if outer.attribution == "direct":
        return Frame(own.speaker or outer.speaker, "direct", own.cue, own.stance)
    return Frame(own.speaker, own.attribution, own.cue, own.stance)


def _is_frame_alone(passage: Passage, proposal: Proposal, said: list[Reporting]) -> bool:
    """A reporting verb is the speaker of what it reports, and no claim itself; a pledge is both."""
    if "pledge" in passage.classes[proposal.head]:
        return False
    own = [each for each in said if each.cue == proposal.head and not each.nominal]
    return any(each.last > each.first for each in own)
