"""Tokens: words, numbers and marks with their place in the text.

A token is a surface word: Arabic proclitics and attached pronouns stay on it. English contractions come apart
("did" + "n't", "Kim" + "'s"), because their parts are words of their own to every later step.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claimtrack.text.folding import fold, lighten

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_STRETCH = "\u0640"
_JOINERS = "\u200b-\u200f\u00ad\u2060\u202a-\u202e\u2066-\u2069\u061c"
_LETTER = rf"(?!{_STRETCH})[^\W\d_](?:[{_MARKS}{_JOINERS}\u0300-\u036f]|{_STRETCH}+(?=[^\W\d_]))*"
_SHORT = rf"(?:(?!{_STRETCH})[^\W\d_]){{1,2}}{_STRETCH}+(?![^\W\d_])"
_BEFORE_DIGITS = rf"(?:(?!{_STRETCH})[^\W\d_]){{3}}{_STRETCH}+(?=\s?[\"«“(]?[\da-z])"
TOKEN = re.compile(
    rf"""
    (?-i:(?P<plain>[^\W\d_{_STRETCH}]++(?=[\s,])))  # most words, sooner than by what reads all words below
  | (?P<escape>\x1b\[[0-9;]*[a-zA-Z])  # what colours a terminal: no words
  | (?P<number>(?:[.\u066b](?<![^\s(\[].)(?=\d\d))?\d+(?:[{_JOINERS}]*[.,\u066b\u066c][{_JOINERS}]*\d+)*)   # also .75
  | (?P<clitic>(?<=[^\W\d_])(?:n['’]t|['’](?:s|re|ve|ll|d|m))(?!\w))
  | (?P<word>(?:[^\W\d_](?:\.[^\W\d_])+\.?(?!\w))          # U.S., ق.م
            |{_SHORT}|{_BEFORE_DIGITS}                         # a particle before digits or a name
            |(?:(?!n['’]t(?!\w)){_LETTER})+(?:(?<=[a-zA-Z])['’](?!(?:s|re|ve|ll|d|m|t)(?!\w))(?={_LETTER})(?:(?!n['’]t(?!\w)){_LETTER})+)*)
  | (?P<mark>\.{{2,}}|--+|{_STRETCH}+|[^\w\s{_JOINERS}]|_)  # a stretching stroke outside a word is a dash
    """,
    re.VERBOSE | re.IGNORECASE,
)


_DASH = "-"
"""What a stretching stroke is that stands outside a word."""


@dataclass(slots=True)
class Token:
    """One token. `norm` is its light form, `fold` the deep one (see `folding`); `kind` is number, clitic, word or mark.

    `spaced` says whether white space stands before it.
    """

    start: int
    end: int
    text: str
    norm: str
    fold: str
    kind: str
    spaced: bool

    @property
    def is_word(self) -> bool:
        return self.kind == "word" or self.kind == "clitic"


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, with offsets into `text`."""
    stop = len(text) if end is None else end
    tokens: list[Token] = []
    last = start
    for match in TOKEN.finditer(text, start, stop):
        kind = match.lastgroup or "mark"
        if kind == "plain":
            kind = "word"
        elif kind == "escape":
            continue
        word = match.group()
        a, b = match.span()
        norm, deep = _forms(word)
        tokens.append(Token(a, b, word, norm, deep, kind, a > last or not tokens))
        last = b
    return tokens


@lru_cache(maxsize=16384)
def _forms(word: str) -> tuple[str, str]:
    """The light form of a word and its deep one."""
    norm = lighten(word) or _DASH
    return norm, fold(word) or norm
