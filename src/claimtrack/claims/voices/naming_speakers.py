"""Claims that only name or describe who speaks: what stands in them is the narrator's, and not the speaker's own."""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Passage
from claimtrack.claims.phrases import LONGEST, is_comma
from claimtrack.claims.voices.reporting import Reporting
from claimtrack.languages import lexicon, load

_AND_CAUSE = 3
"""With so many tokens more than the speaker a claim holds what is ascribed and to what."""
_NAMED = 8
"""Tokens of the longest claim that may be a mere name with what it stands for."""


def names_speaker(each: Reporting, words: str) -> bool:
    """Whether the words of a claim hold who speaks, which is not said by them; an ascription may, with its cause."""
    speaker = each.frame.speaker
    if not speaker or f" {speaker} " not in words or _is_pronoun(speaker):
        return False
    return not (each.figure and len(words.split()) > len(speaker.split()) + _AND_CAUSE)


def _is_pronoun(speaker: str) -> bool:
    """Whether a speaker is a mere pronoun, which names nobody: "In a letter she said | she had left"."""
    return load(lexicon.code_of(speaker)).hooks.person(speaker.lower(), "PRON") is not None


def describes_speaker(passage: Passage, each: Reporting, first: int) -> bool:
    """Whether a relative clause begins at `first` right behind whom an attributing phrase names."""
    a, last = passage.analysis, first - 1
    if "relative" not in passage.classes[first] or not each.cue < last < each.cue + LONGEST or not each.frame.speaker:
        return False
    last -= is_comma(a, last)
    return "say" not in passage.classes[each.cue] and a.tokens[last].text == each.frame.speaker.split()[-1]


def names_only(passage: Passage, tokens: list[int], each: Reporting) -> bool:
    """Whether a claim is a mere name with what it stands for, before a frame that comes last: the narrator's."""
    a = passage.analysis
    if each.first > tokens[0] or each.cue < tokens[-1] or passage.quoted[tokens[0]] or len(tokens) > _NAMED:
        return False
    return any(a.pos[t] == "PROPN" for t in tokens) and not any(
        a.pos[t] in VERBAL or a.tokens[t].kind == "number" for t in tokens
    )
