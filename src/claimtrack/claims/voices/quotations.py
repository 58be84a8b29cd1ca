"""Quotations that run over several sentences, and who speaks them: a frame before, behind or in the sentence before."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.cues import Cues
from claimtrack.claims.draft import Frame, Passage
from claimtrack.claims.voices.attribution import frames

_MOSTLY = 2


def runs_on(before: Passage, after: Passage) -> bool:
    """Whether one quotation goes on from the sentence `before` into the one `after`."""
    return bool(before.quoted and after.quoted and before.quoted[-1] and after.quoted[0])


def is_quotation(passage: Passage) -> bool:
    """Whether a sentence begins inside a quotation and is mostly quoted."""
    first = next((t for t, token in enumerate(passage.analysis.tokens) if token.kind != "mark"), None)
    words = [q for q, token in zip(passage.quoted, passage.analysis.tokens, strict=True) if token.kind != "mark"]
    return first is not None and passage.quoted[first] and sum(words) * _MOSTLY > len(words)


def framed(passage: Passage, known: Cues) -> bool:
    """Whether a frame outside the quotation speaks for the quoted beginning of the sentence."""
    return _covering(passage, known) is not None


def announced(passage: Passage, known: Cues) -> int | None:
    """The colon behind which a quotation fills the rest of the sentence, where no frame says whose it is."""
    a, end = passage.analysis, len(passage.quoted)
    for t in range(1, end - 2):
        if a.tokens[t].text == ":" and not passage.quoted[t] and passage.quoted[t + 2] and passage.quoted[end - 2]:
            framed_there = any(each.cue < t < each.last for each in frames(passage, known))
            return None if framed_there else t
    return None


def _covering(passage: Passage, known: Cues) -> Frame | None:
    """The frame that stands outside the quotation and reports its beginning."""
    for each in frames(passage, known):
        if each.first <= 1 and each.cue >= 0 and not passage.quoted[each.cue]:
            return each.frame
    return None


def length(passages: Sequence[Passage], at: int) -> int:
    """How many sentences the quotation runs through that begins in sentence `at`."""
    k = at
    while k + 1 < len(passages) and runs_on(passages[k], passages[k + 1]):
        k += 1
    return k - at + 1


def spoken_later(passages: Sequence[Passage], at: int, known: Cues) -> Frame | None:
    """The frame behind a quotation that begins in sentence `at` and ends in a later one; None without such a frame."""
    more = length(passages, at) - 1
    return _covering(passages[at + more], known) if more else None
