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
        for phrase, payload in entries:
            node = self._root
            for token in tokenize(phrase):
                node = node.next.setdefault(token.fold, _Node())
            node.payload = payload

    @property
    def openers(self) -> Iterable[str]:
        """The folded words that a phrase begins with."""
        return self._root.next

    def at(self, tokens: Sequence[Token], i: int) -> Match[Payload] | None:
        """The longest phrase that begins at token `i`; of equally long ones, that with the least cut off."""
        best: Match[Payload] | None = None
        starts = self._root.next
        for prefix, word in self._variants(tokens[i].fold):
            node = starts.get(word)
            j = i + 1
            while node is not None:
                if node.payload is not None and (best is None or j > best.last):
                    best = Match(i, j, prefix, node.payload)
                if j >= len(tokens):
                    break
                node = node.next.get(tokens[j].fold)
                j += 1
        return best


def start_after(token: Token, prefix: str) -> int:
    """The offset in the text where `token` goes on after the folded particles `prefix`."""
    done = 0
    for i, char in enumerate(token.text):
        if done >= len(prefix) and fold(char):
            return token.start + i
        done += len(fold(char))
    return token.end
