"""Logistic regression over named features, for judgements that have few examples and want a measured confidence.

Softmax over the classes, trained by AdaGrad (Duchi, Hazan, Singer 2011) with an L2 penalty; the result is an ordinary
`Model`, whose scores are log odds. Deterministic: same examples, same weights.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Sequence

from claimtrack.tagging.perceptron import Model

Example = tuple[Sequence[str], int]


def learn(
    classes: tuple[str, ...],
    examples: Sequence[Example],
    *,
    rounds: int = 12,
    rate: float = 0.15,
    penalty: float = 0.01,
    least_seen: int = 2,
    seed: int = 1,
) -> Model:
    """Fit one weight for each feature and class; features in fewer than `least_seen` examples are left out."""
    counts = Counter(name for signs, _ in examples for name in set(signs))
    kept = {name for name, n in counts.items() if n >= least_seen}
    rows = [([name for name in signs if name in kept], right) for signs, right in examples]
    size = len(classes)
    weights: dict[str, list[float]] = {name: [0.0] * size for name in sorted(kept)}
    squares: dict[str, list[float]] = {name: [1e-8] * size for name in weights}
    order = list(range(len(rows)))
    shuffle = random.Random(seed).shuffle
    for _ in range(rounds):
        shuffle(order)
        for k in order:
            signs, right = rows[k]
            shares = _softmax([sum(weights[name][c] for name in signs) for c in range(size)])
            for c in range(size):
                slope = shares[c] - (c == right)
                if abs(slope) < 1e-4:
                    continue
                for name in signs:
                    row, square = weights[name], squares[name]
                    step = slope + penalty * row[c]
                    square[c] += step * step
                    row[c] -= rate * step / math.sqrt(square[c])
    return Model(
        classes,
        {name: tuple((c, round(w, 3)) for c, w in enumerate(row) if abs(w) >= 0.005) for name, row in weights.items()},
    )


def _softmax(scores: list[float]) -> list[float]:
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
