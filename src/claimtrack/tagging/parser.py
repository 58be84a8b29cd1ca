"""Dependency trees on surface tokens: arc-hybrid transitions with a dynamic oracle (Goldberg and Nivre 2013),
decided by an averaged perceptron; then one relation for each arc by a second perceptron.

Trees are what clause boundaries, subjects and attachment come from. Measured against a clause-start labeller on the
same data in `docs/decisions/`.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.tagging.perceptron import Model, Trainer
from claimtrack.text.tokens import Token

SHIFT, LEFT, RIGHT = 0, 1, 2
MOVES = ("shift", "left", "right")
_KEPT = {"acl:relcl", "aux:pass", "nsubj:pass"}


@dataclass(frozen=True, slots=True)
class Parse:
    """Head index (-1 for a root) and relation of each token of a sentence."""

    heads: tuple[int, ...]
    relations: tuple[str, ...]


def coarse(relation: str) -> str:
    """The relation as the labeller knows it: subtypes go, but for the few that later steps ask for."""
    return relation if relation in _KEPT else relation.split(":")[0]


class _State:
    """A partly built tree. The root is the index `n`, at the end of the buffer."""

    __slots__ = (
        "depth",
        "first",
        "heads",
        "last",
        "left2",
        "lefts",
        "n",
        "next",
        "right2",
        "rights",
        "stack",
        "tags",
        "words",
    )

    def __init__(self, words: Sequence[str], tags: Sequence[str]) -> None:
        self.n = len(words)
        self.words = [*words, "<root>", "", "", ""]
        self.tags = [*tags, "ROOT", "-", "-", "-"]
        self.stack: list[int] = []
        self.next = 0
        blank = self.n + 1
        self.heads = [-1] * (self.n + 1)
        self.first = [blank] * (self.n + 4)  # leftmost child so far
        self.left2 = [blank] * (self.n + 4)
        self.last = [blank] * (self.n + 4)  # rightmost child so far
        self.right2 = [blank] * (self.n + 4)
        self.lefts = [0] * (self.n + 4)
        self.rights = [0] * (self.n + 4)

    def valid(self) -> tuple[bool, bool, bool]:
        depth = len(self.stack)
        return self.next < self.n, depth >= 1, depth >= 2

    def move(self, move: int) -> None:
        if move == SHIFT:
            self.stack.append(self.next)
            self.next += 1
            return
        child = self.stack.pop()
        if move == RIGHT:
            head = self.stack[-1]
            self.right2[head], self.last[head] = self.last[head], child
            self.rights[head] += 1
        else:
            head = self.next
            self.left2[head], self.first[head] = self.first[head], child
            self.lefts[head] += 1
        self.heads[child] = head

    def features(self) -> list[str]:
        W, T, n = self.words, self.tags, self.n
        stack = self.stack
        depth = len(stack)
        blank = n + 1
        s0 = stack[-1] if depth else blank
        s1 = stack[-2] if depth > 1 else blank
        s2 = stack[-3] if depth > 2 else blank
        b0 = self.next
        b1 = b0 + 1 if b0 < n else blank
        b2 = b0 + 2 if b0 + 1 < n else blank
        first, last = self.first, self.last
        w0, w1, v0, v1 = W[s0], W[s1], W[b0], W[b1]
        t0, t1, t2, u0, u1, u2 = T[s0], T[s1], T[s2], T[b0], T[b1], T[b2]
        l0, r0, m0, r1, l1 = T[first[s0]], T[last[s0]], T[first[b0]], T[last[s1]], T[first[s1]]
        gap = b0 - s0 if s0 < n else 0
        gap = gap if gap < 5 else 5 if gap < 10 else 6
        val0 = f"{min(self.lefts[s0], 3)}{min(self.rights[s0], 3)}"
        p = W[b0 - 1] if b0 else "<"
        return [
            "a" + w0,
            "b" + t0,
            f"c{w0} {t0}",
            "d" + v0,
            "e" + u0,
            f"f{v0} {u0}",
            "g" + v1,
            "h" + u1,
            "i" + w1,
            "j" + t1,
            f"k{t0} {u0}",
            f"l{w0} {u0}",
            f"m{t0} {v0}",
            f"n{w0} {v0}",
            f"o{t1} {t0}",
            f"p{w1} {t0}",
            f"q{t1} {w0}",
            f"r{t0} {u0} {u1}",
            f"s{t1} {t0} {u0}",
            f"t{t2} {t1} {t0}",
            f"u{t1} {t0} {r0}",
            f"v{t0} {u0} {m0}",
            f"w{t0} {l0} {u0}",
            f"x{t0} {r0} {u0}",
            f"y{t1} {r1} {t0}",
            f"z{t1} {l1} {t0}",
            f"A{u0} {u1} {u2}",
            f"B{gap} {t0} {u0}",
            f"C{val0} {t0} {u0}",
            f"D{gap} {w0}",
            f"E{W[last[s0]]} {t0} {u0}",
            f"F{W[first[s0]]} {t0} {u0}",
            f"G{p} {t0} {u0}",
            f"H{t2} {t1} {t0} {u0}",
            f"I{t1} {t0} {u0} {u1}",
            f"J{w1} {w0}",
            f"K{W[first[b0]]} {t0} {u0}",
            f"L{T[self.right2[s0]]} {r0} {t0} {u0}",
        ]


def _oracle(state: _State, gold: Sequence[int]) -> list[int]:
    """The moves that lose no reachable arc of the gold tree; `gold` names the root `n`."""
    shift, left, right = state.valid()
    stack, b0, n = state.stack, state.next, state.n
    if not stack or (shift and gold[b0] == stack[-1]):
        return [SHIFT]
    s0 = stack[-1]
    if gold[s0] == b0:
        return [LEFT]
    if len(stack) >= 2 and gold[s0] == stack[-2]:
        left = False
    if shift and (gold[b0] in stack or any(gold[s] == b0 for s in stack)):
        shift = False
    if gold[s0] > b0 or any(gold[w] == s0 for w in range(b0, n)):
        left = False
        if any(gold[w] == s0 for w in range(b0, n)) or gold[s0] > b0:
            right = False
    return [m for m, good in ((SHIFT, shift), (LEFT, left), (RIGHT, right)) if good]


def heads(model: Model, words: Sequence[str], tags: Sequence[str]) -> list[int]:
    """The head of each token, -1 for roots."""
    state = _State(words, tags)
    n = state.n
    while state.next < n or state.stack:
        can_shift, can_left, can_right = state.valid()
        if can_shift + can_left + can_right == 1:
            state.move(SHIFT if can_shift else LEFT if can_left else RIGHT)  # nothing to choose from
            continue
        a, b, c = model.levels(model.total(state.features()))
        if can_shift and (a >= b or not can_left) and (a >= c or not can_right):
            state.move(SHIFT)
        elif can_left and (b >= c or not can_right):
            state.move(LEFT)
        else:
            state.move(RIGHT)
    return [-1 if h >= n else h for h in state.heads[:n]]


def train_heads(
    sentences: Sequence[tuple[Sequence[str], Sequence[str], Sequence[int]]],
    rounds: int,
    weakest: float,
    quantum: float,
    seed: int = 3,
) -> Model:
    """Learn the moves from (words, tags, heads); non-projective arcs are simply lost by the oracle."""
    trainer = Trainer(MOVES)
    order = list(range(len(sentences)))
    chance = random.Random(seed)
    for r in range(rounds):
        chance.shuffle(order)
        for k in order:
            words, tags, gold_heads = sentences[k]
            state = _State(words, tags)
            n = state.n
            gold = [n if h < 0 else h for h in gold_heads] + [n]
            while state.next < n or state.stack:
                trainer.step += 1
                features = state.features()
                s = trainer.scores(features)
                able = [m for m, can in enumerate(state.valid()) if can]
                guess = max(able, key=lambda m: s[m])
                good = [m for m in _oracle(state, gold) if m in able] or able
                best = max(good, key=lambda m: s[m])
                if guess != best:
                    trainer.update(features, best, guess)
                # explore: after the first rounds follow the own mistakes, so that it learns to recover
                state.move(guess if r > 1 and chance.random() < 0.9 else best)
    return trainer.finish(weakest, quantum)


def _arc_features(
    words: Sequence[str], tags: Sequence[str], tree: Sequence[int], kids: Sequence[Sequence[int]], i: int
) -> list[str]:
    h = tree[i]
    n = len(words)
    w, t = words[i], tags[i]
    hw, ht = (words[h], tags[h]) if h >= 0 else ("<root>", "ROOT")
    side = "<" if i < h else ">"
    own = kids[i]
    k0, k1 = (tags[own[0]], words[own[0]]) if own else ("-", "-")
    last = tags[own[-1]] if own else "-"
    before = words[i - 1] if i else "<"
    after = tags[i + 1] if i + 1 < n else ">"
    siblings = kids[h] if h >= 0 else ()
    place = siblings.index(i) if h >= 0 else 0
    near = tags[siblings[place - 1]] if place else "-"
    gap = abs(h - i) if h >= 0 else 0
    gap = gap if gap < 4 else 4 if gap < 8 else 5
    marks = " ".join(words[k] for k in own[:2] if k < i)
    return [
        "a" + w,
        "b" + t,
        "c" + hw,
        "d" + ht,
        f"e{side}{t} {ht}",
        f"f{side}{w} {ht}",
        f"g{side}{t} {hw}",
        f"h{k0} {t} {ht}",
        f"i{k1} {t} {ht}",
        f"j{last} {t}",
        f"k{before} {t} {ht}",
        f"l{after} {t} {ht}",
        f"m{near} {side}{t} {ht}",
        f"n{gap}{side}{t} {ht}",
        f"o{marks} {t}",
        f"p{w[:3]} {t} {ht}",
        f"q{w[-3:]} {t} {ht}",
        f"r{place}{side}{t} {ht}",
        f"s{hw} {w}",
        f"t{len(own)} {t} {ht}",
        f"u{before} {w}",
    ]


def children(tree: Sequence[int]) -> list[list[int]]:
    """For each token the tokens that hang on it, left to right."""
    kids: list[list[int]] = [[] for _ in tree]
    for i, h in enumerate(tree):
        if h >= 0:
            kids[h].append(i)
    return kids


def relations(model: Model, words: Sequence[str], tags: Sequence[str], tree: Sequence[int]) -> list[str]:
    """The relation of each token to its head."""
    kids = children(tree)
    best = model.name
    return ["root" if tree[i] < 0 else best(_arc_features(words, tags, tree, kids, i)) for i in range(len(words))]


def train_relations(
    sentences: Sequence[tuple[Sequence[str], Sequence[str], Sequence[int], Sequence[str]]],
    rounds: int,
    weakest: float,
    quantum: float,
    seed: int = 3,
) -> Model:
    """Learn relations from (words, tags, heads, relations)."""
    classes = tuple(sorted({coarse(r) for *_, names in sentences for r in names}))
    index = {c: i for i, c in enumerate(classes)}
    trainer = Trainer(classes)
    order = list(range(len(sentences)))
    chance = random.Random(seed)
    for _ in range(rounds):
        chance.shuffle(order)
        for k in order:
            words, tags, tree, names = sentences[k]
            kids = children(tree)
            for i, name in enumerate(names):
                if tree[i] < 0:
                    continue
                trainer.step += 1
                features = _arc_features(words, tags, tree, kids, i)
                s = trainer.scores(features)
                guess, right = s.index(max(s)), index[coarse(name)]
                if guess != right:
                    trainer.update(features, right, guess)
    return trainer.finish(weakest, quantum)


def parse(moves: Model, labels: Model, tokens: Sequence[Token], tags: Sequence[str]) -> Parse:
    """The tree of one sentence."""
    words = [t.norm for t in tokens]
    tree = heads(moves, words, tags)
    return Parse(tuple(tree), tuple(relations(labels, words, tags, tree)))
