"""The weights of the parser's moves, laid out by the words and tags that their features are made of.

Naming some forty features for each move takes longer than adding their weights up. Here what is asked for first is what
many features share (a word, a tag, the two tags at the front), and what is left of each is looked up without naming it.
The letters are those of `State.features`, which stays the one account of what the features are.
"""

from __future__ import annotations

import re
from operator import itemgetter
from sys import intern
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
_BLANK = "-"
"""The tag of what is not there; its word is empty."""
_VALENCIES = tuple(tuple(f"{left}{right}" for right in range(4)) for left in range(4))
_MOST = 3
"""Children of one side that are told apart."""


class MoveWeights:
    """The weights of one model by topmost word, by its tag, and by its tag with that of the next word."""

    __slots__ = ("_bare", "_kept", "_pairs", "_tags", "_words", "model")

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
            fields = [intern(field) for field in fields]  # the same words and tags again and again
            key = key_of(fields)
            row = rows.get(key)
            if row is None:
                row = rows[key] = blank[:]
            if row[k] is _NOTHING:
                row[k] = {}
            row[k][rest_of(fields)] = weight
        self._bare = {pair: _bare(row) for pair, row in self._pairs.items()}

    def of(self, state: State) -> SentenceWeights:
        """The weights for the sentence that `state` reads."""
        words = [self._words.get(word) for word in state.words[: state.n]]
        return SentenceWeights(words, self._tags, self._pairs, self._bare, self._alone(state))

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


def _bare(row: list[_Rest]) -> tuple[int, int]:
    """What two tags say where nothing hangs on the topmost word yet, and where nothing hangs on the next one."""
    _, _, C, E, F, _, K, _, _, v, w, x, _, _, L = row
    top = C.get(_VALENCIES[0][0], 0) + E.get("", 0) + F.get("", 0) + w.get(_BLANK, 0) + x.get(_BLANK, 0)
    return top + L.get((_BLANK, _BLANK), 0), K.get("", 0) + v.get(_BLANK, 0)


_NOTHING: _Rest = {}
_NO_TAG = [_NOTHING] * len(_TAG)
_NO_PAIR = [_NOTHING] * len(_PAIR)


class SentenceWeights:
    """The weights of the moves in one sentence; what a token adds wherever it stands first is added up once."""

    __slots__ = ("_bare", "_below", "_fronts", "_pairs", "_tags", "_tops", "_words")

    def __init__(
        self,
        words: list[list[_Rest] | None],
        tags: _Rows,
        pairs: _Rows,
        bare: dict[Any, tuple[int, int]],
        alone: tuple[list[int], list[int], list[int]],
    ) -> None:
        self._words, self._tags, self._pairs, self._bare = words, tags, pairs, bare
        self._tops, self._fronts, self._below = alone

    def total(self, state: State) -> int:
        """What all features of the next move add up to."""
        W, T, stack, first, last = state.words, state.tags, state.stack, state.first, state.last
        depth, blank, b0, s0 = len(stack), state.n + 1, state.next, stack[-1]
        s1 = stack[-2] if depth > 1 else blank
        t0, t1, t2 = T[s0], T[s1], T[stack[-3] if depth > 2 else blank]
        v0, u0, u1, w1 = W[b0], T[b0], T[b0 + 1 if b0 < state.n else blank], W[s1]
        left, right, front, below = first[s0], last[s0], first[b0], (t2, t1)
        gap = _GAPS[b0 - s0] if b0 - s0 < _NEAR else _FAR
        found = self._tops[s0] + self._fronts[b0] + self._below[s1]
        row = self._words[s0]
        if row is not None:
            D, l_, n, q, J = row
            found += D.get(gap, 0) + l_.get(u0, 0) + n.get(v0, 0) + q.get(t1, 0) + J.get(w1, 0)
        o, p, m, t, u, y, z = self._tags.get(t0, _NO_TAG)
        found += o.get(t1, 0) + p.get(w1, 0) + m.get(v0, 0) + t.get(below, 0)
        found += u.get((t1, T[right]), 0) + y.get((t1, T[last[s1]]), 0) + z.get((t1, T[first[s1]]), 0)
        both = self._pairs.get((t0, u0))
        if both is None:
            return found
        k, B, C, E, F, G, K, r, s, v, w, x, H, I_, L = both
        found += k.get(u0, 0) + B.get(gap, 0) + G.get(W[b0 - 1], 0)
        found += r.get(u1, 0) + s.get(t1, 0) + H.get(below, 0) + I_.get((t1, u1), 0)
        if left == right == blank:
            found += self._bare[t0, u0][0]
        else:
            found += C.get(_VALENCIES[min(state.lefts[s0], _MOST)][min(state.rights[s0], _MOST)], 0)
            found += E.get(W[right], 0) + F.get(W[left], 0) + w.get(T[left], 0) + x.get(T[right], 0)
            found += L.get((T[state.right2[s0]], T[right]), 0)
        return found + (self._bare[t0, u0][1] if front == blank else K.get(W[front], 0) + v.get(T[front], 0))
