"""The counts of `claimtrack stats`, with bars."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimtrack.model.counts import Stats
from claimtrack.views.harmless import one_line
from claimtrack.views.labels import SYMBOLS, label, status
from claimtrack.views.screen import Screen
from claimtrack.views.width import clip, pad, width

_BAR = 24
_MOST = 12


def counts(stats: Stats, screen: Screen) -> Iterator[str]:
    """A line of totals, then one small chart for each way of counting."""
    yield f"{stats.claims} claims in {stats.documents} document{'s' if stats.documents != 1 else ''}."
    yield f"{stats.checkable} checkable, {stats.open} open, {stats.verdicts} with a verdict."
    yield f"{stats.sources} sources, {stats.evidence} pieces of evidence."
    if stats.missing:
        yield f"{stats.missing} claims were not found again by a later extraction."
    for name, table in stats:
        if name.startswith("by_") and table:
            yield ""
            yield screen.paint(name.removeprefix("by_").capitalize(), "bold")
            yield from _chart(name, table, screen)


def _chart(name: str, table: Mapping[str, int], screen: Screen) -> Iterator[str]:
    names = {key: _name(name, key, screen) for key in table}
    column = min(40, max(map(width, names.values())), max(10, screen.width - _BAR - 12))
    top = max(table.values()) or 1
    for key, number in list(table.items())[:_MOST]:
        style = SYMBOLS[key][1] if name == "by_status" and key in SYMBOLS else ""
        words = clip(names[key], column)
        bar = "█" * max(1 if number else 0, round(number * _BAR / top))
        yield (
            f"  {screen.paint(screen.isolate(words), style)}{pad('', column - width(words))}  "
            f"{number:>7}  {screen.paint(bar, style)}"
        ).rstrip()
    if len(table) > _MOST:
        yield f"  … and {len(table) - _MOST} more (--json has all)"


def _name(name: str, key: str, screen: Screen) -> str:
    if name == "by_status" and key in SYMBOLS:
        return status(key, screen)
    return one_line(label("kind", key, screen.labels) if name == "by_kind" else key) or "–"
