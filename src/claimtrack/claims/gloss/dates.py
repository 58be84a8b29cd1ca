"""The dates of a claim as its gloss writes them, with the word that makes one a bound: "before 2030", "since 2019"."""

from __future__ import annotations

from collections.abc import Sequence

import claimtrack.claims.gloss.figures as figures
from claimtrack.claims.draft import Draft
from claimtrack.mentions.times.time_words import TimeWords, time_words
from claimtrack.model.mentions import Date, Mention
from claimtrack.text.tokens import Token

_LONGEST = 3  # words of a bound
_BEFORE = "before"


def dated(draft: Draft, code: str, mention: Mention, date: Date) -> str:
    """The days, behind the word that says how the claim is bound to them where the text has one right before."""
    shown, words = figures.date(date), time_words(code)
    tokens = draft.passage.analysis.tokens
    k = next((i for i in draft.tokens if tokens[i].start <= mention.start < tokens[i].end), None)
    bound = _bound(tokens, k, words) if k is not None and figures.DASH not in shown else None
    if bound is None or k is None:
        return shown
    part = words.roles["part"].at(tokens, k)
    ends = part is not None and part.payload == "end" and date.start != date.end
    return f"{bound} the end of {shown}" if ends and bound == _BEFORE else f"{bound} {shown}"


def _bound(tokens: Sequence[Token], k: int, words: TimeWords) -> str | None:
    """The English word of the bound that ends right before token `k`, be it before an article."""
    listed = words.roles["shown_bound"]
    for end in (k, k - 1 if k and words.roles["the"].at(tokens, k - 1) else k):
        for first in range(max(0, end - _LONGEST), end):
            found = listed.at(tokens, first)
            if found is not None and found.last == end:
                return found.payload
    return None
