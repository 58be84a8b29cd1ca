"""Dates that hang on another one: the next day, two years later, the three months to June."""

from __future__ import annotations

import datetime
from decimal import Decimal

import claimtrack.mentions.times.calendars as calendars
from claimtrack.mentions.times.calendars import Day
from claimtrack.mentions.times.date_ranges import Dated, hear
from claimtrack.mentions.times.durations import Counted, counted_unit, finer
from claimtrack.mentions.times.parts import read_said
from claimtrack.mentions.times.said_dates import Said, resolve
from claimtrack.mentions.times.tense import tense
from claimtrack.mentions.times.time_words import TimeText
from claimtrack.mentions.times.years import year_after

_MONTHS = {"M": 1, "Q": 3, "Y": 12}
_DAYS = {"D": 1, "W": 7}


def read_beside(text: TimeText, i: int, anchor: datetime.date | None) -> Dated | None:
    """A date at token `i` that counts from another, and its days."""
    return _same_period(text, i, anchor) or _named(text, i, anchor) or _counted(text, i) or _run_up(text, i, anchor)


def _same_period(text: TimeText, i: int, anchor: datetime.date | None) -> Dated | None:
    """the same period of 2023, the same period last year: the days told last, in the year that is said."""
    period = text.word("same_period", i)
    year = year_after(text, period.last, anchor) if period and text.told else None
    if period is None or year is None or year[1] or text.told is None:
        return None
    stretch = calendars.years_later(text.told, year[0] - text.told[0][0])
    return (Said(i, year[2], period.prefix), stretch) if stretch else None


def _named(text: TimeText, i: int, anchor: datetime.date | None) -> Dated | None:
    """the year before, the following month, the same day: counted from the date told last, else from the document's."""
    part = text.word("part", i)
    word = text.word("beside", part.last if part else i)
    if word is None:
        return None
    marked = word.last == len(text.tokens) or text.mark(word.last, ".,;:!?)\u060c\u061b\u061f")
    open_end = marked or text.plain("and", word.last)
    unit, _, count = word.payload.rstrip("?").partition(" ")
    offset, loose = int(count), word.payload.endswith("?")
    if (loose and not open_end) or text.word("not_beside_after", word.last):
        return None  # the year before the war, a year earlier than planned
    if unit == "P":
        stretch = calendars.years_later(text.told, offset) if text.told else None
        if stretch is not None:
            return Said(i, word.last, part.prefix if part else word.prefix), stretch
        unit = "Y"
    told = calendars.start_of(text.told, unit) if text.told else None
    if told is None and _counts_from_now(text, i, word.last, unit, offset):
        told = anchor
    stretch = calendars.unit_stretch(unit, told, offset) if told is not None else None
    return Said(i, word.last, part.prefix if part else word.prefix), stretch


def _counts_from_now(text: TimeText, i: int, last: int, unit: str, offset: int) -> bool:
    """Where no date was told, the month before is that before the document's, and the next what lies ahead."""
    if unit == "D" or not offset:
        return False
    return offset < 0 or tense(text, i, last, planned=True) == "future"


def _counted(text: TimeText, i: int) -> Dated | None:
    """two years later: counted from the date told last, where that is as fine as the unit."""
    before = text.word("beside_count_before", i)
    if text.told is None or not (before or i in text.numbers or text.plain("one", i)):
        return None
    counted = counted_unit(text, before.last if before else i)
    side = before or (text.plain("beside_count", counted.last) if counted else None)
    if counted is None or side is None:
        return None
    counted = finer(counted)
    unit, count = ("D", 7 * (counted.count or 0)) if counted.unit == "W" else (counted.unit, counted.count or 0)
    told = calendars.start_of(text.told, unit) if unit in ("D", "M", "Y") and count == int(count) else None
    stretch = calendars.unit_stretch(unit, told, int(side.payload) * int(count)) if told else None
    prefix = before.prefix if before else counted.prefix
    return (Said(i, max(side.last, counted.last), prefix), stretch) if stretch else None


def _run_up(text: TimeText, i: int, anchor: datetime.date | None) -> Dated | None:
    """the three months to June, the year ended 31 March 2023: a length up to the date that it ends with."""
    counted = _length(text, i)
    joint = text.word("run_up", counted.last) if counted else None
    end = read_said(text, joint.last, anchor) if joint else None
    if counted is None or end is None or end.month is None or end.near is not None:
        return None
    hear(text, end)
    days = resolve(end, anchor)
    start = _start(days[1], counted, end.day is None) if days else None
    if days is None or start is None:
        return None
    return Said(i, end.last, counted.prefix.removesuffix(text.words.article)), (start, days[1])


def _length(text: TimeText, i: int) -> Counted | None:
    """Three months, or one unit with its article."""
    if i in text.numbers or text.words.article:
        found = counted_unit(text, i)
        if found is not None and found.count is not None and found.count == int(found.count):
            return found
    the = text.plain("the", i)
    unit = text.word("unit", the.last if the else i)
    article = text.words.article
    if unit is None or (not the and not (article and unit.prefix.endswith(article))):
        return None
    return Counted(i, unit.last, unit.prefix, unit.payload, Decimal(1))


def _start(end: Day, counted: Counted, whole_month: bool) -> Day | None:
    """The first day of the length that ends on `end`."""
    count = int(counted.count or 0)
    if counted.unit in _DAYS:
        return None if whole_month else calendars.moved(end, 1 - count * _DAYS[counted.unit])
    if counted.unit not in _MONTHS:
        return None
    year, month, day = end
    back = count * _MONTHS[counted.unit]
    if whole_month or day == calendars.month_length(year, month):
        return calendars.whole_months(year, month - back + 1, month)[0]
    first = calendars.whole_months(year, month - back, month)[0]
    same = (first[0], first[1], min(day, calendars.month_length(first[0], first[1])))
    return calendars.moved(same, 1)
