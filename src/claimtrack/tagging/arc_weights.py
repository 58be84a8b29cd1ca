"""The weights of the relations, laid out by the words and tags that their features are made of.

As `move_weights` does for the parser's moves: what a word, its head or their two tags say is one row, found once, and
what is left of each feature is looked up in it without naming the feature. The letters are those of
`parser.arc_features`, which stays the one account of what the features are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from sys import intern
from typing import Any

from claimtrack.tagging.perceptron import Model

_Rest = dict[str, int]
"""Weights by the field of a feature that is still open."""
_Row = list[Any]
_PARTED = re.compile(r" (?![\u0300-\u036f])")
"""Between two words; a space before a mark that combines is a spacing accent, and part of its word."""
_WORD, _HEAD, _PAIR = ("a", "f<", "f>", "s", "u"), ("c", "g<", "g>"), ("k", "p", "q", "i")
"""The features of a word, of its head and of their tags, by their letter and side, as they stand in a row."""


def _word_first(rest: str) -> tuple[Any, str]:
    word, _, tag = rest.rpartition(" ")
    return intern(word), intern(tag)


def _head_last(rest: str) -> tuple[Any, str]:
    tag, _, head = rest.partition(" ")
    return intern(head), intern(tag)


def _tags_last(rest: str) -> tuple[Any, str]:
    word, tag, head_tag = rest.rsplit(" ", 2)
    return (intern(tag), intern(head_tag)), intern(word)


def _word_last(rest: str) -> tuple[Any, str]:
    other, word = _PARTED.split(rest)
    return intern(word), intern(other)


_READ: dict[str, Callable[[str], tuple[Any, str]]] = {
    "f": _word_first,
    "g": _head_last,
    "s": _word_last,
    "u": _word_last,
    **dict.fromkeys(_PAIR, _tags_last),
}
"""How the name of a feature is taken apart: into what its row is found by, and what is left."""
_NOTHING: _Rest = {}
_NO_WORD: _Row = [0, *[_NOTHING] * (len(_WORD) - 1)]
_NO_HEAD: _Row = [0, *[_NOTHING] * (len(_HEAD) - 1)]
_NO_PAIR: _Row = [_NOTHING] * len(_PAIR)


class ArcWeights:
    """The weights of one model by word, by the word that it hangs on, and by the tags of both."""

    __slots__ = ("_heads", "_pairs", "_words", "model")

    def __init__(self, model: Model) -> None:
        self.model = model
        self._words: dict[str, _Row] = {}
        self._heads: dict[str, _Row] = {}
        self._pairs: dict[tuple[str, str], _Row] = {}
        tables: Iterable[tuple[dict[Any, _Row], tuple[str, ...], _Row]] = (
            (self._words, _WORD, _NO_WORD),
            (self._heads, _HEAD, _NO_HEAD),
            (self._pairs, _PAIR, _NO_PAIR),
        )
        places = {kind: (rows, blank, k) for rows, kinds, blank in tables for k, kind in enumerate(kinds)}
        for name, weight in model.packed.items():
            kind = name[:2] if name[0] in "fg" else name[0]
            if kind not in places:
                continue
            rows, blank, k = places[kind]
            read = _READ.get(kind[0])
            if read is None:
                rows.setdefault(intern(name[1:]), blank[:])[k] = weight
                continue
            key, rest = read(name[len(kind) :])
            row = rows.setdefault(key, blank[:])
            if row[k] is _NOTHING:
                row[k] = {}
            row[k][rest] = weight

    def total(self, words: Sequence[str], tags: Sequence[str], head: int, own: Sequence[int], i: int) -> int:
        """What the features of token `i` that name a word add up to; `own` are the tokens that hang on it."""
        w, t, before = words[i], tags[i], words[i - 1] if i else "<"
        hw, ht = (words[head], tags[head]) if head >= 0 else ("<root>", "ROOT")
        a, f_left, f_right, s, u = self._words.get(w, _NO_WORD)
        c, g_left, g_right = self._heads.get(hw, _NO_HEAD)
        k, p, q, first = self._pairs.get((t, ht), _NO_PAIR)
        f, g = (f_left, g_left) if i < head else (f_right, g_right)
        found = [a, f.get(ht), s.get(hw), u.get(before), c, g.get(t), k.get(before), p.get(w[:3]), q.get(w[-3:])]
        if own:
            marks = " ".join([words[kid] for kid in own[:2] if kid < i])
            found += (first.get(words[own[0]]), self.model.packed.get(f"o{marks} {t}"))
        return sum(filter(None, found))  # most have no weight, and what has none is not worth adding
