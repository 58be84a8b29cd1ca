"""The averaged perceptron (Collins 2002): weights by feature, classes by index.

Training keeps plain dictionaries; a trained `Model` is read-only and made for speed.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Row = tuple[tuple[int, float], ...]
Weights = dict[str, Row]


@dataclass(slots=True)
class Trainer:
    """Collects updates; `finish` gives the averaged model."""

    classes: tuple[str, ...]
    _weights: dict[str, dict[int, float]] = field(default_factory=dict)
    _totals: dict[str, dict[int, float]] = field(default_factory=dict)
    step: int = 0

    def scores(self, features: Iterable[str]) -> list[float]:
        scores = [0.0] * len(self.classes)
        for name in features:
            row = self._weights.get(name)
            if row:
                for c, weight in row.items():
                    scores[c] += weight
        return scores

    def update(self, features: Iterable[str], right: int, wrong: int) -> None:
        """Move the weights of `features` towards the class `right` and away from `wrong`."""
        for name in features:
            row = self._weights.setdefault(name, {})
            total = self._totals.setdefault(name, {})
            for c, amount in ((right, 1.0), (wrong, -1.0)):
                row[c] = row.get(c, 0.0) + amount
                total[c] = total.get(c, 0.0) + amount * self.step

    def finish(self, weakest: float = 0.0, quantum: float = 0.25) -> Model:
        """The averaged weights, rounded to `quantum`; features whose every weight is under `weakest` are left out.

        Coarse weights cost no accuracy that we could measure, and make files and memory several times smaller,
        because many features then share one row.
        """
        shared: dict[Row, Row] = {}
        weights: Weights = {}
        for name in sorted(self._weights):
            row, total = self._weights[name], self._totals[name]
            mean = [(c, w - total.get(c, 0.0) / max(1, self.step)) for c, w in sorted(row.items())]
            if max(abs(w) for _, w in mean) < weakest:
                continue
            kept = tuple((c, round(w / quantum) * quantum) for c, w in mean if round(w / quantum))
            if kept:
                weights[name] = shared.setdefault(kept, kept)
        return Model(self.classes, weights)


@dataclass(frozen=True, slots=True)
class Model:
    """A trained perceptron."""

    classes: tuple[str, ...]
    weights: Weights

    def scores(self, features: Iterable[str]) -> list[float]:
        """One score for each class."""
        scores = [0.0] * len(self.classes)
        get = self.weights.get
        for name in features:
            row = get(name)
            if row is not None:
                for c, weight in row:
                    scores[c] += weight
        return scores

    def best(self, features: Iterable[str]) -> str:
        scores = self.scores(features)
        return self.classes[scores.index(max(scores))]

    def why(self, features: Iterable[str], name: str, most: int = 3) -> list[str]:
        """The features that spoke loudest for the class `name`."""
        c = self.classes.index(name)
        shares = [(dict(self.weights.get(f, ())).get(c, 0.0), f) for f in features]
        return [f for weight, f in sorted(shares, key=lambda row: (-row[0], row[1]))[:most] if weight > 0]


def pack(models: Mapping[str, Model]) -> bytes:
    """Models as one compressed file, the same bytes for the same models."""
    plain = {name: _plain(model) for name, model in sorted(models.items())}
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return lzma.compress(text.encode(), format=lzma.FORMAT_XZ, preset=9)


def _plain(model: Model) -> list[object]:
    rows = sorted(set(model.weights.values()))
    index = {row: i for i, row in enumerate(rows)}
    return [list(model.classes), rows, {name: index[row] for name, row in model.weights.items()}]


def unpack(data: bytes) -> dict[str, Model]:
    """The models of a file that `pack` made."""
    return {name: _model(*plain) for name, plain in json.loads(lzma.decompress(data)).items()}


def _model(classes: Sequence[str], rows: Sequence[Sequence[Sequence[float]]], names: Mapping[str, int]) -> Model:
    shared = [tuple((int(c), w) for c, w in row) for row in rows]
    return Model(tuple(classes), {name: shared[i] for name, i in names.items()})
