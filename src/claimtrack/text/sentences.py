"""Sentences: where a line of prose ends one thought and begins the next.

A terminal mark ends a sentence unless it closes an abbreviation, an initial or a number. Works for any script: what
differs from language to language is the list of abbreviations, which the caller hands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrack.text.folding import fold

_END = re.compile(r"""[.!?؟…۔]+["'”’»)\]]*(?=\s|$)|[!?؟](?=["'”’»)\]]*[^\W\d_])(?!\w+=)""")
_WORD_BEFORE = re.compile(r"[^\s\"'“‘«(\[]+$")


def split(text: str, start: int, end: int, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The spans of the sentences in `text[start:end]`, without the white space between them."""
    begin = _skip(text, start, end)
    for match in _END.finditer(text, start, end):
        stop = match.end()
        if stop <= begin or not _ends(text, begin, match, end, abbreviations):
            continue
        yield from _readable(text, begin, stop)
        begin = _skip(text, stop, end)
    last = end
    while last > begin and text[last - 1].isspace():
        last -= 1
    if last > begin:
        yield from _readable(text, begin, last)


_LONGEST = 2000
"""Characters; nobody writes longer sentences, and trees over them would cost more than linear time."""
_BREAK = re.compile(r"[,;:\u060c\u061b]\s|\s")


def _readable(text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """The sentence, or its parts where it runs on without end: cut behind a mark, else at a space, else anywhere."""
    while stop - begin > _LONGEST:
        breaks = list(_BREAK.finditer(text, begin + _LONGEST // 2, begin + _LONGEST))
        marks = [each for each in breaks if not each.group().isspace()]
        cut = (marks or breaks)[-1].end() if breaks else begin + _LONGEST
        last = cut
        while last > begin and text[last - 1].isspace():
            last -= 1
        yield begin, last
        begin = _skip(text, cut, stop)
    if stop > begin:
        yield begin, stop


def _skip(text: str, i: int, end: int) -> int:
    while i < end and text[i].isspace():
        i += 1
    return i


def _ends(text: str, begin: int, match: re.Match[str], end: int, abbreviations: frozenset[str]) -> bool:
    marks = match.group().rstrip("\"'”’»)]")
    following = _skip(text, match.end(), end)
    if following >= end:
        return True
    after = text[following]
    if after.islower():  # "the U.S. is", "e.g. this"
        return False
    if marks != ".":
        return True
    word_match = _WORD_BEFORE.search(text, begin, match.start())
    word = word_match.group() if word_match else ""
    if not word:
        return match.start() > begin
    if fold(word) in abbreviations:
        return False
    if len(word) == 1 and word.isupper():  # an initial: "J. Smith"
        return False
    if "." in word and word.replace(".", "").isupper() and after.isupper():  # "U.S. Supreme Court"
        return len(word) > 5
    return not (word.isdigit() and begin == match.start() - len(word))  # "1. First item"
