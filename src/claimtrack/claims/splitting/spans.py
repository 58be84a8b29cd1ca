"""Spans as candidates for claims, and what the span judgement looks at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import NONE, Outline, step
from claimtrack.claims.splitting.borders import STOPS, each
from claimtrack.tagging.logistic import Part, names_of

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})


@dataclass(slots=True)
class Span:
    """A stretch of tokens, first and last included, with the log odds that a claim begins, ends and is just there.

    `main` is where the clause that makes its assertion begins, where that is not at the front: behind a condition;
    `asserts` is the verb that makes it, where the words and not the tree tell;
    `verb` is its first verb, unless that only describes a noun ("the bank, which …"); behind a `parted` one stands a
    comma. One that is a noun with the clause which describes it has in `relative` where that clause begins, and `acts`
    where a verb follows it. `named` and `parts` are what the span judgement saw of it (see `span_parts`).
    """

    first: int
    last: int
    begin: float
    end: float
    score: float = 0.0
    main: int | None = None
    asserts: int | None = None
    verb: int | None = None
    parted: bool = False
    relative: int | None = None
    acts: bool = False
    named: Sequence[str] = field(default=(), repr=False)
    parts: Sequence[Part] = field(default=(), repr=False)

    @property
    def signs(self) -> list[str]:
        """All that the span judgement saw of it, by name."""
        return [*self.named, *names_of(self.parts)]

    def overlap(self, other: Span) -> float:
        """Shared tokens over all tokens of both."""
        shared = min(self.last, other.last) - max(self.first, other.first) + 1
        return shared / (max(self.last, other.last) - min(self.first, other.first) + 1) if shared > 0 else 0.0

    def meets(self, other: Span) -> bool:
        """Whether both have a token in common."""
        return self.first <= other.last and other.first <= self.last

    def holds(self, other: Span) -> bool:
        return self.first <= other.first and other.last <= self.last


def span_features(o: Outline, span: Span) -> list[str]:
    """What tells whether the stretch from `span.first` to `span.last` is a claim."""
    named, parts = span_parts(o, span)
    return named + names_of(parts)


def span_parts(o: Outline, span: Span) -> tuple[list[str], list[Part]]:
    """The same as `span_features`: those that name a word, and all others in parts (see `borders`)."""
    i, j = span.first, span.last
    count = o.verbs[j + 1] - o.verbs[i]
    few, size = min(count, 2), step(j - i + 1, (1, 2, 3, 4, 6, 8, 11, 15, 20, 28))
    first_verb = o.next_verb[i] if count else -1
    before, behind = o.norm(i - 1), o.norm(j + 1)
    named = [
        f"first word {o.norms[i]} verbs {few}",
        f"before {before} {o.tags[i]}",
        f"behind {behind} {o.tags[j]}",
    ]
    parts = _shape(o, span, count, size, first_verb)
    parts.append((_stops, before if before in STOPS else NONE, behind if behind in STOPS else NONE, few))
    _add_tree(o, i, j, size, named, parts)
    _add_classes(o, i, j, few, parts)
    if count:
        tag = o.tags[first_verb]
        named.append(f"first verb {tag} {o.norms[first_verb]}")
        more = (o.a.relations[first_verb], tag, o.senses[first_verb], o.passage.classes[first_verb], count > 1)
        parts.append((_first_verb, *more))
    for report in o.reports:
        inside = report.first <= i and j < report.last
        holds_cue = i <= report.cue <= j
        exact = abs(report.first - i) <= 1 and abs(report.last - 1 - j) <= 1
        over = holds_cue and i < report.last and j >= report.first
        parts.append((_report, inside, exact, holds_cue, over, few))
    return named, parts


def _shape(o: Outline, span: Span, count: int, size: int, first_verb: int) -> list[Part]:
    """Its borders and what stands at them, its size, and what it holds."""
    i, j = span.first, span.last
    few, opening, closing, quoted = min(count, 2), o.tags[i], o.tags[j], o.passage.quoted
    counted = (min(o.joints[j + 1] - o.joints[i], 3), min(o.verbs[-1], 3), step(len(o.norms), (5, 8, 11, 15, 22)))
    inside = (min(o.pauses[j + 1] - o.pauses[i], 3), min(o.relatives[j + 1] - o.relatives[i], 2))
    verb_at = step(first_verb - i, (0, 1, 2, 4, 8)) if count else NONE
    begin, end = span.begin, span.end
    return [
        (_odds, _rounded(begin, 5.0), _rounded(end, 5.0), _rounded(begin + end, 6.0)),
        (_size, size, min(count, 4), i <= 1, j >= len(o.norms) - 2, *counted),
        (_opening, opening, o.tags[min(i + 1, j)], few, verb_at, "relative" in o.passage.classes[i]),
        (_closing, closing, o.tags[max(i, j - 1)], few),
        (_inside, min(o.verbs[i], 2), min(o.verbs[-1] - o.verbs[j + 1], 2), min(count, 3), *inside),
        (_quoted, quoted[i], quoted[j], i > 0 and quoted[i - 1]),
    ]


def _rounded(odds: float, most: float) -> int:
    return round(-most if odds < -most else most if odds > most else odds)


def _odds(begin: int, end: int, both: int) -> tuple[str, ...]:
    return f"begin {begin}", f"end {end}", f"begin and end {both}"


def _size(size: int, count: int, opens: bool, ends: bool, joints: int, all_verbs: int, length: int) -> tuple[str, ...]:
    """How large it is, by its verbs and the sentence, which it may open and end."""
    verbs = min(count, 3)
    whole = f"whole {opens} {ends} verbs {verbs}"
    return (
        "any",
        f"size {size}",
        f"verbs {count}",
        f"verbs {verbs} size {size}",
        f"joints {joints} verbs {verbs}",
        whole,
        f"{whole} joints {min(joints, 2)} length {length}",
        f"verbs {verbs} of {all_verbs} length {length}",
        f"size {size} length {length}",
    )


def _opening(tag: str, tag_behind: str, few: int, verb_at: int | str, relative: bool) -> tuple[str, ...]:
    return (
        "first tag " + tag,
        f"first tag {tag} verbs {few}",
        f"first tags {tag} {tag_behind} verbs {few}",
        f"first verb {verb_at} {tag}",
        f"relative first {relative} verbs {few}",
    )


def _closing(tag: str, tag_before: str, few: int) -> tuple[str, ...]:
    return "last tag " + tag, f"last tags {tag_before} {tag} verbs {few}"


def _inside(before: int, behind: int, verbs: int, pauses: int, relatives: int) -> tuple[str, ...]:
    return (
        f"verbs before {before} behind {behind} inside {min(verbs, 2)}",
        f"pauses {pauses} verbs {verbs}",
        f"relatives {relatives} verbs {verbs}",
    )


def _quoted(first: bool, last: bool, before: bool) -> tuple[str]:
    return (f"quoted {first} {last} {before}",)


def _stops(before: str, behind: str, few: int) -> tuple[str]:
    return (f"stops {before} {behind} verbs {few}",)


def _add_tree(o: Outline, i: int, j: int, size: int, named: list[str], parts: list[Part]) -> None:
    """How it lies in the tree: its head and topmost word, the words whose head is outside, those drawn in."""
    a = o.a
    heads, pos, depth, relations, marks = a.heads, a.pos, a.depth, a.relations, o.marks
    loose = [k for k in range(i, j + 1) if not marks[k] and not i <= heads[k] <= j]
    drawn = o.kids[j + 1] - o.kids[i] - (o.words[j + 1] - o.words[i] - len(loose))
    head = top = loose[0] if loose else i
    if len(loose) > 1:
        head = min(loose, key=lambda k: (pos[k] not in VERBAL, depth[k], k))
        top = min(loose, key=lambda k: (depth[k], k))
    tag, relation = o.tags[head], relations[head]
    kids = [relations[k] for k in a.kids[head] if i <= k <= j]
    named.append("head word " + o.norms[head])
    parts += (
        (_loose, min(len(loose), 4), min(drawn, 4)),
        (_head, tag, relation, size, not _SUBJECTS.isdisjoint(kids), "cop" in kids, min(depth[head], 5)),
        (_head_place, tag, head == i, head == j, o.tags[top], relations[top]),
    )
    if some := o.passage.classes[head]:
        parts.append((_head_class, some, relation))
    if meant := o.senses[head]:
        parts.append((_head_sense, meant, relation))


def _loose(loose: int, drawn: int) -> tuple[str, ...]:
    return f"loose {loose}", f"drawn {drawn}", f"loose {min(loose, 3)} drawn {min(drawn, 3)}"


def _head(tag: str, relation: str, size: int, subject: bool, copula: bool, depth: int) -> tuple[str, ...]:
    return (
        f"head {tag} {relation}",
        f"head {tag} {relation} size {size}",
        f"head {tag} subject {subject} copula {copula}",
        f"depth {depth} {relation}",
    )


def _head_place(tag: str, first: bool, last: bool, top: str, relation: str) -> tuple[str, ...]:
    return f"head first {first} last {last} {tag}", f"top {top} {relation}"


def _head_class(some: frozenset[str], relation: str) -> list[str]:
    return [f"head class {c} {relation}" for c in some]


def _head_sense(meant: str, relation: str) -> tuple[str, ...]:
    return f"head means {meant}", f"head means {meant} {relation}"


def _add_classes(o: Outline, i: int, j: int, few: int, parts: list[Part]) -> None:
    """The cue classes and mentions in it and around it."""
    if some := o.classes(i - 1):
        parts.append((each, "class before", some))
    if some := o.classes(j + 1):
        parts.append((each, "class behind", some))
    if some := o.passage.classes[i]:
        parts.append((each, "first class", some))
    if held := tuple([name for name, counts in o.valued if counts[j + 1] > counts[i]]):
        parts.append((_mentions, held, few))
    if held := tuple([name for name, counts in o.telling if counts[j + 1] > counts[i + 1]]):
        parts.append((each, "inner class", held))


def _mentions(held: tuple[str, ...], few: int) -> list[str]:
    return [f"mention {name} verbs {few}" for name in held]


def _first_verb(relation: str, tag: str, meant: str | None, classes: frozenset[str], more: bool) -> list[str]:
    found = [f"first verb {relation} {tag}", *(f"first verb class {c} more {more}" for c in classes)]
    return [*found, f"first verb means {meant}"] if meant else found


def _report(inside: bool, exact: bool, cue: bool, over: bool, few: int) -> tuple[str]:
    """How the span lies to a reporting frame: within what is said, over the frame, beside it."""
    return (f"report inside {inside} exact {exact} cue {cue} over {over} verbs {few}",)


def once(spans: Sequence[Span]) -> list[Span]:
    """The spans, those of the same words once."""
    return [s for n, s in enumerate(spans) if all((s.first, s.last) != (t.first, t.last) for t in spans[:n])]
