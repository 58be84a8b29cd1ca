"""Numbers: tokens → every number that the text writes in digits or in words, with its value.

`find_numbers` says nothing about what is counted, nor whether a number is a year or part of a date: that is
for the finders that come after it. A phrase that cannot be read gives no number, never a wrong one.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.languages import Language
from claimtrack.mentions.numbers.links import in_link
from claimtrack.mentions.numbers.number_reader import NumberReader
from claimtrack.mentions.numbers.number_text import NumberHit
from claimtrack.mentions.numbers.number_words import number_words
from claimtrack.text.tokens import Token

__all__ = ["NumberHit", "find_numbers"]


def find_numbers(tokens: Sequence[Token], language: Language) -> list[NumberHit]:
    """All numbers of `tokens`, in order, not overlapping."""
    words = number_words(language.code)
    found: list[NumberHit] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        opens = token.kind == "number" or (token.kind == "word" and words.may_open(token))
        hit = NumberReader(tokens, words, i).read() if opens else None
        if hit is not None and not token.spaced and in_link(tokens, i):
            hit = None
        if hit is None:
            i += 1
            continue
        found.append(hit)
        i = hit.last
    return found
