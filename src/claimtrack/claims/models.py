"""The learned judgements of the claim room: borders, spans and their rivals, kind, checkable or not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from claimtrack.tagging.logistic import Odds
from claimtrack.tagging.perceptron import Model, pack, unpack

_ODDS = ("begins", "ends", "spans", "rivals", "checkable")


@dataclass(frozen=True, slots=True)
class Models:
    """The judgements of one language."""

    begins: Odds
    ends: Odds
    spans: Odds
    rivals: Odds
    kinds: Model
    checkable: Odds

    def packed(self) -> bytes:
        """All of them as one file."""
        return pack({"kinds": self.kinds, **{name: getattr(self, name).model() for name in _ODDS}})


@cache
def load(code: str) -> Models:
    """The models that ship for the language `code`."""
    file = resources.files(__package__) / "weights" / f"{code}.xz"
    found = unpack(file.read_bytes())
    return Models(kinds=found["kinds"], **{name: Odds.of(found[name]) for name in _ODDS})
