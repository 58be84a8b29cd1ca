"""Second infinitives that look like presents: "asked the court to free him and | fine the paper"."""

from __future__ import annotations

from collections.abc import Sequence

_BACK = 14
"""Tokens from the second infinitive back to the "to" of the first."""
_JOINING = frozenset({"and", "or"})
_STOPS = frozenset(
    {"that", "which", "who", "whose", "where", "when", "because", "if", "while", ";", ":", "—", "–", '"'}
)


def settle_infinitives(norms: Sequence[str], tags: list[str]) -> None:
    """Tag a present behind "and" as an infinitive where it shares the "to" of the verb before it."""
    if "VERB:VBP" not in tags or "to" not in norms:
        return
    for i in range(4, len(norms)):
        if tags[i] == "VERB:VBP" and norms[i - 1] in _JOINING and _shares_to(norms, tags, i):
            tags[i] = "VERB:VB"


def _shares_to(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether an infinitive stands before a verb in its clause, over which stands no present in the plural.

    With such a verb right before the "to" all that follows is wanted: "they want to sell it and | move".
    """
    for k in range(i - 2, max(1, i - _BACK), -1):
        if norms[k] in _STOPS or (tags[k].startswith(("VERB", "AUX")) and tags[k] != "VERB:VB"):
            return False
        if tags[k] == "VERB:VB" and norms[k - 1] == "to":
            over = next((t for t in range(k - 2, -1, -1) if tags[t].startswith(("VERB", "AUX"))), None)
            return over is not None and (tags[over] not in ("VERB:VBP", "AUX:VBP") or over == k - 2)
    return False
