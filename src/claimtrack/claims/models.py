"""The learned judgements of the claim room: borders, spans and their rivals, kind, checkable or not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from claimtrack.tagging.boosting import Forest
from claimtrack.tagging.logistic import Odds
from claimtrack.tagging.perceptron import Model, pack, unpack

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
