"""Tables that never overflow: columns share the width, cells wrap, each line of a cell is isolated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimtrack.views.harmless import one_line
from claimtrack.views.screen import Screen
from claimtrack.views.width import clip, pad, width, wrap


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, and how the column behaves.

    With `share` > 0 it takes part in what is left, else it is as wide as its widest cell up to `most`;
    `lines` bounds the height of a cell; `right` sets numbers flush right.
    """

    heading: str
    share: int = 0
    most: int = 24
    lines: int | None = 4
    right: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell, their style, and spans of the words to mark."""

    text: str
    style: str = ""


def table(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], screen: Screen) -> Iterator[str]:
    """The lines of a table, headings first."""
    clean = [[Cell(one_line(cell.text), cell.style) for cell in row] for row in rows]
    widths = _widths(columns, clean, screen)
    yield _line(
        [_set(each.heading, size, each) for each, size in zip(columns, widths, strict=True)],
        ["bold"] * len(columns),
        screen,
    )
    for row in clean:
        yield from _row(columns, row, widths, screen)


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], screen: Screen) -> list[int]:
    """Fixed columns by their cells, the rest shared; when nothing is left, the widest fixed ones give way."""
    wanted = [max((width(row[at].text) for row in rows), default=0) for at in range(len(columns))]
    sizes = [
        max(width(each.heading), want if each.share else min(want, each.most))
        for each, want in zip(columns, wanted, strict=True)
    ]
    room = screen.width - 2 * (len(columns) - 1)
    flexible = [at for at, each in enumerate(columns) if each.share]
    fixed = sum(size for at, size in enumerate(sizes) if at not in flexible)
    least = 12 * len(flexible)
    while fixed + least > room and any(sizes[at] > 3 for at in range(len(sizes)) if at not in flexible):
        widest = max((at for at in range(len(sizes)) if at not in flexible), key=lambda at: sizes[at])
        sizes[widest] -= 1
        fixed -= 1
    _share(columns, sizes, flexible, room - fixed)
    return sizes


def _share(columns: Sequence[Column], sizes: list[int], flexible: list[int], room: int) -> None:
    """Give the flexible columns what they want while there is room, else by their shares.

    Those that want less than their share leave the rest to the others.
    """
    open_ = list(flexible)
    while open_:
        total = sum(columns[at].share for at in open_)
        modest = [at for at in open_ if sizes[at] <= room * columns[at].share // total]
        if not modest:
            for at in open_:
                sizes[at] = max(4, room * columns[at].share // total)
            return
        for at in modest:
            room -= sizes[at]
            open_.remove(at)


def _row(columns: Sequence[Column], row: Sequence[Cell], widths: Sequence[int], screen: Screen) -> Iterator[str]:
    broken = [wrap(cell.text, size, each.lines) for cell, size, each in zip(row, widths, columns, strict=True)]
    for at in range(max(map(len, broken))):
        parts = [
            _set(lines[at] if at < len(lines) else "", size, each)
            for lines, size, each in zip(broken, widths, columns, strict=True)
        ]
        yield _line(parts, [cell.style for cell in row], screen)


def _set(text: str, size: int, column: Column) -> tuple[str, str, str]:
    """(space before, words, space behind)"""
    words = clip(text, size)
    space = pad("", size - width(words))
    return (space, words, "") if column.right else ("", words, space)


def _line(parts: Sequence[tuple[str, str, str]], styles: Sequence[str], screen: Screen) -> str:
    cells = [
        f"{before}{screen.paint(screen.isolate(words), style if words else '')}{behind}"
        for (before, words, behind), style in zip(parts, styles, strict=True)
    ]
    return screen.gap.join(cells).rstrip(" \u200e")
