"""Folding: the forms of a word that only differ in writing become one.

Two depths. `lighten` takes away what writers leave out at will (harakat, tatweel, invisible marks), lowers case and
turns all digits into ASCII; it keeps the hamza, which alone tells some short words apart. `fold` goes on to unify the
forms of alef, hamza seats, final yeh and ta marbuta, which news text confuses freely; word lists are matched on it.

`fold_text` folds a running text and carries the map back to the text's own offsets.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

INVISIBLE = (
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
HARAKAT = "".join(
    map(
        chr,
        [
            *range(0x0610, 0x061B),
            *range(0x064B, 0x0660),
            0x0670,
            *range(0x06D6, 0x06DD),
            0x06DF,
            0x06E0,
            0x06E1,
            0x06E2,
            0x06E3,
            0x06E4,
            0x06E7,
            0x06E8,
            0x06EA,
            0x06EB,
            0x06EC,
            0x06ED,
        ],
    )
)
TATWEEL = "\u0640"

_LIGHT: dict[int, str | None] = {ord(c): None for c in INVISIBLE + HARAKAT + TATWEEL}
_LIGHT |= {0x0660 + i: str(i) for i in range(10)}
_LIGHT |= {0x06F0 + i: str(i) for i in range(10)}
_LIGHT |= {0x2019: "'", 0x2018: "'", 0x02BC: "'", 0x00A0: " ", 0x202F: " ", 0x2011: "-"}
# one comma, semicolon, question mark, quotation mark and dash for all scripts: what they do is the same
_LIGHT |= {
    0x060C: ",",
    0x061B: ";",
    0x061F: "?",
    0x201C: '"',
    0x201D: '"',
    0x201E: '"',
    0x00AB: '"',
    0x00BB: '"',
    0x2013: "-",
    0x2014: "-",
    0x2026: "...",
}
# Persian and Urdu keyboards: the same letters to the reader
_LIGHT |= {0x06CC: "\u064a", 0x06A9: "\u0643", 0x0671: "\u0627", 0x06C1: "\u0647", 0x06D2: "\u064a"}

_FOLD: dict[int, str | None] = {
    **_LIGHT,
    0x0622: "\u0627",  # alef with madda
    0x0623: "\u0627",  # alef with hamza above
    0x0625: "\u0627",  # alef with hamza below
    0x0649: "\u064a",  # alef maqsura, written for yeh and the other way round
    0x06CC: "\u064a",
    0x0624: "\u0648",  # hamza on waw
    0x0626: "\u064a",  # hamza on yeh
    0x0629: "\u0647",  # ta marbuta
}


def _decompose(word: str) -> str:
    """Presentation forms, ligatures and full-width letters as their plain letters."""
    return unicodedata.normalize("NFKC", word)


@lru_cache(maxsize=16384)
def lighten(word: str) -> str:
    """`word` without optional marks, in lower case, with ASCII digits; hamza and ta marbuta are kept."""
    if word.isascii():
        return word.lower()
    return _decompose(word).translate(_LIGHT).lower()


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """`word` as word lists are matched: `lighten` plus one form for each family of Arabic letters."""
    if word.isascii():
        return word.lower()
    return _decompose(word).translate(_FOLD).lower()


@lru_cache(maxsize=16384)
def unaccented(word: str) -> str:
    """A folded word without the accents that many leave out of foreign names: malmö is malmo, jhālāwār jhalawar."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `origin[i]` is the offset in the given text of the character that made `text[i]`."""

    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the given text of `self.text[start:end]`."""
        if start >= end:
            return self.origin[start], self.origin[start]
        return self.origin[start], self.origin[end - 1] + 1


def fold_text(text: str) -> Folded:
    """Fold a running text character by character, so that every folded one knows where it came from."""
    pieces = list(map(fold, text))
    folded = "".join(pieces)
    if len(folded) == len(text) and "" not in pieces:  # each character made one
        return Folded(folded, tuple(range(len(text) + 1)))
    origin = [i for i, piece in enumerate(pieces) for _ in piece]
    return Folded(folded, (*origin, len(text)))
