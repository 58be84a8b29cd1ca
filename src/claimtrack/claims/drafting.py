"""Drafts: the claims of one passage with head, span and frame."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.cues import Cues
from claimtrack.claims.draft import Draft, Frame, Passage
from claimtrack.claims.models import Models
from claimtrack.claims.setting_aside import asks_from
from claimtrack.claims.splitting.proposal import Proposal
from claimtrack.claims.splitting.proposing import propose
from claimtrack.claims.voices.attribution import NARRATION, frame_of, frames
from claimtrack.claims.voices.reporting import Reporting, told_by
from claimtrack.claims.voices.told_before import is_told_before
from claimtrack.claims.voices.uttered import only_speaks
from claimtrack.languages import lexicon, load
from claimtrack.model.mentions import Date
from claimtrack.text.folding import lighten


def draft(passage: Passage, models: Models, cues: Cues, outer: Frame = NARRATION) -> list[Draft]:
    """The claims of one passage. `outer` is whose voice the passage as a whole is in."""
    said = frames(passage, cues)
    found = []
    asked = asks_from(passage)
    proposals = _before(passage, asked, propose(passage, said, models))
    for proposed in proposals:
        proposal = proposed
        if _is_frame_alone(passage, proposed, said) or only_speaks(passage, proposed.head, said, cues.language.hooks):
            told = _told_within(passage, proposed, said, proposals)
            if told is None:
                continue
            proposal = told
        each = _from_event(passage, _from_figure(passage, proposal, said))
        own = frame_of(passage, each.head, each.tokens, said)
        chain = (outer, own) if own is not None and outer is not NARRATION else (own or outer,)
        frame = _merged(outer, own)
        made = Draft(passage, each.head, each.tokens, each.start, each.end, each.confidence, frame, chain)
        made.between = () if own is None else told_by(own, said)
        found.append(made)
    return found


def _before(passage: Passage, asked: int | None, proposals: Sequence[Proposal]) -> list[Proposal]:
    """The claims that stand before the question which a sentence ends with; all of them where it asks none."""
    if asked is None:
        return list(proposals)
    kept = []
    for each in proposals:
        tokens = [t for t in each.tokens if t < asked - 1]
        if tokens and each.head in tokens:
            end = min(each.end, passage.analysis.tokens[tokens[-1]].end)
            kept.append(Proposal(each.head, tokens, each.start, end, each.confidence))
    return kept


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


def _from_figure(passage: Passage, proposal: Proposal, said: Sequence[Reporting]) -> Proposal:
    """A figure that somebody gives begins behind the words that say who: "police put | the number at 40"."""
    a = passage.analysis
    for each in said:
        if each.figure and each.cue in proposal.tokens and proposal.tokens[0] <= each.cue:
            kept = [t for t in proposal.tokens if each.first <= t < each.last]
            if any("quantity" in passage.mention_types[t] or a.pos[t] in VERBAL for t in kept):
                head = next((t for t in kept if a.pos[t] == "NOUN"), kept[0])
                end = min(proposal.end, a.tokens[kept[-1]].end) if kept[-1] != proposal.tokens[-1] else proposal.end
                return Proposal(head, kept, a.tokens[kept[0]].start, end, proposal.confidence)
    return proposal


def _is_of_another(cue: str | None) -> bool:
    """Whether a verb that bears its subject and goes on with a report cannot be of who speaks: "and he added"."""
    if cue is None:
        return False
    hooks = load(lexicon.code_of(cue)).hooks
    goes_on = hooks.VERB_FIRST and cue[:1] in hooks.CONJUNCTIONS
    word = lighten(cue[1:])
    return goes_on and hooks.person(word, "VERB:p") is None and not hooks.may_be_first_person(word, "VERB:p")


def _merged(outer: Frame, own: Frame | None) -> Frame:
    """The voice of a claim inside a passage that has a voice already: the inner speaker, in the outer's form."""
    if own is None:
        return outer
    if outer.attribution == "direct":
        speaker = own.speaker if _is_of_another(own.cue) else own.speaker or outer.speaker
        return Frame(speaker, "direct", own.cue, own.stance)
    return Frame(own.speaker, own.attribution, own.cue, own.stance)


def _told_within(
    passage: Passage, proposal: Proposal, said: list[Reporting], proposals: Sequence[Proposal]
) -> Proposal | None:
    """What a proposal reports behind its "that" and no other one holds: "expects | the average to reach 12 dollars"."""
    a = passage.analysis
    first = next((r.first for r in said if r.cue == proposal.head and r.first > r.cue and not r.nominal), None)
    if first is None or "complementizer" not in passage.classes[first]:
        return None
    kept = [t for t in proposal.tokens if t > first]
    head = next((t for t in kept if a.pos[t] in VERBAL), None)
    figured = any("quantity" in passage.mention_types[t] for t in kept)
    if head is None or not figured or any(set(kept) & set(o.tokens) for o in proposals if o is not proposal):
        return None
    return Proposal(head, kept, a.tokens[kept[0]].start, proposal.end, proposal.confidence)


def _is_frame_alone(passage: Passage, proposal: Proposal, said: list[Reporting]) -> bool:
    """A reporting verb is the speaker of what it reports, and no claim itself; a pledge is both."""
    if "pledge" in passage.classes[proposal.head]:
        return False
    own = [each for each in said if each.cue == proposal.head and not each.nominal]
    own = [each for each in own if not is_told_before(passage, each, said)]
    return any(each.last > each.first for each in own)
