"""The learned judgements of the claim room: borders, spans and their rivals, kind, checkable or not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path

from claimtrack.tagging.boosting import Forest
from claimtrack.tagging.logistic import Odds
from claimtrack.tagging.perceptron import Model, pack, unpack

Sign = tuple[int, int]
"""The packed weights of a sign for each kind, and its steps of the log odds that a claim can be checked."""
_ODDS = ("begins", "ends", "spans", "checkable")


@dataclass(frozen=True, slots=True)
class Models:
    """The judgements of one language."""

    begins: Odds
    ends: Odds
    spans: Odds
    rivals: Forest
    kinds: Model
    checkable: Odds
    signs: dict[str, Sign] = field(init=False, compare=False, repr=False)
    """What each sign adds to the kinds and to checkability, in one table: a sign is sought once for both."""

    def __post_init__(self) -> None:
        kinds, steps, shared = self.kinds.packed, self.checkable.weights, dict[Sign, Sign]()
        pairs = ((name, (kinds.get(name, 0), steps.get(name, 0))) for name in {**kinds, **steps})
        object.__setattr__(self, "signs", {name: shared.setdefault(pair, pair) for name, pair in pairs})

    def weighed(self, signs: Iterable[str]) -> tuple[list[tuple[str, int]], int, float]:
        """Those of the signs of a claim that any kind knows with their weights, what these add up to, and the log odds
        that it can be checked."""
        met = [(name, pair) for name in signs if (pair := self.signs.get(name)) is not None]
        rows = [(name, row) for name, (row, _) in met if row]
        return rows, sum([row for _, row in rows]), self.checkable.odds(sum([steps for _, (_, steps) in met]))

    def save(self, folder: Path, code: str) -> None:
        """Write them as the two files of the language `code`: the weights, and the trees."""
        weights = pack({"kinds": self.kinds, **{name: getattr(self, name).model() for name in _ODDS}})
        (folder / f"{code}.xz").write_bytes(weights)
        (folder / f"{code}.trees.xz").write_bytes(self.rivals.packed())


@cache
def load(code: str) -> Models:
    """The models that ship for the language `code`."""
    folder = resources.files(__package__) / "weights"
    found = unpack((folder / f"{code}.xz").read_bytes())
    trees = Forest.unpacked((folder / f"{code}.trees.xz").read_bytes())
    return Models(kinds=found["kinds"], rivals=trees, **{name: Odds.of(found[name]) for name in _ODDS})
