"""Two documents side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claimtrack.model.across import Comparison, Pair
from claimtrack.model.tracked import TrackedClaim
from claimtrack.views.screen import Screen
from claimtrack.views.tables import Cell, Column, table

_ORDER = ("differs", "repeats", "only_a", "only_b")
_WORDS = {
    "differs": ("≠ differs", "yellow"),
    "repeats": ("= repeats", "green"),
    "only_a": ("← only A", ""),
    "only_b": ("→ only B", ""),
}


def lines(comparison: Comparison, screen: Screen) -> Iterator[str]:
    """What differs first, for that is what one looks for."""
    yield f"A  {screen.isolate(comparison.a.name)} ({comparison.a.published or 'no date'})"
    yield f"B  {screen.isolate(comparison.b.name)} ({comparison.b.published or 'no date'})"
    yield ""
    columns = [Column("relation", most=14), Column("A", 1), Column("B", 1), Column("in", most=14)]
    pairs = sorted(comparison.pairs, key=lambda pair: _ORDER.index(pair.relation))
    yield from table(columns, [_row(pair) for pair in pairs], screen)
    count = Counter(pair.relation for pair in pairs)
    yield ""
    yield (
        f"{count['differs']} differ, {count['repeats']} repeat, {count['only_a']} only in A, "
        f"{count['only_b']} only in B."
    )


def _row(pair: Pair) -> list[Cell]:
    words, style = _WORDS[pair.relation]
    return [Cell(words, style), Cell(_claim(pair.a)), Cell(_claim(pair.b)), Cell(", ".join(pair.fields))]


def _claim(claim: TrackedClaim | None) -> str:
    return f"{claim.id}: {claim.gloss}" if claim else ""
