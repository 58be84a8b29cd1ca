"""Hedges that stand over one word of a claim and not over the claim: of a noun, of its adjective, of a measure."""

from __future__ import annotations

from claimtrack.claims.judging.stretch import COMMAS, Stretch
from claimtrack.model.mentions import Quantity


def is_of_word(s: Stretch, i: int) -> bool:
    """Whether an adverb hedges one word before its noun: "won | an allegedly rigged vote".

    "It was an allegedly rigged vote" says no more than that.
    """
    described = s.a.tags[i + 1 : i + 2] and s.a.tags[i + 1].startswith(("ADJ", "VERB:VBN", "VERB:VBG"))
    named = s.a.pos[i + 2 : i + 3] and s.a.pos[i + 2] in ("NOUN", "PROPN", "ADJ")
    if not described or not named or i == 0 or s.a.pos[i - 1] not in ("DET", "ADP", "NUM"):
        return False
    return s.main >= 0 and s.main != i + 1 and not (s.main < i and s.a.pos[s.main] == "AUX")


def is_of_noun(s: Stretch, i: int) -> bool:
    """Whether a participle only says of a noun what is thought: "held a man | suspected of theft".

    "It is a house | said to be haunted" says no more than that.
    """
    noun = i - 1 - (i > 1 and s.a.tokens[i - 1].norm in COMMAS)
    if noun < 0 or not s.a.tags[i].endswith(("VERB:VBN", "VERB:VBD")) or s.a.pos[noun] not in ("NOUN", "PROPN"):
        return False
    behind = i < s.main or s.a.pos[s.main] == "VERB"
    return s.main >= 0 and s.main != i and behind


def is_measured_chance(s: Stretch, i: int) -> bool:
    """ "30 percent more likely": how much likelier something is was measured."""
    if i < 1 or not s.says(i - 1, "likelier"):
        return False
    at = s.a.tokens[i - 1].start
    measures = [m for m in s.draft.mentions if isinstance(m.value, Quantity) and m.value.unit is not None]
    return any(0 <= at - m.end <= 1 for m in measures)  # not "a figure of 1,800 more likely"
