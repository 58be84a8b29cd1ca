"""Measures over time: a row for each value, with a bar to compare by eye."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimtrack.model.across import Fact, FactPoint
from claimtrack.views.harmless import one_line
from claimtrack.views.screen import Screen
from claimtrack.views.tables import Cell, Column, table

_BAR = 20
_WIDE = 120


def lines(facts: Sequence[Fact], screen: Screen) -> Iterator[str]:
    """For each measure its name and its values in the order of days."""
    bar = _BAR if screen.width >= _WIDE else _BAR // 2
    for at, fact in enumerate(facts):
        if at:
            yield ""
        words = [fact.subject or "", fact.unit or "(no unit)", f"per {fact.per}" if fact.per else ""]
        yield screen.paint(screen.isolate(one_line(" · ".join(filter(None, words)))), "bold")
        top = max((abs(_size(point)) for point in fact.points), default=Decimal(0))
        columns = [
            Column("day", most=10),
            Column("value", most=30, right=True),
            Column("", most=bar),
            Column("claim", 1),
            Column("document", most=24, lines=1),
        ]
        yield from table(columns, [_row(point, top, bar) for point in fact.points], screen)


def _row(point: FactPoint, top: Decimal, most: int) -> list[Cell]:
    bar = "█" * max(1, round(abs(_size(point)) * most / top)) if top else ""
    return [
        Cell(point.day or "–"),
        Cell(_value(point)),
        Cell(bar, "cyan"),
        Cell(f"{point.claim.id}: {point.claim.gloss}"),
        Cell(point.claim.document, "dim"),
    ]


def _size(point: FactPoint) -> Decimal:
    return next((each for each in (point.value, point.high, point.low) if each is not None), Decimal(0))


def _value(point: FactPoint) -> str:
    sign = "" if point.comparator == "=" else f"{point.comparator} "
    if point.value is not None:
        return f"{sign}{point.value:,f}"
    low, high = ("…" if each is None else f"{each:,f}" for each in (point.low, point.high))
    return f"{low} to {high}"
