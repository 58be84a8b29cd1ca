"""Dependency trees on surface tokens: arc-hybrid transitions with a dynamic oracle (Goldberg and Nivre 2013),
decided by an averaged perceptron; then one relation for each arc by a second perceptron.

Trees are what clause boundaries, subjects and attachment come from. Measured against a clause-start labeller on the
same data in `docs/decisions/`.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from sys import intern
from typing import Any

from claimtrack.tagging.arc_weights import ArcWeights
from claimtrack.tagging.move_weights import MoveWeights
from claimtrack.tagging.perceptron import Model, Trainer
from claimtrack.tagging.states import LEFT, MOVES, RIGHT, SHIFT, State
from claimtrack.text.tokens import Token

_KEPT = {"acl:relcl", "aux:pass", "nsubj:pass"}


@dataclass(frozen=True, slots=True)
class Parse:
    """Head index (-1 for a root) and relation of each token of a sentence."""

    heads: tuple[int, ...]
    relations: tuple[str, ...]


def coarse(relation: str) -> str:
    """The relation as the labeller knows it: subtypes go, but for the few that later steps ask for."""
    return relation if relation in _KEPT else relation.split(":")[0]


def _oracle(state: State, gold: Sequence[int]) -> list[int]:
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


def heads(moves: MoveWeights, words: Sequence[str], tags: Sequence[str]) -> list[int]:
    """The head of each token, -1 for roots."""
    state = State(words, tags)
    n = state.n
    weights, levels = moves.of(state), moves.model.levels
    while state.next < n or state.stack:
        can_shift, can_left, can_right = state.valid()
        if can_shift + can_left + can_right == 1:
            state.move(SHIFT if can_shift else LEFT if can_left else RIGHT)  # nothing to choose from
            continue
        a, b, c = levels(weights.total(state))
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
            state = State(words, tags)
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


_Tags = tuple[Any, ...]
"""What makes features of tags alone, and what it makes them of."""


def _tag_parts(
    tags: Sequence[str], tree: Sequence[int], kids: Sequence[Sequence[int]], i: int
) -> tuple[_Tags, _Tags, _Tags]:
    """The features of a token and its head that are made of tags alone."""
    h, t, own = tree[i], tags[i], kids[i]
    if h >= 0:
        ht, siblings = tags[h], kids[h]
        place = siblings.index(i)
        near, gap = tags[siblings[place - 1]] if place else "-", abs(h - i)
    else:
        ht, place, near, gap = "ROOT", 0, "-", 0
    side = "<" if i < h else ">"
    after = tags[i + 1] if i + 1 < len(tags) else ">"
    gap = gap if gap < 4 else 4 if gap < 8 else 5
    below: _Tags = (_over, t, ht, tags[own[0]], tags[own[-1]], len(own)) if own else (_leaf, t, ht)
    return (_placed, side, t, ht, gap, place), below, (_between, side, t, ht, near, after)


def _named(
    words: Sequence[str], tags: Sequence[str], tree: Sequence[int], kids: Sequence[Sequence[int]], i: int
) -> list[str]:
    """The features of a token and its head that name a word; `ArcWeights` knows their letters."""
    h, w, t, own = tree[i], words[i], tags[i], kids[i]
    hw, ht = (words[h], tags[h]) if h >= 0 else ("<root>", "ROOT")
    side = "<" if i < h else ">"
    before = words[i - 1] if i else "<"
    named = [
        "a" + w,
        "c" + hw,
        f"f{side}{w} {ht}",
        f"g{side}{t} {hw}",
        f"k{before} {t} {ht}",
        f"p{w[:3]} {t} {ht}",
        f"q{w[-3:]} {t} {ht}",
        f"s{hw} {w}",
        f"u{before} {w}",
    ]
    if own:
        marks = " ".join(words[k] for k in own[:2] if k < i)
        named += (f"i{words[own[0]]} {t} {ht}", f"o{marks} {t}")
    return named


def arc_features(
    words: Sequence[str], tags: Sequence[str], tree: Sequence[int], kids: Sequence[Sequence[int]], i: int
) -> list[str]:
    """All features of a token and its head by name."""
    parts = _tag_parts(tags, tree, kids, i)
    return [*(name for make, *of in parts for name in make(*of)), *_named(words, tags, tree, kids, i)]


def _placed(side: str, t: str, ht: str, gap: int, place: int) -> tuple[str, ...]:
    """A tag and that of its head, on which side of it, how far away, and behind how many others."""
    return "b" + t, "d" + ht, f"e{side}{t} {ht}", f"n{gap}{side}{t} {ht}", f"r{place}{side}{t} {ht}"


def _over(t: str, ht: str, first: str, last: str, count: int) -> tuple[str, ...]:
    """The same two over the tags of the first and the last token that hang on the one."""
    return f"h{first} {t} {ht}", f"j{last} {t}", f"t{count} {t} {ht}"


def _leaf(t: str, ht: str) -> tuple[str, ...]:
    """The same two where nothing hangs on the one, with what would name its words."""
    return *_over(t, ht, "-", "-", 0), f"i- {t} {ht}", f"o {t}"


def _between(side: str, t: str, ht: str, near: str, after: str) -> tuple[str, ...]:
    """The same two with the tag of what hangs on the head before the one, and that of the next token."""
    return f"l{after} {t} {ht}", f"m{near} {side}{t} {ht}"


def children(tree: Sequence[int]) -> list[list[int]]:
    """For each token the tokens that hang on it, left to right."""
    kids: list[list[int]] = [[] for _ in tree]
    for i, h in enumerate(tree):
        if h >= 0:
            kids[h].append(i)
    return kids


def relations(weights: ArcWeights, words: Sequence[str], tags: Sequence[str], tree: Sequence[int]) -> list[str]:
    """The relation of each token to its head."""
    kids = children(tree)
    found = []
    total, kept, best, classes = weights.total, weights.model.kept_total, weights.model.best, weights.model.classes
    for i in range(len(words)):
        if tree[i] < 0:
            found.append("root")
            continue
        # tags meet so often that what they add up to is kept
        placed, below, between = _tag_parts(tags, tree, kids, i)
        named = total(words, tags, tree[i], kids[i], i)
        found.append(classes[best(named + kept(placed) + kept(below) + kept(between))])
    return found


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
                features = arc_features(words, tags, tree, kids, i)
                s = trainer.scores(features)
                guess, right = s.index(max(s)), index[coarse(name)]
                if guess != right:
                    trainer.update(features, right, guess)
    return trainer.finish(weakest, quantum)


def parse(moves: MoveWeights, labels: ArcWeights, tokens: Sequence[Token], tags: Sequence[str]) -> Parse:
    """The tree of one sentence."""
    # a word or tag that is the very one by which weights are kept is found without comparing letters
    words, tags = [intern(t.norm) for t in tokens], list(map(intern, tags))
    tree = heads(moves, words, tags)
    return Parse(tuple(tree), tuple(relations(labels, words, tags, tree)))
