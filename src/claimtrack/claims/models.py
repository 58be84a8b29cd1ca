"""The perceptrons of the claim room: which heads, which branches, which kind, checkable or not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from claimtrack.tagging.perceptron import Model, unpack

PARTS = ("heads", "branches", "kinds", "checkable")


@dataclass(frozen=True, slots=True)
class Models:
    """The four models of one language."""

    heads: Model
    branches: Model
    kinds: Model
    checkable: Model


@cache
def load(code: str) -> Models:
    """The models that ship for the language `code`."""
    file = resources.files(__package__) / "weights" / f"{code}.xz"
    return Models(**unpack(file.read_bytes()))
