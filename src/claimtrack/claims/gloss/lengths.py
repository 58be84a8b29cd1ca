"""The lengths of time of a claim as its gloss writes them, with the bound that the text sets them: "≥3 years"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import claimtrack.claims.gloss.figures as figures
from claimtrack.claims.draft import Draft
from claimtrack.languages import load
from claimtrack.model.mentions import Duration, Mention
from claimtrack.text.matching import Phrases
from claimtrack.text.tokens import Token

_LONGEST = 5  # words of a bound
_EXACT = "="


def length(draft: Draft, code: str, mention: Mention, value: Duration) -> str:
    """A length with its bound: "at least three years" is "≥3 years"."""
    found = _bound(draft, code, mention)
    return (found[0] if found is not None else "") + figures.duration(value.duration)


def bounding(draft: Draft, code: str) -> frozenset[int]:
    """The tokens of the bounds of a claim's lengths, which are no words of their own in its gloss."""
    bounds = (_bound(draft, code, m) for m in draft.mentions if isinstance(m.value, Duration))
    return frozenset(k for found in bounds if found is not None for k in range(found[1], found[2]))


def _bound(draft: Draft, code: str, mention: Mention) -> tuple[str, int, int] | None:
    """The sign of the bound right before or behind a length, and the tokens that it stands in."""
    tokens = draft.passage.analysis.tokens
    inside = [i for i in draft.tokens if mention.start < tokens[i].end and tokens[i].start < mention.end]
    if not inside:
        return None
    return _before(tokens, code, min(inside)) or _behind(tokens, code, max(inside) + 1)


def _before(tokens: Sequence[Token], code: str, k: int) -> tuple[str, int, int] | None:
    for first in range(max(0, k - _LONGEST), k):
        found = _bounds(code, "before").at(tokens, first)
        if found is not None and found.last == k and found.payload != _EXACT:
            return found.payload, first, k
    return None


def _behind(tokens: Sequence[Token], code: str, k: int) -> tuple[str, int, int] | None:
    found = _bounds(code, "after").at(tokens, k) if k < len(tokens) else None
    if found is None or found.prefix or found.payload == _EXACT:
        return None
    return found.payload, k, found.last


@cache
def _bounds(code: str, side: str) -> Phrases[str]:
    """The bounds that stand on one side of what they bound, by their sign."""
    listed: Mapping[str, Sequence[str]] = load(code).data("bounds")[side]
    entries = ((phrase, sign) for sign, phrases in listed.items() for phrase in phrases)
    return Phrases(entries, load(code).hooks.variants)
