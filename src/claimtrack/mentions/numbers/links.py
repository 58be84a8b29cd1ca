"""Addresses of the web: the digits in them count nothing."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.text.tokens import Token

_SCHEMES = frozenset(("http", "https", "ftp", "www"))
_LONGEST = 600  # tokens of an address


def in_link(tokens: Sequence[Token], k: int) -> bool:
    """Whether token `k` stands in a run without spaces that begins as an address does."""
    first = k
    while first > max(0, k - _LONGEST) and not tokens[first].spaced:
        first -= 1
    return first < k and any(token.norm in _SCHEMES for token in tokens[first : first + 2])
