"""Passages: sentences with everything that the claim steps read."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.analysis import Analysis
from claimtrack.claims.cues import NOTHING, Cues
from claimtrack.claims.draft import Passage
from claimtrack.model.mentions import Mention


def passage(index: int, span: tuple[int, int], role: str, paragraph: int, analysis: Analysis, cues: Cues,
            mentions: Sequence[Mention], quotes: Sequence[tuple[int, int]], voice: str | None = None) -> Passage:
    """Put together one passage; `quotes` are the quoted spans of the whole text that touch it, `voice` whose
    turn it is in a debate."""
    tokens = analysis.tokens
    classes = tuple(cues.of(token, pos) for token, pos in zip(tokens, analysis.pos, strict=True))
    types: list[frozenset[str]] = [NOTHING] * len(tokens)
    at = {token.start: i for i, token in enumerate(tokens)}
    for mention in mentions:
        i = at.get(mention.start)
        if i is None:
            i = next((k for k, t in enumerate(tokens) if t.start <= mention.start < t.end), None)
        if i is not None:
            types[i] = types[i] | {mention.type}
    quoted = tuple(any(a <= t.start and t.end <= b for a, b in quotes) for t in tokens)
    return Passage(index, *span, role, paragraph, analysis, classes, tuple(mentions), tuple(types), quoted, voice)
