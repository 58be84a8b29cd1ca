"""Part-of-speech tags and dependency trees from perceptrons in plain Python; trained by `claimtrack.tagging.train`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from claimtrack.tagging.parser import Parse, parse
from claimtrack.tagging.perceptron import Model, unpack
from claimtrack.tagging.tagger import Affixes, Certain, tag
from claimtrack.text.tokens import Token

PARTS = ("tags", "moves", "relations")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The three models of one language."""

    tags: Model
    moves: Model
    relations: Model

    def read(
        self, tokens: Sequence[Token], affixes: Affixes, certain: Certain, script: str = ""
    ) -> tuple[list[str], Parse]:
        """Tags and tree of one sentence."""
        tags = tag(self.tags, tokens, affixes, certain, script)
        return tags, parse(self.moves, self.relations, tokens, tags)


@cache
def load(code: str) -> Grammar:
    """The models that ship for the language `code`."""
    return Grammar(**{part: weights(f"{code}.{part}") for part in PARTS})


def weights(name: str) -> Model:
    """The model in the weights file `name`."""
    file = resources.files(__name__) / "weights" / f"{name}.xz"
    return unpack(file.read_bytes())["model"]
