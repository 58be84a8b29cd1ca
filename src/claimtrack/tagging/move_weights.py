"""The weights of the parser's moves, laid out by the words and tags that their features are made of.

Naming some forty features for each move takes longer than adding their weights up. Here what is asked for first is what
many features share (a word, a tag, the two tags at the front), and what is left of each is looked up without naming it.
The letters are those of `State.features`, which stays the one account of what the features are.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import Any

from claimtrack.tagging.perceptron import Model
from claimtrack.tagging.states import State

_Rest = dict[Any, int]
"""Weights by the field of a feature that is still open, or by two of them."""
_Rows = dict[Any, list[_Rest]]

_WORD = {"D": ((1,), (0,)), "l": ((0,), (1,)), "n": ((0,), (1,)), "q": ((1,), (0,)), "J": ((1,), (0,))}
"""Features of the topmost word: where it stands among the fields of their names, and where what is left of them."""
_TAG = {
    "o": ((1,), (0,)),
    "p": ((1,), (0,)),
    "m": ((0,), (1,)),
    "t": ((2,), (0, 1)),
    "u": ((1,), (0, 2)),
    "y": ((2,), (0, 1)),
    "z": ((2,), (0, 1)),
}
"""The same of its tag."""
_PAIR = {
    "k": ((0, 1), (1,)),
    "B": ((1, 2), (0,)),
    "C": ((1, 2), (0,)),
    "E": ((1, 2), (0,)),
    "F": ((1, 2), (0,)),
    "G": ((1, 2), (0,)),
    "K": ((1, 2), (0,)),
    "r": ((0, 1), (2,)),
    "s": ((1, 2), (0,)),
    "v": ((0, 1), (2,)),
    "w": ((0, 2), (1,)),
    "x": ((0, 2), (1,)),
    "H": ((2, 3), (0, 1)),
    "I": ((1, 2), (0, 3)),
    "L": ((2, 3), (0, 1)),
}
"""The same of its tag and that of the next word."""
_FIELDS = {letter: len({*key, *rest}) for some in (_WORD, _TAG, _PAIR) for letter, (key, rest) in some.items()}
_PARTED = re.compile(r" (?![\u0300-\u036f])")
"""Between two fields; a space before a mark that combines is a spacing accent, and part of its word."""
_GAPS = ("0", "1", "2", "3", "4", "5", "5", "5", "5", "5")
_FAR = "6"
_NEAR = len(_GAPS)
_VALENCIES = tuple(tuple(f"{left}{right}" for right in range(4)) for left in range(4))
_MOST = 3
"""Children of one side that are told apart."""


class MoveWeights:
    """The weights of one model by topmost word, by its tag, and by its tag with that of the next word."""

    __slots__ = ("_kept", "_pairs", "_tags", "_words", "model")

    def __init__(self, model: Model) -> None:
        self.model = model
        self._kept: dict[tuple[str, str], tuple[int, int, int, int]] = {}
        self._words: _Rows = {}
        self._tags: _Rows = {}
        self._pairs: _Rows = {}
        places = {
            letter: (rows, [_NOTHING] * len(letters), k, itemgetter(*key), itemgetter(*rest))
            for rows, letters in ((self._words, _WORD), (self._tags, _TAG), (self._pairs, _PAIR))
            for k, (letter, (key, rest)) in enumerate(letters.items())
        }
        for name, weight in model.packed.items():
            place = places.get(name[0])
            if place is None:
                continue
            rows, blank, k, key_of, rest_of = place
            fields = name[1:].split(" ")
            if len(fields) != _FIELDS[name[0]]:
                fields = _PARTED.split(name[1:])
            key = key_of(fields)
            row = rows.get(key)
            if row is None:
                row = rows[key] = blank[:]
            if row[k] is _NOTHING:
                row[k] = {}
            row[k][rest_of(fields)] = weight

    def of(self, state: State) -> SentenceWeights:
        """The weights for the sentence that `state` reads."""
        words = [self._words.get(word, _NO_WORD) for word in state.words[: state.n]]
        return SentenceWeights(words, self._tags, self._pairs, self._alone(state))

    def _alone(self, state: State) -> tuple[list[int], list[int], list[int]]:
        """What each token adds by itself as the topmost one, as the next with those behind it, as the one below."""
        W, T, n, weight = state.words, state.tags, state.n, self.model.packed.get
        alone = [self._by_place(W[i], T[i]) for i in range(n + 2)]
        tags = [weight(f"A{T[i]} {T[i + 1]} {T[i + 2]}", 0) for i in range(n + 1)]
        fronts = [alone[i][1] + alone[i + 1][2] + tags[i] for i in range(n + 1)]
        return [top for top, *_ in alone], fronts, [below for *_, below in alone]

    def _by_place(self, word: str, tag: str) -> tuple[int, int, int, int]:
        """What a word adds as the topmost one, the next one, the one behind that and the one below the topmost."""
        found = self._kept.get((word, tag))
        if found is None:
            total = self.model.total
            found = (
                total(("a" + word, "b" + tag, f"c{word} {tag}")),
                total(("d" + word, "e" + tag, f"f{word} {tag}")),
                total(("g" + word, "h" + tag)),
                total(("i" + word, "j" + tag)),
            )
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[word, tag] = found
        return found


_KEPT = 16_000
"""Words whose sums are kept before all are forgotten, so that those of the text at hand are always among them."""


_NOTHING: _Rest = {}
_NO_WORD = [_NOTHING] * len(_WORD)
_NO_TAG = [_NOTHING] * len(_TAG)
_NO_PAIR = [_NOTHING] * len(_PAIR)


class SentenceWeights:
    """The weights of the moves in one sentence; what a token adds wherever it stands first is added up once."""

    __slots__ = ("_below", "_fronts", "_pairs", "_tags", "_tops", "_words")

    def __init__(
        self, words: list[list[_Rest]], tags: _Rows, pairs: _Rows, alone: tuple[list[int], list[int], list[int]]
    ) -> None:
        self._words, self._tags, self._pairs = words, tags, pairs
        self._tops, self._fronts, self._below = alone

    def total(self, state: State) -> int:
        """What all features of the next move add up to."""
        W, T, stack, first, last = state.words, state.tags, state.stack, state.first, state.last
        depth, blank, b0, s0 = len(stack), state.n + 1, state.next, stack[-1]
        s1 = stack[-2] if depth > 1 else blank
        t0, t1, t2 = T[s0], T[s1], T[stack[-3] if depth > 2 else blank]
        v0, u0, u1 = W[b0], T[b0], T[b0 + 1 if b0 < state.n else blank]
        left, right, pair, below = T[first[s0]], T[last[s0]], (t1, u1), (t2, t1)
        gap = _GAPS[b0 - s0] if b0 - s0 < _NEAR else _FAR
        D, l_, n, q, J = self._words[s0]
        o, p, m, t, u, y, z = self._tags.get(t0, _NO_TAG)
        k, B, C, E, F, G, K, r, s, v, w, x, H, I_, L = self._pairs.get((t0, u0), _NO_PAIR)
        return (
            self._tops[s0]
            + self._fronts[b0]
            + self._below[s1]
            + D.get(gap, 0)
            + l_.get(u0, 0)
            + n.get(v0, 0)
            + q.get(t1, 0)
            + J.get(W[s1], 0)
            + o.get(t1, 0)
            + p.get(W[s1], 0)
            + m.get(v0, 0)
            + t.get(below, 0)
            + u.get((t1, right), 0)
            + y.get((t1, T[last[s1]]), 0)
            + z.get((t1, T[first[s1]]), 0)
            + k.get(u0, 0)
            + B.get(gap, 0)
            + C.get(_VALENCIES[min(state.lefts[s0], _MOST)][min(state.rights[s0], _MOST)], 0)
            + E.get(W[last[s0]], 0)
            + F.get(W[first[s0]], 0)
            + G.get(W[b0 - 1], 0)
            + K.get(W[first[b0]], 0)
            + r.get(u1, 0)
            + s.get(t1, 0)
            + v.get(T[first[b0]], 0)
            + w.get(left, 0)
            + x.get(right, 0)
            + H.get(below, 0)
            + I_.get(pair, 0)
            + L.get((T[state.right2[s0]], right), 0)
        )
