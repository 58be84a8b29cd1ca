"""Phrase matching: the longest of many phrases at a token, whatever particles are attached to its first word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from claimtrack.text.folding import fold
from claimtrack.text.tokens import Token, tokenize

Payload = TypeVar("Payload")
Variants = Callable[[str], tuple[tuple[str, str], ...]]


@dataclass(slots=True)
class _Node(Generic[Payload]):
    next: dict[str, _Node[Payload]] = field(default_factory=dict)
    payload: Payload | None = None


@dataclass(frozen=True, slots=True)
class Match(Generic[Payload]):
    """Tokens `first` to `last` (exclusive) say `payload`; `prefix` are the folded particles before the first word."""

    first: int
    last: int
    prefix: str
    payload: Payload


class Phrases(Generic[Payload]):
    """Many phrases, each with what it means; phrases are folded like the text."""

    def __init__(self, entries: Iterable[tuple[str, Payload]], variants: Variants) -> None:
        self._root: _Node[Payload] = _Node()
        self._variants = variants
        self._begun: dict[str, tuple[tuple[str, _Node[Payload]], ...]] = {}
        for phrase, payload in entries:
            node = self._root
            for token in tokenize(phrase):
                node = node.next.setdefault(token.fold, _Node())
            node.payload = payload

    @property
    def openers(self) -> Iterable[str]:
        """The folded words that a phrase begins with."""
        return self._root.next

    def may_begin(self, word: str) -> bool:
        """Whether a phrase may begin with a folded word, whatever particles are attached to it."""
        begun = self._begun.get(word)
        return bool(self._begin(word) if begun is None else begun)

    def at(self, tokens: Sequence[Token], i: int) -> Match[Payload] | None:
        """The longest phrase that begins at token `i`; of equally long ones, that with the least cut off."""
        word = tokens[i].fold
        begun = self._begun.get(word)
        if begun is None:
            begun = self._begin(word)
        if not begun:
            return None
        best: Match[Payload] | None = None
        for prefix, start in begun:
            node: _Node[Payload] | None = start
            j = i + 1
            while node is not None:
                if node.payload is not None and (best is None or j > best.last):
                    best = Match(i, j, prefix, node.payload)
                if j >= len(tokens):
                    break
                node = node.next.get(tokens[j].fold)
                j += 1
        return best

    def _begin(self, word: str) -> tuple[tuple[str, _Node[Payload]], ...]:
        """The phrases that a folded word begins, each with the particles before it; most words begin none."""
        if len(self._begun) >= _REMEMBERED:
            self._begun.clear()
        starts = self._root.next
        found = [(prefix, starts[rest]) for prefix, rest in self._variants(word) if rest in starts]
        begun = self._begun[word] = tuple(found)
        return begun


_REMEMBERED = 20_000
"""Words of which a set of phrases remembers what they begin."""


def start_after(token: Token, prefix: str) -> int:
    """The offset in the text where `token` goes on after the folded particles `prefix`."""
    done = 0
    for i, char in enumerate(token.text):
        if done >= len(prefix) and fold(char):
            return token.start + i
        done += len(fold(char))
    return token.end
