"""Pictures as SVG: progress by status, where in a text the claims stand, a value over time.

Each picture says in words what it shows (`role="img"` with a label); colours come from the classes `s-<status>`
of the page that it stands in, so it needs neither script nor style of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from claimtrack.model.across import Fact, FactPoint
from claimtrack.model.tracked import TrackedClaim
from claimtrack.views.labels import SYMBOLS, label
from claimtrack.views.markup import element, safe

WIDTH = 1000


def _picture(width: int, height: int, words: str, *inner: str, kind: str, stretch: bool = False) -> str:
    ratio = "none" if stretch else None
    box = f"0 0 {width} {height}"
    return element(
        "svg",
        element("title", safe(words)),
        *inner,
        viewBox=box,
        role="img",
        aria_label=words,
        _class=f"picture {kind}",
        preserveAspectRatio=ratio,
        xmlns="http://www.w3.org/2000/svg",
    )


def progress(counts: Mapping[str, int], *, language: str, right_to_left: bool = False) -> str:
    """A bar of all claims, cut by status in their fixed order."""
    total = sum(counts.values())
    parts = [(status, counts.get(status, 0)) for status in SYMBOLS if counts.get(status)]
    words = ", ".join(f"{label('status', status, language)}: {count}" for status, count in parts)
    bars, at = [], 0.0
    for status, count in parts:
        width = count * WIDTH / total
        x = WIDTH - at - width if right_to_left else at
        bars.append(
            element(
                "rect",
                element("title", safe(f"{SYMBOLS[status][0]} {label('status', status, language)}: {count}")),
                x=f"{x:.1f}",
                y=0,
                width=f"{max(width - 2, 1):.1f}",
                height=12,
                _class=f"s-{status}",
            )
        )
        at += width
    return _picture(WIDTH, 12, words or label("page", "no_claims", language), *bars, kind="progress", stretch=True)


def strip(length: int, claims: Iterable[TrackedClaim], *, language: str, right_to_left: bool = False) -> str:
    """Where in a text of `length` characters the claims stand; a verdict is a full bar, an open one a low bar."""
    shown = [claim for claim in claims if not claim.orphaned]
    bars = [_tick(claim, max(length, 1), right_to_left) for claim in shown]
    done = sum(claim.status in _DONE for claim in shown)
    words = label("page", "strip_says", language).format(claims=len(shown), done=done)
    base = element("rect", x=0, y=22, width=WIDTH, height=2, _class="base")
    return _picture(WIDTH, 24, words, base, *bars, kind="strip", stretch=True)


_DONE = ("verified", "partly_true", "misleading", "false", "unproven", "not_checkable")


def _tick(claim: TrackedClaim, length: int, right_to_left: bool) -> str:
    width = max((claim.end - claim.start) * WIDTH / length, 2.5)
    x = claim.start * WIDTH / length
    x = WIDTH - x - width if right_to_left else x
    done = claim.status in _DONE
    return (
        f'<rect x="{x:.1f}" y="{2 if done else 12}" width="{width:.1f}" height="{20 if done else 10}"'
        f' class="s-{claim.status}" data-c="{claim.id}"/>'
    )


def timeline(fact: Fact, *, language: str) -> str:
    """The values of one measure over the days they speak of, ranges as lines; "" where there is nothing to compare."""
    points = [p for p in fact.points if _ordinal(p.day) is not None and _size(p) is not None]
    if len(points) < 2:
        return ""
    days = [_ordinal(p.day) or 0 for p in points]
    sizes = [size for p in points for size in (p.low, p.high, p.value) if size is not None]
    place = _Plane(min(days), max(days), min(Decimal(0), *sizes), max(sizes))
    dots = [place.at(day, _size(p) or Decimal(0)) for day, p in zip(days, points, strict=True)]
    line = element("polyline", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in dots), _class="line")
    marks = [_mark(p, day, place) for day, p in zip(days, points, strict=True)]
    return _picture(600, 190, fact_words(fact, points), *place.axes(), line, *marks, kind="timeline")


class _Plane:
    """Days across, sizes upwards, inside the margins of a picture."""

    left, right, top, bottom = 70.0, 580.0, 14.0, 158.0

    def __init__(self, first: int, last: int, low: Decimal, high: Decimal) -> None:
        self.first, self.last = first, last
        self.low, self.high = low, high if high != low else low + 1

    def at(self, day: int, size: Decimal) -> tuple[float, float]:
        span = self.last - self.first
        across = (day - self.first) / span if span else 0.5
        up = float((size - self.low) / (self.high - self.low))
        return self.left + 10 + across * (self.right - self.left - 20), self.bottom - up * (self.bottom - self.top)

    def axes(self) -> list[str]:
        lines = [
            element("line", x1=self.left, x2=self.right, y1=y, y2=y, _class="grid")
            for y in (self.top, (self.top + self.bottom) / 2, self.bottom)
        ]
        sizes = ((self.top, self.high), (self.bottom, self.low))
        texts = [_text(self.left - 8, y + 4, short(size), "end") for y, size in sizes]
        days = {self.left: self.first, self.right: self.last} if self.first != self.last else {325.0: self.first}
        for x, day in days.items():
            anchor = "middle" if len(days) == 1 else "start" if x == self.left else "end"
            texts.append(_text(x, self.bottom + 22, date.fromordinal(day).isoformat(), anchor))
        return lines + texts


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return element("text", safe(words), x=x, y=y, text_anchor=anchor, direction="ltr")


def _mark(point: FactPoint, day: int, place: _Plane) -> str:
    x, y = place.at(day, _size(point) or Decimal(0))
    title = element("title", safe(f"{point.day}: {value_words(point)} – {point.claim.gloss}"))
    dot = element("circle", title, cx=f"{x:.1f}", cy=f"{y:.1f}", r=6, _class=f"s-{point.claim.status}")
    if point.low is None or point.high is None:
        return dot
    ends = [place.at(day, size)[1] for size in (point.low, point.high)]
    return element("line", x1=f"{x:.1f}", x2=f"{x:.1f}", y1=f"{ends[0]:.1f}", y2=f"{ends[1]:.1f}", _class="range") + dot


def fact_words(fact: Fact, points: Sequence[FactPoint] | None = None) -> str:
    """The same in words: the measure, then day and value of each point."""
    name = fact_name(fact)
    said = "; ".join(f"{p.day or '–'}: {value_words(p)}" for p in (fact.points if points is None else points))
    return f"{name} – {said}"


def fact_name(fact: Fact) -> str:
    """Whose measure of what: "Telegram · user"."""
    return " · ".join(filter(None, (fact.subject, fact.unit, fact.per)))


def value_words(point: FactPoint) -> str:
    """A value with its sign and separators: "> 12,000,000"."""
    sign = "" if point.comparator == "=" else f"{point.comparator} "
    if point.value is not None:
        return f"{sign}{point.value:,f}"
    low, high = ("…" if each is None else f"{each:,f}" for each in (point.low, point.high))
    return f"{low} – {high}"


def short(size: Decimal) -> str:
    """A number for an axis: 950M, 12.5K."""
    for power, letter in ((12, "T"), (9, "B"), (6, "M"), (3, "K")):
        scale = Decimal(10) ** power
        if abs(size) >= scale:
            return f"{(size / scale).quantize(Decimal('0.1')).normalize():f}{letter}"
    return f"{size.normalize():f}"


def _size(point: FactPoint) -> Decimal | None:
    if point.value is not None:
        return point.value
    if point.low is not None and point.high is not None:
        return (point.low + point.high) / 2
    return point.high if point.low is None else point.low


def _ordinal(day: str | None) -> int | None:
    """The day as a number, None for days before our era and for none."""
    try:
        return date.fromisoformat(day or "").toordinal()
    except ValueError:
        return None
