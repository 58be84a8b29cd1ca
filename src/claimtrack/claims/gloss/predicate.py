"""What a claim says, in English: the predicate that a gloss shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Predicate:
    """What is said: the English lemma, whether passively, the tokens that say it, and whether it is a verb at all."""

    lemma: str | None
    passive: bool
    first: int
    last: int
    verbal: bool
    adverb: str = ""
    """How it holds: "still", "no longer"."""
    past: bool | None = None
    """Whether its form is of the past; None where only its tag may tell."""
