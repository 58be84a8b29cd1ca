"""Part-of-speech tags and dependency trees from perceptrons in plain Python; trained by `claimtrack.tagging.train`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from claimtrack.tagging.arc_weights import ArcWeights
from claimtrack.tagging.move_weights import MoveWeights
from claimtrack.tagging.parser import Parse, parse
from claimtrack.tagging.perceptron import Model, unpack
from claimtrack.tagging.tagger import Affixes, Certain, tag
from claimtrack.text.tokens import Token

PARTS = ("tags", "moves", "relations")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The three models of one language, and the weights of moves and relations laid out for reading."""

    tags: Model
    moves: Model
    relations: Model
    move_weights: MoveWeights = field(init=False, compare=False, repr=False)
    arc_weights: ArcWeights = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "move_weights", MoveWeights(self.moves))
        object.__setattr__(self, "arc_weights", ArcWeights(self.relations))

    def read(
        self, tokens: Sequence[Token], affixes: Affixes, certain: Certain, script: str = ""
    ) -> tuple[list[str], Parse]:
        """Tags and tree of one sentence."""
        tags = tag(self.tags, tokens, affixes, certain, script)
        return tags, parse(self.move_weights, self.arc_weights, tokens, tags)


@cache
def load(code: str) -> Grammar:
    """The models that ship for the language `code`."""
    return Grammar(**{part: weights(f"{code}.{part}") for part in PARTS})


def weights(name: str) -> Model:
    """The model in the weights file `name`."""
    file = resources.files(__name__) / "weights" / f"{name}.xz"
    return unpack(file.read_bytes())["model"]
