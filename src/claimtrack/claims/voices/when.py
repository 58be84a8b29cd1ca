"""Clauses that tell when something was said: "…, a day after X said so", "it fell after the ministry announced …"."""

from __future__ import annotations

from claimtrack.claims.draft import Passage
from claimtrack.claims.phrases import NAMING, is_comma, is_finite
from claimtrack.languages import lexicon, load

_SPAN = 4
"""Tokens of the longest measure of time before "after": "some two and a half weeks"."""


def is_measured(p: Passage, t: int) -> bool:
    """Whether a word for "after" stands at token `t` behind a noun of time: "a day | after"."""
    if t < 1 or "time" not in p.classes[t]:
        return False
    word = p.analysis.tokens[t - 1]
    language = load(lexicon.code_of(word.text))
    return not language.hooks.VERB_FIRST and bool(
        language.folded("units", "phrases", "time").intersection(language.hooks.noun_keys(word.norm))
    )


def is_conjunction(p: Passage, t: int) -> bool:
    """Whether a word for "after" begins a clause: a verb or a measure of time stands before it in its part.

    So the noun phrase behind it is the subject of that clause; "officials after the talks" are a phrase of their own.
    """
    a, k = p.analysis, t - 1
    if a.pos[t] not in ("ADP", "SCONJ") or "time" not in p.classes[t]:
        return False
    if load(lexicon.code_of(a.tokens[t].text)).hooks.VERB_FIRST:
        return False  # the subject follows its verb there
    while k >= 0 and a.tokens[k].kind != "mark" and not is_finite(a, k):
        k -= 1
    return is_measured(p, t) or (k >= 0 and a.tokens[k].kind != "mark")


def opens(p: Passage, t: int) -> bool:
    """Whether a measured clause of time begins at token `t` behind a comma: "denied it, | a day after X said so"."""
    a = p.analysis
    if t < 1 or not is_comma(a, t - 1):
        return False
    for k in range(t, min(t + _SPAN + 1, len(a.tokens))):
        if is_measured(p, k) and k > t:
            return True
        if a.pos[k] not in NAMING | {"ADV"}:
            return False
    return False
