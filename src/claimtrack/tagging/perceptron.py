"""The averaged perceptron (Collins 2002): weights by feature, classes by index.

Training keeps plain dictionaries; a trained `Model` is read-only and made for speed.
"""

from __future__ import annotations

import io
import json
import lzma
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice, repeat
from struct import Struct
from typing import Any

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
        return Model.of(self.classes, weights)


_WIDTH = 32
"""Bits of one class in a packed row; sums of some hundred weights stay far below."""
_MIDDLE = 1 << (_WIDTH - 1)
_MASK = (1 << _WIDTH) - 1
_KEPT = 16_000
"""Totals that are kept before all are forgotten, so that those of the text at hand are always among them."""
_UNIT = 100
"""Weights are kept in hundredths, so that sums are exact and the same on every machine."""


def pack_row(row: Row) -> int:
    """The weights of one feature as one number, each class in its own bits: adding numbers adds all classes at once."""
    return sum(round(weight * _UNIT) << (_WIDTH * c) for c, weight in row)


@dataclass(frozen=True, slots=True)
class Model:
    """A trained perceptron, made for speed: one number a feature, summed by the interpreter's own loop."""

    classes: tuple[str, ...]
    packed: dict[str, int]
    kept: dict[tuple[Any, ...], int] = field(default_factory=dict, compare=False, repr=False)
    """Totals of what came before (see `kept_total`); a cache, never part of the model."""
    beside: dict[str, tuple[int, ...]] = field(default_factory=dict, compare=False, repr=False)
    """The same of what words say of their neighbours."""
    middle: int = field(init=False, compare=False, repr=False)
    """What lifts every class of a total above nought, so that its bits can be read apart."""

    layout: Struct = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "layout", Struct(f"<{len(self.classes)}I"))
        object.__setattr__(self, "middle", sum(_MIDDLE << (_WIDTH * c) for c in range(len(self.classes))))

    @classmethod
    def of(cls, classes: tuple[str, ...], weights: Mapping[str, Row]) -> Model:
        """The model with these weights."""
        rows = {row: pack_row(row) for row in set(weights.values())}
        return cls(classes, {name: rows[row] for name, row in weights.items()})

    @property
    def weights(self) -> Weights:
        """The weights by feature, as they are packed into a file."""
        rows = {number: self._row(number) for number in set(self.packed.values())}
        return {name: rows[number] for name, number in self.packed.items()}

    def _row(self, number: int) -> Row:
        return tuple((c, (level - _MIDDLE) / _UNIT) for c, level in enumerate(self.levels(number)) if level != _MIDDLE)

    def total(self, features: Iterable[str]) -> int:
        """The packed sum of the weights of `features`; totals may be added."""
        return sum(map(self.packed.get, features, repeat(0)))

    def kept_total(self, key: tuple[Any, ...]) -> int:
        """The total of the features that `key[0]` makes of the rest of `key`; kept, for what comes again and again."""
        found = self.kept.get(key)
        if found is None:
            if len(self.kept) >= _KEPT:
                self.kept.clear()
            found = self.kept[key] = self.total(key[0](*key[1:]))
        return found

    def levels(self, total: int) -> tuple[int, ...]:
        """One score for each class, in hundredths above the same base."""
        return self.layout.unpack((total + self.middle).to_bytes(self.layout.size, "little"))

    def best(self, total: int) -> int:
        """The number of the class with the highest score, the first of equals."""
        levels = self.levels(total)
        return levels.index(max(levels))

    def name(self, features: Iterable[str]) -> str:
        """The class that the features speak for."""
        return self.classes[self.best(self.total(features))]

    def why(self, known: Iterable[tuple[str, int]], name: str, most: int = 3) -> list[str]:
        """The features that spoke loudest for the class `name`, of those that have weights, given with them."""
        shift, middle = _WIDTH * self.classes.index(name), self.middle
        shares = [(_MIDDLE - ((row + middle) >> shift & _MASK), f) for f, row in known]
        return [f for _, f in sorted([share for share in shares if share[0] < 0])[:most]]


def pack(models: Mapping[str, Model]) -> bytes:
    """Models as one compressed file, the same bytes for the same models.

    For each model a line of JSON (name, classes, distinct rows, number of features), then a line a feature: its row's
    number in base 16, a tab, its name. Reading goes line by line, so that the file never stands in memory whole.
    """
    lines: list[str] = []
    for name, model in sorted(models.items()):
        weights = model.weights
        rows = sorted(set(weights.values()))
        index = {row: i for i, row in enumerate(rows)}
        lines.append(json.dumps([name, model.classes, rows, len(weights)], ensure_ascii=False, separators=(",", ":")))
        lines += [f"{index[row]:x}\t{feature}" for feature, row in weights.items()]
    return lzma.compress("\n".join(lines).encode(), format=lzma.FORMAT_XZ, preset=9)


def unpack(data: bytes) -> dict[str, Model]:
    """The models of a file that `pack` made."""
    found: dict[str, Model] = {}
    with io.TextIOWrapper(lzma.LZMAFile(io.BytesIO(data)), encoding="utf-8", newline="\n") as lines:
        for head in lines:
            name, classes, plain, count = json.loads(head)
            read = (pack_row(tuple((int(c), float(w)) for c, w in row)) for row in plain)
            rows = {f"{number:x}": row for number, row in enumerate(read)}
            packed: dict[str, int] = {}
            for line in islice(lines, int(count)):
                row, _, feature = line.partition("\t")
                packed[feature.rstrip("\n")] = rows[row]
            found[name] = Model(tuple(classes), packed)
    return found
