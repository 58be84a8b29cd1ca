"""The words of a claim with what was added to them."""

from __future__ import annotations

from collections.abc import Iterable


def written(text: str, start: int, end: int, additions: Iterable[tuple[int, str]]) -> str:
    """`text[start:end]` with the additions at their places, white space evened."""
    out, at = "", start
    for offset, words in sorted(additions):
        if start <= offset <= end:
            out += text[at:offset] + words
            at = offset
    return " ".join((out + text[at:end]).split())
