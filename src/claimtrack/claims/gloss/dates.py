"""The dates of a claim as its gloss writes them, with the word that makes one a bound: "before 2030", "since 2019"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import claimtrack.claims.gloss.figures as figures
from claimtrack.claims.draft import Draft
from claimtrack.languages import load
from claimtrack.model.mentions import Date, Mention
from claimtrack.text.folding import fold
from claimtrack.text.matching import Phrases
from claimtrack.text.tokens import Token

_LONGEST = 3  # words of a bound
_BEFORE = "before"


def dated(draft: Draft, code: str, mention: Mention, date: Date) -> str:
    """The days, behind the word that says how the claim is bound to them where the text has one right before."""
    shown, tokens = figures.date(date), draft.passage.analysis.tokens
    k = next((i for i in draft.tokens if tokens[i].start <= mention.start < tokens[i].end), None)
    bound = _bound(tokens, k, code) if k is not None and figures.DASH not in shown else None
    if bound is None or k is None:
        return shown
    ends = date.start != date.end and _ends(code).at(tokens, k) is not None
    return f"{bound} the end of {shown}" if ends and bound == _BEFORE else f"{bound} {shown}"


def _bound(tokens: Sequence[Token], k: int, code: str) -> str | None:
    """The English word of the bound that ends right before token `k`, be it before an article."""
    listed = _bounds(code)
    for end in (k, k - 1 if k and tokens[k - 1].fold in _articles(code) else k):
        for first in range(max(0, end - _LONGEST), end):
            found = listed.at(tokens, first)
            if found is not None and found.last == end:
                return found.payload
    return None


@cache
def _bounds(code: str) -> Phrases[str]:
    listed: Mapping[str, Sequence[str]] = load(code).data("times").get("shown_bound", {})
    entries = ((phrase, english) for english, phrases in listed.items() for phrase in phrases)
    return Phrases(entries, load(code).hooks.variants)


@cache
def _ends(code: str) -> Phrases[bool]:
    """The words for the end of a time."""
    listed: Sequence[str] = load(code).data("times").get("part", {}).get("end", ())
    return Phrases(((phrase, True) for phrase in listed), load(code).hooks.variants)


@cache
def _articles(code: str) -> frozenset[str]:
    return frozenset(fold(word) for words in load(code).data("times").get("the", {}).values() for word in words)
