"""A sentence laid out for the span judgements: what they ask of each token, computed once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.draft import Passage
from claimtrack.claims.phrases import is_comma
from claimtrack.claims.senses import foreign_sense
from claimtrack.claims.voices.reporting import Reporting

NONE = "-"
PADDING = 3
TELLING = frozenset(
    {
        "relative",
        "complementizer",
        "say",
        "conditional",
        "time",
        "reason",
        "contrast",
        "linking",
        "strip",
        "role",
        "existential",
        "cause",
        "measured",
        "amounting",
    }
)
"""Cue classes that tell something of a claim in whose inside they stand."""
_PAUSES = frozenset({",", ";", ":"})


@dataclass(slots=True)
class Outline:
    """One sentence with its running counts and the edges of its subtrees.

    `begins` and `ends` name, for each token, the highest word whose subtree begins or ends there. The counts hold, at
    `i`, how many such tokens stand before token `i`; `solid` are words that neither are a date nor lead to one.
    """

    passage: Passage
    reports: Sequence[Reporting]
    a: Analysis = field(init=False)
    norms: list[str] = field(init=False)
    tags: list[str] = field(init=False)
    marks: list[bool] = field(init=False)
    joined: list[bool] = field(init=False)
    senses: list[str | None] = field(init=False)
    begins: list[int] = field(init=False)
    ends: list[int] = field(init=False)
    last: list[int] = field(init=False)
    verbs: list[int] = field(init=False)
    next_verb: list[int] = field(init=False)
    """For each token the first verb from it on; the length of the sentence where none is left."""
    pauses: list[int] = field(init=False)
    relatives: list[int] = field(init=False)
    joints: list[int] = field(init=False)
    words: list[int] = field(init=False)
    kids: list[int] = field(init=False)
    solid: list[int] = field(init=False)
    telling: list[tuple[str, list[int]]] = field(init=False)
    valued: list[tuple[str, list[int]]] = field(init=False)
    commas: list[int] = field(init=False)
    padded_norms: list[str] = field(init=False)
    padded_tags: list[str] = field(init=False)
    """The words and tags with `PADDING` placeholders before and behind them, so that no neighbour is out of reach."""
    report_firsts: frozenset[int] = field(init=False)
    report_lasts: frozenset[int] = field(init=False)
    report_cues: frozenset[int] = field(init=False)
    described: list[tuple[int, int]] | None = field(init=False, default=None)
    """The first and the last token of each clause that describes a noun, once they were sought."""

    def __post_init__(self) -> None:
        a = self.a = self.passage.analysis
        size, classes = len(a.tokens), self.passage.classes
        self.norms = [t.norm for t in a.tokens]
        self.tags = [tag.rpartition("|")[2] for tag in a.tags]
        around = [NONE] * PADDING
        self.padded_norms, self.padded_tags = around + self.norms + around, around + self.tags + around
        self.marks = [t.kind == "mark" for t in a.tokens]
        self.commas = [i for i, mark in enumerate(self.marks) if mark and is_comma(a, i)]
        self.joined = [a.has_conjunction(i) for i in range(size)]
        self.senses = [foreign_sense(a, i) for i in range(size)]
        first, self.last = _edges(a)
        self.begins, self.ends = list(range(size)), list(range(size))
        for i in sorted(range(size), key=lambda i: -a.depth[i]):
            self.begins[first[i]] = i
            self.ends[self.last[i]] = i
        self.verbs = _running([pos in VERBAL for pos in a.pos])
        self.next_verb, verb = [size] * size, size
        for i in range(size - 1, -1, -1):
            self.next_verb[i] = verb = i if a.pos[i] in VERBAL else verb
        self.pauses = _running([norm in _PAUSES for norm in self.norms])
        self.relatives = _running(["relative" in some for some in classes])
        self.joints = _running([joined or pos == "CCONJ" for joined, pos in zip(self.joined, a.pos, strict=True)])
        self.words = _running([not mark for mark in self.marks])
        marks = self.marks
        self.kids = list(accumulate([sum([not marks[k] for k in kids]) for kids in a.kids], initial=0))
        dated = [(m.start, m.end) for m in self.passage.mentions if m.type == "time"]
        self.solid = _running(
            [
                not mark and pos != "ADP" and not (dated and any(start <= token.start < end for start, end in dated))
                for mark, pos, token in zip(marks, a.pos, a.tokens, strict=True)
            ]
        )
        self.telling = _counted(classes, TELLING)
        self.valued = _counted(self.passage.mention_types, None)
        said = [r for r in self.reports if r.last > r.first]
        self.report_firsts = frozenset(r.first for r in said)
        self.report_lasts = frozenset(_last_word(self.marks, r.last) for r in said)
        self.report_cues = frozenset(r.cue for r in said)

    def norm(self, i: int) -> str:
        """The word at `i`, or a placeholder beyond the sentence."""
        return self.norms[i] if 0 <= i < len(self.norms) else NONE

    def tag(self, i: int) -> str:
        """The tag at `i`, or a placeholder beyond the sentence."""
        return self.tags[i] if 0 <= i < len(self.tags) else NONE

    def classes(self, i: int) -> frozenset[str]:
        """The cue classes at `i`; none beyond the sentence."""
        return self.passage.classes[i] if 0 <= i < len(self.norms) else frozenset()

    def own_verb(self, first: int, last: int) -> int | None:
        """The first verb from `first` to `last` that does not merely describe a noun; None without one."""
        a, classes = self.a, self.passage.classes
        for k in range(first, last + 1):
            if "relative" in classes[k]:
                return None
            if a.pos[k] not in VERBAL or a.tags[k].endswith((":VBN", ":VBG")):
                continue
            past = a.tags[k].endswith(":VBD") and k > first and a.pos[k - 1] != "PRON"  # not "the car he sold"
            if past or not a.relations[k].startswith("acl"):
                return k
        return None

    def head(self, first: int, last: int) -> int:
        """The word that makes the assertion of a span: its highest verb, else its highest word.

        A frame between commas in it ("the plant, the minister said, will close") asserts nothing, and a circumstance
        there is not what it asserts.
        """
        a, framed = self.a, self.interposed(first, last)
        for opening, closing in self.passage.phrases.get("circumstance", ()):
            if first < opening and closing <= last:
                framed |= frozenset(range(opening, closing))
        own = [i for i in range(first, last + 1) if not self.marks[i] and i not in framed]
        outside = [i for i in own if not first <= a.heads[i] <= last or a.heads[i] in framed]
        return min(outside, key=lambda i: (a.pos[i] not in VERBAL, a.depth[i], i), default=first)

    def interposed(self, first: int, last: int) -> frozenset[int]:
        """The tokens of reporting frames that stand between two commas within a span."""
        found: set[int] = set()
        for report in self.reports:
            if report.first < report.cue < report.last and first < report.cue < last:
                left = next((i for i in range(report.cue, first, -1) if self.marks[i]), None)
                right = next((i for i in range(report.cue, last) if self.marks[i]), None)
                if left is None and self.marks[first - 1] and report.first <= first:
                    left = first  # "…, who, | she later claimed, had left"
                if left is not None and right is not None:
                    found.update(range(left, right + 1))
        return frozenset(found)


def _running(flags: list[bool]) -> list[int]:
    return list(accumulate(flags, initial=0))


def _last_word(marks: Sequence[bool], stop: int) -> int:
    """The last token before `stop` that is no mark."""
    return next((i for i in range(stop - 1, -1, -1) if not marks[i]), -1)


def _counted(sets: Sequence[frozenset[str]], wanted: frozenset[str] | None) -> list[tuple[str, list[int]]]:
    """Running counts of each name that the sets of the sentence hold, of the wanted ones alone if any are named."""
    names = frozenset().union(*sets)
    names = names if wanted is None else names & wanted
    return [(name, _running([name in some for some in sets])) for name in sorted(names)]


def _edges(a: Analysis) -> tuple[list[int], list[int]]:
    """The first and the last token of each token's subtree."""
    first, last = list(range(len(a.tokens))), list(range(len(a.tokens)))
    for i in sorted(range(len(a.tokens)), key=lambda i: -a.depth[i]):
        head = a.heads[i]
        if head >= 0:
            first[head] = min(first[head], first[i])
            last[head] = max(last[head], last[i])
    return first, last


def step(number: int, limits: tuple[int, ...]) -> int:
    """Which of the steps parted by `limits` a number falls on."""
    return bisect_left(limits, number)
