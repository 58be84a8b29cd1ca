"""How a sentence was read: the view of a contributor who mends a wrong claim."""

from __future__ import annotations

from claimtrack.model.mentions import Mention
from claimtrack.model.record import Record
from claimtrack.model.spans import Span


class Word(Span):
    """One token: its tag, the word that it hangs on (index in the sentence, None for the root), and by what."""

    text: str
    tag: str
    head: int | None
    relation: str
    cues: tuple[str, ...] = ()


class Candidate(Span):
    """A stretch of words that could be a claim: the word that makes its assertion, how sure the judgement was of the
    stretch, and the signs that weighed most.
    """

    text: str
    quote: str
    confidence: float
    claimed: bool
    signs: tuple[str, ...]


class Reading(Span):
    """One sentence: its words, its candidates, its mentions, the ids of its claims, and what no claim carries."""

    role: str
    set_aside: str | None
    words: tuple[Word, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[str, ...] = ()
    uncarried: tuple[Mention, ...] = ()


class Explanation(Record):
    """All sentences of a text, in order."""

    readings: tuple[Reading, ...]
