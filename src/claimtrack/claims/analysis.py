"""A sentence as the claim rules see it: tokens, tags and its dependency tree, with the questions they ask of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimtrack.languages import Hooks
from claimtrack.text.tokens import Token

if TYPE_CHECKING:
    from claimtrack.languages.nominals import Nominal

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "SYM"})


@dataclass(slots=True)
class Analysis:
    """One sentence. `pos` are plain Universal POS tags; `tags` the finer ones of the tagger."""

    tokens: Sequence[Token]
    tags: Sequence[str]
    heads: Sequence[int]
    relations: Sequence[str]
    series: Sequence[tuple[int, ...]] = ()
    """The verbs side by side in clauses that commas and an "and" join, where the tree was mended for them."""
    pos: list[str] = field(init=False)
    kids: list[list[int]] = field(init=False)
    depth: list[int] = field(init=False)
    subjects: dict[int, int | None] = field(init=False, repr=False, compare=False, default_factory=dict)
    """The subjects of verbs that were asked for (see `naming`), as every step asks for them again."""
    senses: dict[int, str | None] = field(init=False, repr=False, compare=False, default_factory=dict)
    """The same of what words mean (see `senses`)."""
    nominals: dict[int, Nominal] = field(init=False, repr=False, compare=False, default_factory=dict)
    """The same of the nouns that words are in English (see `gloss.noun_phrases`)."""

    def __post_init__(self) -> None:
        self.pos = [tag.rpartition("|")[2].partition(":")[0] for tag in self.tags]
        self.kids = [[] for _ in self.tokens]
        for i, head in enumerate(self.heads):
            if head >= 0:
                self.kids[head].append(i)
        self.depth = [-1] * len(self.tokens)
        for i in range(len(self.tokens)):
            self._measure(i)

    def _measure(self, i: int) -> None:
        path = []
        while self.depth[i] < 0:
            path.append(i)
            if self.heads[i] < 0:
                self.depth[i] = 0
                path.pop()
                break
            i = self.heads[i]
        for each in reversed(path):
            self.depth[each] = self.depth[self.heads[each]] + 1

    def subtree(self, i: int, without: frozenset[int] = frozenset()) -> list[int]:
        """Token `i` and all below it, in order; branches in `without` are left out."""
        found, todo = [], [i]
        while todo:
            each = todo.pop()
            found.append(each)
            todo.extend(kid for kid in self.kids[each] if kid not in without)
        return sorted(found)

    def kid(self, i: int, *relations: str) -> int | None:
        """The first child of `i` by one of `relations`."""
        return next((k for k in self.kids[i] if self.relations[k] in relations), None)

    def ancestors(self, i: int) -> Iterator[int]:
        while self.heads[i] >= 0:
            i = self.heads[i]
            yield i

    def has_conjunction(self, i: int) -> bool:
        """Whether the word carries an attached conjunction (Arabic و, ف)."""
        return self.tags[i].startswith("c|")


def settled(
    hooks: Hooks, tokens: Sequence[Token], tags: Sequence[str], heads: Sequence[int], relations: Sequence[str]
) -> Analysis:
    """The analysis of a sentence from what the tagger and the parser say, mended as its language knows better."""
    norms = [token.norm for token in tokens]
    return Analysis(tokens, *hooks.settled_tree(norms, hooks.settled_tags(norms, tags), heads, relations))
