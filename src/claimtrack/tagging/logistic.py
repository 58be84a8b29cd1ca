"""Logistic regression over named features, for judgements that have few examples and want a measured confidence.

Trained by AdaGrad (Duchi, Hazan, Singer 2011) with an L2 penalty that is shared out over the examples in which a
feature stands, so that a rare feature is held back as much as the penalty says. Deterministic: same examples, same
weights.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any

from claimtrack.tagging.perceptron import Model

Example = tuple[Sequence[str], int]
Weighed = tuple[Sequence[str], float]
"""The features of an example and how far it is one of the class, 0 to 1."""
Part = tuple[Any, ...]
"""A function that names features, and what it names them of: tags, steps and classes that meet again and again."""
_QUANTUM = 0.02
_AVERAGED = 5
"""The weights are the mean of those after so many last rounds, which evens out the order of the examples."""
_YES = ("yes",)
KEPT = 16_000
"""Parts that are remembered before all are forgotten, so that those of the text at hand are always among them."""


def names_of(parts: Iterable[Part]) -> list[str]:
    """The features that parts stand for."""
    return [name for make, *of in parts for name in make(*of)]


class _Parts(dict[Part, int]):
    """The steps that the features of a part add up to, added up when a part is first met."""

    __slots__ = ("_weights",)

    def __init__(self, weights: dict[str, int]) -> None:
        super().__init__()
        self._weights = weights

    def __missing__(self, part: Part) -> int:
        if len(self) >= KEPT:
            self.clear()
        found = self[part] = sum(map(self._weights.get, part[0](*part[1:]), repeat(0)))
        return found


@dataclass(frozen=True, slots=True)
class Odds:
    """A trained yes-or-no judgement: the log odds of "yes" are the sum of the weights of the features that hold.

    Weights are whole steps of `_QUANTUM`, so that sums are exact and the same on every machine.
    """

    weights: dict[str, int]
    parts: _Parts = field(init=False, compare=False, repr=False)
    """The steps of parts that came before; a cache, never part of the judgement."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "parts", _Parts(self.weights))

    def score_with(self, named: Iterable[str], parts: Iterable[Part]) -> float:
        """The log odds of "yes" by features of which most are given in parts, which are weighed once."""
        kept = sum(map(self.parts.__getitem__, parts))
        return (sum(map(self.weights.get, named, repeat(0))) + kept) * _QUANTUM

    def score(self, features: Iterable[str]) -> float:
        """The log odds of "yes"."""
        return self.odds(sum(map(self.weights.get, features, repeat(0))))

    @staticmethod
    def odds(steps: int) -> float:
        """The log odds that weights add up to."""
        return steps * _QUANTUM

    def why(self, features: Iterable[str], most: int = 3) -> list[str]:
        """The features that spoke loudest for the answer that the score gives."""
        shares = [(self.weights.get(name, 0), name) for name in features]
        side = 1 if sum(weight for weight, _ in shares) > 0 else -1
        return [name for weight, name in sorted(shares, key=lambda s: (-side * s[0], s[1]))[:most] if side * weight > 0]

    def model(self) -> Model:
        """The same as a model of one class, which is how it is packed."""
        return Model.of(_YES, {name: ((0, float(weight)),) for name, weight in self.weights.items()})

    @classmethod
    def of(cls, model: Model) -> Odds:
        """The judgement that was packed as `model`."""
        weights = {name: int(row[0][1]) for name, row in model.weights.items()}
        # one object for all equal weights: they are few, and stay in the processor's cache
        shared = {weight: weight for weight in weights.values()}
        return cls({name: shared[weight] for name, weight in weights.items()})


def learn_odds(
    examples: Sequence[Weighed],
    *,
    rounds: int = 10,
    rate: float = 0.15,
    penalty: float = 3.0,
    least_seen: int = 2,
    seed: int = 1,
) -> Odds:
    """Fit one weight for each feature; features in fewer than `least_seen` examples are left out."""
    rows, names, shares = _indexed([signs for signs, _ in examples], penalty, least_seen)
    targets = [target for _, target in examples]
    weights, squares = [0.0] * len(names), [1e-6] * len(names)
    means = [0.0] * len(names)
    exp, sqrt = math.exp, math.sqrt
    for n, k in enumerate(_order(len(rows), rounds, seed), start=1):
        row = rows[k]
        total = 0.0
        for i in row:
            total += weights[i]
        slope = 1.0 / (1.0 + exp(-max(-30.0, total))) - targets[k]
        for i in row:
            weight = weights[i]
            step = slope + shares[i] * weight
            square = squares[i] = squares[i] + step * step
            weights[i] = weight - rate * step / sqrt(square)
        if n % len(rows) == 0 and n > len(rows) * (rounds - _AVERAGED):
            means = [mean + weight / _AVERAGED for mean, weight in zip(means, weights, strict=True)]
    steps = {name: round(weight / _QUANTUM) for name, weight in zip(names, means, strict=True)}
    return Odds({name: weight for name, weight in steps.items() if weight})


def learn(
    classes: tuple[str, ...],
    examples: Sequence[Example],
    *,
    rounds: int = 12,
    rate: float = 0.15,
    penalty: float = 3.0,
    least_seen: int = 2,
    seed: int = 1,
) -> Model:
    """Fit one weight for each feature and class; the scores of the model are log odds up to a constant."""
    rows, names, shares = _indexed([signs for signs, _ in examples], penalty, least_seen)
    size = len(classes)
    weights = [[0.0] * size for _ in names]
    squares = [[1e-6] * size for _ in names]
    for k in _order(len(rows), rounds, seed):
        row, right = rows[k], examples[k][1]
        parts = _softmax([sum(weights[i][c] for i in row) for c in range(size)])
        for c in range(size):
            slope = parts[c] - (c == right)
            if abs(slope) < 1e-4:
                continue
            for i in row:
                step = slope + shares[i] * weights[i][c]
                squares[i][c] += step * step
                weights[i][c] -= rate * step / math.sqrt(squares[i][c])
    kept = {
        name: tuple((c, _rounded(w)) for c, w in enumerate(row) if _rounded(w))
        for name, row in zip(names, weights, strict=True)
    }
    return Model.of(classes, {name: row for name, row in kept.items() if row})


def _indexed(
    examples: Sequence[Sequence[str]], penalty: float, least_seen: int
) -> tuple[list[list[int]], list[str], list[float]]:
    """The examples as lists of feature numbers, the names by number, and each feature's share of the penalty."""
    unique = [dict.fromkeys(signs) for signs in examples]
    counts = Counter(name for signs in unique for name in signs)
    names = sorted(name for name, n in counts.items() if n >= least_seen)
    index = {name: i for i, name in enumerate(names)}
    rows = [[index[name] for name in signs if name in index] for signs in unique]
    return rows, names, [penalty / counts[name] for name in names]


def _order(size: int, rounds: int, seed: int) -> Iterable[int]:
    order = list(range(size))
    shuffle = random.Random(seed).shuffle
    for _ in range(rounds):
        shuffle(order)
        yield from order


def _rounded(weight: float) -> float:
    """The weight to a step so coarse that many features share one, which keeps files small."""
    return round(round(weight / _QUANTUM) * _QUANTUM, 2)


def _softmax(scores: list[float]) -> list[float]:
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
