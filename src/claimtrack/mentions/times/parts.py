"""One date and the part of it that is meant: early October, the end of 2019, by the end of March.

A part is dated as the whole that it belongs to. Only where the end of a time bounds what is said ("by the end of
March") is it the last day, or the last year of what is longer than one, and only where what is said goes on from
the beginning of a time that is not over ("since the beginning of the year") does it end with the document's date.
"""

from __future__ import annotations

import datetime

import claimtrack.mentions.times.calendars as calendars
from claimtrack.mentions.times.calendars import Stretch
from claimtrack.mentions.times.counted_days import read_counted_day, read_day_of_week
from claimtrack.mentions.times.dates import read_date
from claimtrack.mentions.times.feasts import read_feast
from claimtrack.mentions.times.periods import read_period
from claimtrack.mentions.times.relative import read_relative
from claimtrack.mentions.times.said_dates import Said
from claimtrack.mentions.times.time_words import TimeText
from claimtrack.mentions.times.years import counts_things, read_year


def read_with_part(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """One date at token `i`, after the word for a part of it where that stands there."""
    said = read_said(text, i, anchor)
    part = text.word("part", i) if said is None else None
    if part is None:
        return said
    said = _after_part(text, part.last, anchor)
    if said is not None:
        said.first, said.prefix = i, part.prefix
    return said


def part_meant(text: TimeText, said: Said, whole: Stretch | None, anchor: datetime.date | None) -> Stretch | None:
    """The days that are meant of the days of `said`."""
    part = text.word("part", said.first)
    if whole is None or part is None:
        return whole
    if part.payload == "end" and _is_deadline(text, said.first, part.prefix):
        long = whole[1][0] - whole[0][0] > 1
        return ((whole[1][0], 1, 1), whole[1]) if long else (whole[1], whole[1])
    if part.payload == "start" and anchor is not None and text.before("since", said.first):
        today = calendars.of_date(anchor)
        return (whole[0], today) if whole[0] <= today <= whole[1] else whole
    return whole


def _is_deadline(text: TimeText, first: int, prefix: str) -> bool:
    return prefix in text.words.deadline_particles or text.before("deadline", first)


def read_said(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """What is said of one date at token `i`."""
    return (
        read_feast(text, i, anchor)
        or read_counted_day(text, i, anchor)
        or read_date(text, i, anchor)
        or read_period(text, i, anchor)
        or read_day_of_week(text, i, anchor)
        or read_relative(text, i, anchor)
        or read_year(text, i)
    )


def _after_part(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """early October, the end of 2019, mid-1970s: the whole of what follows."""
    j = i + 1 if text.mark(i, "-‑") else i
    if text.plain("of", j):
        j = text.after("of", j)
    definite = text.plain("the", j) is not None or bool(text.words.article) or text.word("part_of", j - 2) is not None
    if text.plain("the", j):
        j += 1
    return (
        read_said(text, j, anchor)
        or (_this_unit(text, j, anchor) if definite else None)
        or read_year(
            text,
            j,
            sure=text.digits(j, 4, 4) is not None and not text.word("unit", j + 1) and _is_year_part(text, i),
        )
    )


def _this_unit(text: TimeText, j: int, anchor: datetime.date | None) -> Said | None:
    """the end of the year: of the one in which the text was written."""
    unit = text.word("unit", j)
    if unit is None or anchor is None or unit.payload not in ("W", "M", "Y", "10Y", "100Y") or j in text.numbers:
        return None
    if not unit.prefix.endswith(text.words.article):
        return None
    if text.digits(unit.last) is not None and (unit.payload != "Y" or not counts_things(text, unit.last)):
        return None
    if text.words.article and text.folded(unit.last).startswith(text.words.article) and text.names_a_thing(unit.last):
        return None  # the end of the school year
    return Said(j, unit.last, fixed=calendars.unit_stretch(unit.payload, anchor, 0))


def _is_year_part(text: TimeText, i: int) -> bool:
    return text.word("loose_part", i - 1) is None
