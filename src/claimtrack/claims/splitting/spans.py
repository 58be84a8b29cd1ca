"""Spans as candidates for claims, and what the span judgement looks at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import NONE, Outline, step
from claimtrack.claims.splitting.borders import STOPS

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})


@dataclass(slots=True)
class Span:
    """A stretch of tokens, first and last included, with the log odds that a claim begins, ends and is just there.

    `main` is where the clause that makes its assertion begins, where that is not at the front: behind a condition;
    `asserts` is the verb that makes it, where the words and not the tree tell;
    `verb` is its first verb, unless that only describes a noun ("the bank, which …"); behind a `parted` one stands a
    comma. One that is a noun with the clause which describes it has in `relative` where that clause begins, and `acts`
    where a verb follows it. `signs` are what the span judgement saw of it.
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
    signs: list[str] = field(default_factory=list, repr=False)

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
    i, j = span.first, span.last
    count = o.verbs[j + 1] - o.verbs[i]
    pos = o.a.pos
    first_verb = next((k for k in range(i, j + 1) if pos[k] in VERBAL), -1) if count else -1
    found = _shape_features(o, span, count, first_verb)
    found += _tree_features(o, i, j)
    found += _class_features(o, i, j, count, first_verb)
    if o.report_cues:
        found += _report_features(o, i, j, min(count, 2))
    return found


def _shape_features(o: Outline, span: Span, count: int, first_verb: int) -> list[str]:
    """Its borders and what stands at them, its size, and what it holds."""
    i, j = span.first, span.last
    verbs, few = min(count, 3), min(count, 2)
    length = step(len(o.norms), (5, 8, 11, 15, 22))
    size = step(j - i + 1, (1, 2, 3, 4, 6, 8, 11, 15, 20, 28))
    opening, closing, before, behind = o.tags[i], o.tags[j], o.norm(i - 1), o.norm(j + 1)
    joints = o.joints[j + 1] - o.joints[i]
    quoted = o.passage.quoted
    whole = f"whole {i <= 1} {j >= len(o.norms) - 2} verbs {verbs}"
    return [
        "any",
        f"begin {round(max(-5.0, min(5.0, span.begin)))}",
        f"end {round(max(-5.0, min(5.0, span.end)))}",
        f"begin and end {round(max(-6.0, min(6.0, span.begin + span.end)))}",
        f"size {size}",
        f"verbs {min(count, 4)}",
        f"verbs {verbs} size {size}",
        "first tag " + opening,
        "last tag " + closing,
        f"first tag {opening} verbs {few}",
        f"first word {o.norms[i]} verbs {few}",
        f"first tags {opening} {o.tags[min(i + 1, j)]} verbs {few}",
        f"last tags {o.tags[max(i, j - 1)]} {closing} verbs {few}",
        f"verbs before {min(o.verbs[i], 2)} behind {min(o.verbs[-1] - o.verbs[j + 1], 2)} inside {few}",
        f"before {before} {opening}",
        f"behind {behind} {closing}",
        f"stops {before if before in STOPS else NONE} {behind if behind in STOPS else NONE} verbs {few}",
        f"pauses {min(o.pauses[j + 1] - o.pauses[i], 3)} verbs {verbs}",
        f"relatives {min(o.relatives[j + 1] - o.relatives[i], 2)} verbs {verbs}",
        f"joints {min(joints, 3)} verbs {verbs}",
        f"first verb {step(first_verb - i, (0, 1, 2, 4, 8)) if count else NONE} {opening}",
        whole,
        f"{whole} joints {min(joints, 2)} length {length}",
        f"verbs {verbs} of {min(o.verbs[-1], 3)} length {length}",
        f"size {size} length {length}",
        f"relative first {'relative' in o.passage.classes[i]} verbs {few}",
        f"quoted {quoted[i]} {quoted[j]} {i > 0 and quoted[i - 1]}",
    ]


def _tree_features(o: Outline, i: int, j: int) -> list[str]:
    """How it lies in the tree: its head and topmost word, the words whose head is outside, those drawn in."""
    a = o.a
    heads, pos, depth, relations = a.heads, a.pos, a.depth, a.relations
    loose = [k for k in range(i, j + 1) if not o.marks[k] and not i <= heads[k] <= j]
    drawn = o.kids[j + 1] - o.kids[i] - (o.words[j + 1] - o.words[i] - len(loose))
    head = min(loose, key=lambda k: (pos[k] not in VERBAL, depth[k], k)) if loose else i
    top = min(loose, key=lambda k: (depth[k], k)) if loose else i
    tag, relation = o.tags[head], relations[head]
    kids = [relations[k] for k in a.kids[head] if i <= k <= j]
    size = step(j - i + 1, (1, 2, 3, 4, 6, 8, 11, 15, 20, 28))
    found = [
        f"loose {min(len(loose), 4)}",
        f"drawn {min(drawn, 4)}",
        f"loose {min(len(loose), 3)} drawn {min(drawn, 3)}",
        f"head {tag} {relation}",
        f"head {tag} {relation} size {size}",
        f"top {o.tags[top]} {relations[top]}",
        f"head {tag} subject {not _SUBJECTS.isdisjoint(kids)} copula {'cop' in kids}",
        "head word " + o.norms[head],
        f"depth {min(depth[head], 5)} {relation}",
        f"head first {head == i} last {head == j} {tag}",
    ]
    found += [f"head class {c} {relation}" for c in o.passage.classes[head]]
    if meant := o.senses[head]:
        found += (f"head means {meant}", f"head means {meant} {relation}")
    return found


def _class_features(o: Outline, i: int, j: int, count: int, first_verb: int) -> list[str]:
    """The cue classes and mentions in it and around it."""
    classes, few = o.passage.classes, min(count, 2)
    found = ["class before " + c for c in o.classes(i - 1)]
    found += ["class behind " + c for c in o.classes(j + 1)]
    found += ["first class " + c for c in classes[i]]
    found += [f"mention {name} verbs {few}" for name, counts in o.valued if counts[j + 1] > counts[i]]
    found += ["inner class " + name for name, counts in o.telling if counts[j + 1] > counts[i + 1]]
    if count:
        tag = o.tags[first_verb]
        found += (f"first verb {tag} {o.norms[first_verb]}", f"first verb {o.a.relations[first_verb]} {tag}")
        if meant := o.senses[first_verb]:
            found.append(f"first verb means {meant}")
        found += [f"first verb class {c} more {count > 1}" for c in classes[first_verb]]
    return found


def _report_features(o: Outline, i: int, j: int, verbs: int) -> list[str]:
    """How the span lies to the reporting frames of the sentence: within what is said, over the frame, beside it."""
    found = []
    for report in o.reports:
        inside = report.first <= i and j < report.last
        holds_cue = i <= report.cue <= j
        exact = abs(report.first - i) <= 1 and abs(report.last - 1 - j) <= 1
        over = holds_cue and i < report.last and j >= report.first
        found.append(f"report inside {inside} exact {exact} cue {holds_cue} over {over} verbs {verbs}")
    return found


def once(spans: Sequence[Span]) -> list[Span]:
    """The spans, those of the same words once."""
    return [s for n, s in enumerate(spans) if all((s.first, s.last) != (t.first, t.last) for t in spans[:n])]
