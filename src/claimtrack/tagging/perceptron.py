"""The averaged perceptron (Collins 2002): weights by feature, classes by index.

Training keeps plain dictionaries; a trained `Model` is read-only and made for speed.
"""

from __future__ import annotations

import io
import json
import lzma
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice

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
    kept: dict[tuple[str, str], list[float]] = field(default_factory=dict, compare=False, repr=False)
    """Scores of words that came before (see `tagger`); a cache, never part of the model."""

    def more(self, start: list[float], features: Iterable[str]) -> list[float]:
        """The scores `start` with those of more features added."""
        scores = start.copy()
        get = self.weights.get
        for name in features:
            row = get(name)
            if row is not None:
                for c, weight in row:
                    scores[c] += weight
        return scores

    def scores(self, features: Iterable[str]) -> list[float]:
        """One score for each class."""
        return self.more([0.0] * len(self.classes), features)

    def best(self, features: Iterable[str]) -> str:
        scores = self.scores(features)
        return self.classes[scores.index(max(scores))]

    def why(self, features: Iterable[str], name: str, most: int = 3) -> list[str]:
        """The features that spoke loudest for the class `name`."""
        c = self.classes.index(name)
        shares = [(dict(self.weights.get(f, ())).get(c, 0.0), f) for f in features]
        return [f for weight, f in sorted(shares, key=lambda row: (-row[0], row[1]))[:most] if weight > 0]


def pack(models: Mapping[str, Model]) -> bytes:
    """Models as one compressed file, the same bytes for the same models.

    For each model a line of JSON (name, classes, distinct rows, number of features), then a line a feature: its row's
    number in base 16, a tab, its name. Reading goes line by line, so that the file never stands in memory whole.
    """
    lines: list[str] = []
    for name, model in sorted(models.items()):
        rows = sorted(set(model.weights.values()))
        index = {row: i for i, row in enumerate(rows)}
        lines.append(
            json.dumps([name, model.classes, rows, len(model.weights)], ensure_ascii=False, separators=(",", ":"))
        )
        lines += [f"{index[row]:x}\t{feature}" for feature, row in model.weights.items()]
    return lzma.compress("\n".join(lines).encode(), format=lzma.FORMAT_XZ, preset=9)


def unpack(data: bytes) -> dict[str, Model]:
    """The models of a file that `pack` made."""
    found: dict[str, Model] = {}
    with io.TextIOWrapper(lzma.LZMAFile(io.BytesIO(data)), encoding="utf-8", newline="\n") as lines:
        for head in lines:
            name, classes, plain, count = json.loads(head)
            pairs = {(int(c), float(w)): (int(c), float(w)) for row in plain for c, w in row}
            rows = [tuple(pairs[int(c), float(w)] for c, w in row) for row in plain]  # equal pairs share one object
            weights: Weights = {}
            for line in islice(lines, int(count)):
                row, _, feature = line.partition("\t")
                weights[feature.rstrip("\n")] = rows[int(row, 16)]
            found[name] = Model(tuple(classes), weights)
    return found
