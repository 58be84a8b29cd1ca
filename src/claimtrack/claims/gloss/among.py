"""What something is said to be one of: "is one of the oldest cities", "is among the biggest factories"."""

from __future__ import annotations

from itertools import takewhile

from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.main_verbs import is_led
from claimtrack.claims.gloss.noun_phrases import is_definite, noun_phrase
from claimtrack.languages import nominals

_NOMINAL = frozenset({"NOUN", "ADJ", "PROPN"})
_GOES_ON = frozenset({"in_which", "relative"})
_LONGEST = 3
"""Words of the longest noun phrase behind the word that takes out of it."""


def among(draft: Draft, code: str, at: int) -> tuple[str, int] | None:
    """The phrase opened by a word at `at` that takes one or some out of many, with its last token; None for others.

    A noun before it that it could belong to would be its owner: "the leader of one of the parties".
    """
    word = nominals.partitive(code, draft.passage.analysis.tokens[at].norm)
    if word is None or at - 1 not in draft.tokens or not _is_closed_before(draft, code, at):
        return None
    behind = (i for i in draft.tokens if i > at)
    pos = draft.passage.analysis.pos
    run = list(takewhile(lambda i: pos[i] in _NOMINAL and (i == at + 1 or not is_led(draft, i)), behind))[:_LONGEST]
    phrase = noun_phrase(draft, code, run) if run and not _is_word_led(draft, at + 1) else None
    rest = [i for i in draft.tokens if run and i > run[-1]]
    if rest and not draft.passage.classes[rest[0]] & _GOES_ON:
        return None  # "the road from the biggest cities | to the coast is closed"
    if phrase is None or (pos[at] == "ADP" and not phrase.startswith("the ")):
        return None
    return f"{word} {phrase if phrase.startswith('the ') else f'the {phrase}'}", run[-1]


def _is_closed_before(draft: Draft, code: str, at: int) -> bool:
    """Whether the word before may end what the phrase is said of: a verb of being, or a definite noun phrase."""
    a = draft.passage.analysis
    if a.pos[at - 1] in ("AUX", "VERB"):
        return not any(a.pos[i] == "VERB" for i in draft.tokens if i > at)
    unknown = a.pos[at] == "DET" and nominals.nominal(code, a.tokens[at - 1].norm).noun is None  # a name
    return a.pos[at - 1] in _NOMINAL and (unknown or is_definite(draft, code, at - 1))


def _is_word_led(draft: Draft, i: int) -> bool:
    """Whether a conjunction is written on a word."""
    return draft.passage.analysis.has_conjunction(i)
