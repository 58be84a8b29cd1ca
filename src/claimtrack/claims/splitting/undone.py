"""What is left undone, within a clause that says what was done: "the garrison surrendered | without firing a shot".

It is checked apart from what was done, and is its denial that is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_finite
from claimtrack.claims.splitting.noun_phrases import is_stop
from claimtrack.claims.splitting.spans import Span
from claimtrack.claims.splitting.titled import with_untold

_DOERS = frozenset({"PRON", "AUX", "VERB"})


def with_undone(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, with one for each thing left undone of which none of them tells."""
    return with_untold(o, found, _undone(o))


def _undone(o: Outline) -> Iterator[tuple[int, int]]:
    """From the word that says that a thing is lacking to the end of its clause: "without anyone complaining"."""
    for first in range(1, len(o.marks) - 2):
        behind = range(first + 1, first + 3)
        if "lacking" not in o.passage.classes[first] or o.a.pos[first + 1] not in _DOERS:
            continue
        if any(o.a.tags[t].endswith(":VBG") for t in behind) and not _is_ruled_out(o, first):
            yield first, next((t for t in range(first, len(o.marks)) if _ends(o, t)), len(o.marks)) - 1


def _ends(o: Outline, t: int) -> bool:
    return is_stop(o, t) or o.a.pos[t] == "CCONJ" or is_finite(o.a, t)


def _is_ruled_out(o: Outline, first: int) -> bool:
    """Whether the clause before is itself denied, so that nothing was left undone: "may not leave without paying"."""
    for t in range(first - 1, -1, -1):
        if is_stop(o, t):
            return False
        if "negator" in o.passage.classes[t]:
            return True
    return False
