"""A proposed claim of one sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proposal:
    """A head word, its tokens, its span, and by how much the judgement preferred it."""

    head: int
    tokens: list[int]
    start: int
    end: int
    confidence: float
