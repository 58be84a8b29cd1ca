"""Boosted trees over named signs and measured numbers, for what signs tell only together.

Gradient boosting of log odds (Friedman 2001) with second-order steps (Chen, Guestrin 2016); each tree looks at a sample
of the examples and of the signs, and grows where it gains most. Deterministic: same examples, same trees.
"""

from __future__ import annotations

import json
import lzma
import math
import random
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from claimtrack.tagging.logistic import KEPT, Part, names_of

Tree = Any
"""A leaf, an int in steps of `_QUANTUM`; or a sign, and the trees where it holds and where it does not; or a number,
a bound, and the trees above it and below."""
_QUANTUM = 0.001


class _Asked(dict[Part, tuple[str, ...]]):
    """The signs of a part that trees ask for, sought when it is first met."""

    __slots__ = ("_signs",)

    def __init__(self, signs: Iterable[str]) -> None:
        super().__init__()
        self._signs = frozenset(signs)

    def __missing__(self, part: Part) -> tuple[str, ...]:
        if len(self) >= KEPT:
            self.clear()
        found = self[part] = tuple(name for name in names_of((part,)) if name in self._signs)
        return found


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees whose answers add up to log odds."""

    trees: tuple[Tree, ...]
    numbers: tuple[str, ...]
    """The names of the numbers that the trees ask for."""
    total: Callable[..., int] = field(init=False, repr=False, compare=False)
    """All trees as one function of the signs and the numbers: a sixth of the time that walking them takes."""
    parts: _Asked = field(init=False, repr=False, compare=False)
    """Which signs of parts that came before the trees ask for; a cache."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "parts", _Asked(name for tree in self.trees for name in _signs(tree)))
        variables = {name: f"n{i}" for i, name in enumerate(self.numbers)}
        answers = " + ".join(_written(tree, variables) for tree in self.trees) or "0"
        source = f"lambda signs, {', '.join(variables.values())}: {answers}"
        object.__setattr__(self, "total", eval(compile(source, "<forest>", "eval")))  # of our own file, names quoted

    def score(self, signs: Collection[str], numbers: Mapping[str, float]) -> float:
        """What the trees add for an example: the signs that hold (as a set or by name), and its numbers."""
        return self.total(signs, *[numbers[name] for name in self.numbers]) * _QUANTUM

    def asked(self, named: Iterable[str], parts: Iterable[Part]) -> set[str]:
        """The signs that trees may ask for, of those that hold: some by name, and those of parts that they ask for."""
        return set(named).union(*map(self.parts.__getitem__, parts))

    def packed(self) -> bytes:
        """The trees as one compressed file, the same bytes for the same trees."""
        lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in (self.numbers, *self.trees))
        return lzma.compress("\n".join(lines).encode(), format=lzma.FORMAT_XZ, preset=9)

    @classmethod
    def unpacked(cls, data: bytes) -> Forest:
        """The trees of a file that `packed` made."""
        numbers, *trees = map(json.loads, lzma.decompress(data).decode().splitlines())
        return cls(tuple(map(_tree, trees)), tuple(numbers))


def _tree(node: Any) -> Tree:
    """A tree of tuples from one of lists."""
    return node if isinstance(node, int) else (*node[:-2], _tree(node[-2]), _tree(node[-1]))


def _signs(node: Tree) -> Iterator[str]:
    """The signs that a tree asks for."""
    if not isinstance(node, int):
        name, *bound, yes, no = node
        yield from (*(() if bound else (name,)), *_signs(yes), *_signs(no))


def _written(node: Tree, variables: Mapping[str, str]) -> str:
    """A tree as an expression."""
    if isinstance(node, int):
        return f"{node}"
    name, *bound, yes, no = node
    asked = f"{variables[name]} > {bound[0]!r}" if bound else f"{name!r} in signs"
    return f"({_written(yes, variables)} if {asked} else {_written(no, variables)})"


@dataclass(frozen=True, slots=True)
class Weighing:
    """One example to learn from: its signs, its numbers, how far it is right (0 to 1), and the odds so far."""

    signs: Sequence[str]
    numbers: Mapping[str, float]
    target: float
    odds: float


@dataclass(frozen=True, slots=True)
class Growth:
    """How a forest grows."""

    trees: int = 150
    leaves: int = 8
    rate: float = 0.1
    rows: float = 0.7
    """The share of the examples that one tree sees."""
    questions: float = 0.3
    """The share of the signs and numbers that one tree may ask for."""
    penalty: float = 5.0
    least_seen: int = 25
    """Examples in which a sign must hold to be asked for."""
    least_weight: float = 8.0
    """The sum of second derivatives that either side of a question must have: some forty examples in doubt."""
    bins: int = 32
    seed: int = 1


def grow(examples: Sequence[Weighing], growth: Growth = Growth()) -> Forest:
    """A forest that corrects the odds of the examples towards their targets."""
    columns = _Columns(examples, growth)
    chance = random.Random(growth.seed)
    return Forest(tuple(columns.tree(chance) for _ in range(growth.trees)), columns.numbers)


@dataclass(slots=True)
class _Leaf:
    """The examples that reach one place of a tree, with the slopes and curves of those that it learns from."""

    rows: list[int]
    slopes: list[float]
    curves: list[float]
    slope: float
    curve: float
    split: tuple[float, int, int] | None = None
    """The gain of its best question, the number of what is asked for, and the highest bin that answers no."""


class _Columns:
    """The examples as columns: for each sign, and for each bin of a number, the examples that have it."""

    def __init__(self, examples: Sequence[Weighing], growth: Growth) -> None:
        self.growth, self.size = growth, len(examples)
        self.targets = [e.target for e in examples]
        self.odds = [e.odds for e in examples]
        counts = Counter(name for e in examples for name in set(e.signs))
        self.names = sorted(name for name, n in counts.items() if n >= growth.least_seen)
        index = {name: i for i, name in enumerate(self.names)}
        self.bounds: list[list[float]] = [[] for _ in self.names]
        self.columns: list[list[list[int]]] = [[[]] for _ in self.names]
        for row, e in enumerate(examples):
            for name in set(e.signs) & index.keys():
                self.columns[index[name]][0].append(row)
        self.numbers = tuple(sorted(examples[0].numbers)) if examples else ()
        for name in self.numbers:
            self._add_number(name, [e.numbers[name] for e in examples])

    def _add_number(self, name: str, values: Sequence[float]) -> None:
        ranked = sorted(values)
        steps = {ranked[k * self.size // self.growth.bins] for k in range(1, self.growth.bins)}
        bounds = sorted({round(step, 2) for step in steps})
        column: list[list[int]] = [[] for _ in range(len(bounds) + 1)]
        for row, value in enumerate(values):
            column[bisect_left(bounds, value)].append(row)
        if bounds:
            self.names.append(name)
            self.bounds.append(bounds)
            self.columns.append(column)

    def tree(self, chance: random.Random) -> Tree:
        """The next tree; the odds of the examples move by what it says."""
        growth, size = self.growth, self.size
        parts = [1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, z)))) for z in self.odds]
        seen = bytearray(size)
        for row in chance.sample(range(size), round(size * growth.rows)):
            seen[row] = 1
        slopes = [(p - t) * s for p, t, s in zip(parts, self.targets, seen, strict=True)]
        curves = [p * (1.0 - p) * s for p, s in zip(parts, seen, strict=True)]
        asked = sorted(chance.sample(range(len(self.names)), math.ceil(len(self.names) * growth.questions)))
        root = _Leaf(list(range(size)), slopes, curves, sum(slopes), sum(curves))
        self._weigh(root, asked)
        leaves: list[_Leaf] = [root]
        split: dict[int, tuple[Any, ...]] = {}
        while len(leaves) < growth.leaves:
            open_leaves = [leaf for leaf in leaves if leaf.split is not None]
            if not open_leaves:
                break
            best = max(open_leaves, key=lambda leaf: leaf.split or (0.0, 0, 0))
            split[id(best)] = self._parted(best)
            yes, no = split[id(best)][-2:]
            leaves = [leaf for leaf in leaves if leaf is not best] + [yes, no]
            for leaf in (yes, no):
                self._weigh(leaf, asked)
        return self._settled(root, split)

    def _weigh(self, leaf: _Leaf, asked: Sequence[int]) -> None:
        """Find the best question of a leaf."""
        slope_of, curve_of = leaf.slopes.__getitem__, leaf.curves.__getitem__
        penalty, least = self.growth.penalty, self.growth.least_weight
        before = leaf.slope**2 / (leaf.curve + penalty)
        best: tuple[float, int, int] | None = None
        for i in asked:
            column = self.columns[i]
            slope = curve = 0.0
            bins = column[:-1] if len(column) > 1 else column
            for k, rows in enumerate(bins):
                slope += sum(map(slope_of, rows))
                curve += sum(map(curve_of, rows))
                other = leaf.curve - curve
                if curve < least or other < least:
                    continue
                gain = slope**2 / (curve + penalty) + (leaf.slope - slope) ** 2 / (other + penalty) - before
                if gain > (best[0] if best else _LEAST_GAIN):
                    best = (gain, i, k)
        leaf.split = best

    def _parted(self, leaf: _Leaf) -> tuple[Any, ...]:
        """The best question of a leaf as a tree asks it, with those that answer yes, and those that answer no."""
        assert leaf.split is not None
        _, i, k = leaf.split
        chosen = {
            row for rows in self.columns[i][: k + 1] for row in rows
        }  # that have the sign, or are under the bound
        inside, outside = self._part(leaf, chosen, True), self._part(leaf, chosen, False)
        return (
            (self.names[i], self.bounds[i][k], outside, inside) if self.bounds[i] else (self.names[i], inside, outside)
        )

    def _part(self, leaf: _Leaf, chosen: set[int], wanted: bool) -> _Leaf:
        rows = [row for row in leaf.rows if (row in chosen) is wanted]
        slopes, curves = [0.0] * self.size, [0.0] * self.size
        for row in rows:
            slopes[row], curves[row] = leaf.slopes[row], leaf.curves[row]
        return _Leaf(rows, slopes, curves, sum(slopes), sum(curves))

    def _settled(self, leaf: _Leaf, split: Mapping[int, tuple[Any, ...]]) -> Tree:
        """The tree under a leaf; where it ends, its step moves the odds of its examples."""
        if id(leaf) in split:
            *asked, yes, no = split[id(leaf)]
            return (*asked, self._settled(yes, split), self._settled(no, split))
        step = round(-self.growth.rate * leaf.slope / (leaf.curve + self.growth.penalty) / _QUANTUM)
        for row in leaf.rows:
            self.odds[row] += step * _QUANTUM
        return step


_LEAST_GAIN = 1e-6
