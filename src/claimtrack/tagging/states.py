"""A partly built tree, the moves that go on with it, and the features that decide which."""

from __future__ import annotations

from collections.abc import Sequence

SHIFT, LEFT, RIGHT = 0, 1, 2
MOVES = ("shift", "left", "right")


class State:
    """A partly built tree. The root is the index `n`, at the end of the buffer."""

    __slots__ = (
        "depth",
        "first",
        "heads",
        "last",
        "left2",
        "lefts",
        "n",
        "next",
        "right2",
        "rights",
        "stack",
        "tags",
        "words",
    )

    def __init__(self, words: Sequence[str], tags: Sequence[str]) -> None:
        self.n = len(words)
        self.words = [*words, "<root>", "", "", ""]
        self.tags = [*tags, "ROOT", "-", "-", "-"]
        self.stack: list[int] = []
        self.next = 0
        blank = self.n + 1
        self.heads = [-1] * (self.n + 1)
        self.first = [blank] * (self.n + 4)  # leftmost child so far
        self.left2 = [blank] * (self.n + 4)
        self.last = [blank] * (self.n + 4)  # rightmost child so far
        self.right2 = [blank] * (self.n + 4)
        self.lefts = [0] * (self.n + 4)
        self.rights = [0] * (self.n + 4)

    def valid(self) -> tuple[bool, bool, bool]:
        depth = len(self.stack)
        return self.next < self.n, depth >= 1, depth >= 2

    def move(self, move: int) -> None:
        if move == SHIFT:
            self.stack.append(self.next)
            self.next += 1
            return
        child = self.stack.pop()
        if move == RIGHT:
            head = self.stack[-1]
            self.right2[head], self.last[head] = self.last[head], child
            self.rights[head] += 1
        else:
            head = self.next
            self.left2[head], self.first[head] = self.first[head], child
            self.lefts[head] += 1
        self.heads[child] = head

    def front(self, i: int) -> tuple[str, ...]:
        """The features of the next word, should it be that at `i`, and of those behind it."""
        blank = self.n + 1
        after, then = i + 1 if i < self.n else blank, i + 2 if i + 1 < self.n else blank
        word, next_word = self.words[i], self.words[after]
        tag, next_tag = self.tags[i], self.tags[after]
        return (
            "d" + word,
            "e" + tag,
            f"f{word} {tag}",
            "g" + next_word,
            "h" + next_tag,
            f"A{tag} {next_tag} {self.tags[then]}",
        )

    def features(self) -> list[str]:
        """The features of the next move."""
        W, T, n = self.words, self.tags, self.n
        stack = self.stack
        depth = len(stack)
        blank = n + 1
        s0 = stack[-1] if depth else blank
        s1 = stack[-2] if depth > 1 else blank
        s2 = stack[-3] if depth > 2 else blank
        b0 = self.next
        b1 = b0 + 1 if b0 < n else blank
        first, last = self.first, self.last
        w0, w1, v0 = W[s0], W[s1], W[b0]
        t0, t1, t2, u0, u1 = T[s0], T[s1], T[s2], T[b0], T[b1]
        l0, r0, m0, r1, l1 = T[first[s0]], T[last[s0]], T[first[b0]], T[last[s1]], T[first[s1]]
        gap = b0 - s0 if s0 < n else 0
        gap = gap if gap < 5 else 5 if gap < 10 else 6
        val0 = f"{min(self.lefts[s0], 3)}{min(self.rights[s0], 3)}"
        p = W[b0 - 1] if b0 else "<"
        return [
            *self.front(b0),
            "a" + w0,
            "b" + t0,
            f"c{w0} {t0}",
            "i" + w1,
            "j" + t1,
            f"k{t0} {u0}",
            f"l{w0} {u0}",
            f"m{t0} {v0}",
            f"n{w0} {v0}",
            f"o{t1} {t0}",
            f"p{w1} {t0}",
            f"q{t1} {w0}",
            f"r{t0} {u0} {u1}",
            f"s{t1} {t0} {u0}",
            f"t{t2} {t1} {t0}",
            f"u{t1} {t0} {r0}",
            f"v{t0} {u0} {m0}",
            f"w{t0} {l0} {u0}",
            f"x{t0} {r0} {u0}",
            f"y{t1} {r1} {t0}",
            f"z{t1} {l1} {t0}",
            f"B{gap} {t0} {u0}",
            f"C{val0} {t0} {u0}",
            f"D{gap} {w0}",
            f"E{W[last[s0]]} {t0} {u0}",
            f"F{W[first[s0]]} {t0} {u0}",
            f"G{p} {t0} {u0}",
            f"H{t2} {t1} {t0} {u0}",
            f"I{t1} {t0} {u0} {u1}",
            f"J{w1} {w0}",
            f"K{W[first[b0]]} {t0} {u0}",
            f"L{T[self.right2[s0]]} {r0} {t0} {u0}",
        ]
