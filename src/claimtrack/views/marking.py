"""A text cut where its claims begin and end, so that claims within claims and across each other can be shown.

In go a text, its sentences and the claims on it; out come paragraphs of pieces. A piece knows all claims that
cover it (the shortest first), and no piece overlaps another, so markup made of pieces always nests rightly.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import bidirectional

from claimtrack.model.documents import Sentence
from claimtrack.model.tracked import TrackedClaim
from claimtrack.views.labels import label

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same claims. `begins` are those that start with it; `control` holds one mark
    that must not act on the reader's screen."""

    start: int
    end: int
    claims: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    set_aside: str | None = None
    control: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text as its author broke it, and how it is laid out: "rtl" or "ltr"."""

    pieces: tuple[Piece, ...]
    direction: str
    heading: bool = False


def direction(text: str, otherwise: str = "ltr") -> str:
    """The direction of most letters of a text."""
    kinds: Counter[str] = Counter()
    for char, count in Counter(text[:5000]).items():  # each letter is looked up once
        kinds[bidirectional(char)] += count
    right, left = kinds["R"] + kinds["AL"], kinds["L"]
    return otherwise if right == left else "rtl" if right > left else "ltr"


def own_direction(text: str, language: str | None) -> str:
    """The direction of a quote: that of its document's language, unless it holds no letter of it."""
    return _of_line(text, direction(label("page", "language_name", language))) if language else direction(text)


def paragraphs(text: str, sentences: Sequence[Sentence], claims: Iterable[TrackedClaim]) -> list[Paragraph]:
    """The text as paragraphs of pieces. Claims whose place was lost are not shown in it."""
    spans = _spans(claims, len(text))
    pieces = _pieces(text, sentences, spans)
    whole = direction(text)
    headings = {s.start for s in sentences if s.role == "heading"}
    out, at = [], 0
    for line in _LINE.finditer(text):
        begin = at
        while at < len(pieces) and pieces[at].start < line.end():
            at += 1
        inside = tuple(p for p in pieces[begin:at] if p.start >= line.start())
        heading = any(p.start in headings for p in inside)
        out.append(Paragraph(inside, _of_line(line.group(), whole), heading))
    return out


def _of_line(line: str, whole: str) -> str:
    """A line goes with its document, unless it holds no letter of that direction."""
    kinds = {bidirectional(char) for char in set(line)}
    if whole == "rtl":
        return "ltr" if "L" in kinds and not kinds & _RIGHT_TO_LEFT else "rtl"
    return "rtl" if kinds & _RIGHT_TO_LEFT and "L" not in kinds else "ltr"


def _spans(claims: Iterable[TrackedClaim], length: int) -> list[tuple[int, int, int]]:
    """(start, end, id) of every place of every claim."""
    found = set()
    for claim in claims:
        if not claim.orphaned:
            found |= {(a.start, a.end, claim.id) for a in claim.appearances}
            found.add((claim.start, claim.end, claim.id))
    return [each for each in found if 0 <= each[0] < each[1] <= length]


def _pieces(text: str, sentences: Sequence[Sentence], spans: Sequence[tuple[int, int, int]]) -> list[Piece]:
    opens, closes = defaultdict(list), defaultdict(list)
    for span in spans:
        opens[span[0]].append(span)
        closes[span[1]].append(span)
    controls = {match.start() for match in _CONTROL.finditer(text)}
    aside = {s.start: s for s in sentences}
    borders = {0, len(text), *opens, *closes, *aside, *(s.end for s in sentences)}
    borders |= controls | {at + 1 for at in controls}
    for line in _LINE.finditer(text):
        borders |= {line.start(), line.end()}
    return _sweep(sorted(borders), opens, closes, aside, controls)


def _sweep(
    borders: Sequence[int],
    opens: dict[int, list[tuple[int, int, int]]],
    closes: dict[int, list[tuple[int, int, int]]],
    sentences: dict[int, Sentence],
    controls: set[int],
) -> list[Piece]:
    """One pass over the borders, with the claims that are open at each."""
    active: set[tuple[int, int, int]] = set()
    sentence: Sentence | None = None
    out = []
    for start, end in pairwise(borders):
        active.difference_update(closes.get(start, ()))
        fresh = opens.get(start, [])
        active.update(fresh)
        if sentence and sentence.end <= start:
            sentence = None
        sentence = sentences.get(start, sentence)
        out.append(
            Piece(
                start,
                end,
                _shortest_first(active),
                _shortest_first(fresh)[::-1],
                sentence.set_aside if sentence else None,
                start in controls,
            )
        )
    return out


def _shortest_first(spans: Collection[tuple[int, int, int]]) -> tuple[int, ...]:
    if not spans:
        return ()
    return tuple(dict.fromkeys(id for _, _, id in sorted(spans, key=lambda s: (s[1] - s[0], s[2]))))
