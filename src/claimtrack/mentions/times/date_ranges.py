"""One date or a range of two: 1914-1918, between 1991 and 1997, 3-5 May 2021, from June to August 2023."""

from __future__ import annotations

import datetime
from dataclasses import replace

import claimtrack.mentions.times.calendars as calendars
from claimtrack.mentions.quantities.unit_words import unit_words
from claimtrack.mentions.quantities.units import unit_after
from claimtrack.mentions.times.calendars import Stretch
from claimtrack.mentions.times.dates import read_date, read_day
from claimtrack.mentions.times.parts import part_meant, read_with_part
from claimtrack.mentions.times.said_dates import Said, resolve
from claimtrack.mentions.times.tense import follows_past, tense
from claimtrack.mentions.times.time_words import TimeText
from claimtrack.mentions.times.years import read_year

_NEGATED = 6  # words from a negation to the date
_OPENING = 1  # words of an "until" that opens its sentence
_DASHES = "-–—/"
_LIFE = 12  # years between two days that are those of a life rather than of one event
_FLASHBACK = 2  # months that a story without a date of its own may go back

Dated = tuple[Said, Stretch | None]


def read_range(text: TimeText, i: int, anchor: datetime.date | None) -> Dated | None:
    """The date or range at token `i` and its days, None for days that cannot be known."""
    days = _days_of_month(text, i, anchor)
    if days is not None:
        return days
    said = read_with_part(text, i, anchor)
    if said is None:
        return None
    hear(text, said)
    nights = _night_between(text, said, anchor)
    if nights is not None:
        return nights
    other = _second(text, said, anchor)
    if other is not None:
        if said.is_year and other.is_year and _is_measured(text, other.last):
            return None
        _hear_with(text, said, other)
    if anchor is None:
        _take_told_year(text, other or said)
    if other is None:
        return _equivalent(text, said, anchor) or (said, part_meant(text, said, resolve(said, anchor), anchor))
    return _joined(said, other, anchor)


def _is_measured(text: TimeText, i: int) -> bool:
    """from 1800 to 2200 metres: what stands behind two numbers measures them."""
    if not text.words.language.data("units"):
        return False
    unit = unit_after(text.tokens, i, unit_words(text.words.language.code), False, False)
    return unit is not None and unit.kind in ("measure", "currency", "percent")


def _hear_with(text: TimeText, said: Said, other: Said) -> None:
    """The end of a range lies where its beginning does; two months only where the verb itself looks ahead."""
    if other.day is not None:
        other.future, other.past, other.untold = said.future, said.past, said.untold
    elif other.month is not None and said.month is not None and said.near is None:
        other.future = other.future or tense(text, said.first, said.last) == "future"


def hear(text: TimeText, said: Said) -> None:
    """Note whether the clause speaks of what was or of what will be."""
    marked = bool(text.words.imperfect_heads)  # an imperfect is surer than a present in -s, which is a plural too
    planned = bool(said.weekday is not None or said.day or said.nth) or (marked and said.month is not None)
    spoken = tense(text, said.first, said.last, planned)
    said.future, said.past = said.future or spoken == "future", spoken == "past"
    said.untold = spoken is None and bool(text.tags)
    said.bound = spoken is None and (text.before("effective", said.first) or text.before("until", said.first))
    held = said.first > _OPENING and text.before("until", said.first) and not _began_then(text, said.first)
    if said.weekday is not None and held:
        said.future, said.past = True, False  # stays valid, or was closed, until Friday: the day is still to come


def _began_then(text: TimeText, first: int) -> bool:
    """did not arrive until Wednesday."""
    return any(text.word("not_until", k) for k in range(max(first - _NEGATED, 0), first))


def _take_told_year(text: TimeText, said: Said) -> None:
    """In a text without a date of its own, a day or month belongs to the year told last, or to the next.

    What was done was not done in a year that lies ahead, and what is to come does not come in one that is over,
    unless the same sentence tells it of the past ("said that it would"). What goes on in a month, and is not told as
    past, goes on every year ("frozen from November to April").
    """
    told = text.been if said.past else text.told
    if said.future and text.told == text.been and not follows_past(text, said.first):
        return
    if said.month is None or said.year is not None or said.near is not None or said.hijri or told is None:
        return
    if said.day is None and not said.past:
        return
    year, month, _ = told[0]
    said.year = year if said.month >= month - _FLASHBACK else year + 1


def _days_of_month(text: TimeText, i: int, anchor: datetime.date | None) -> Dated | None:
    """3-5 May 2021, May 3-5."""
    day = read_day(text, i)
    if day is not None:
        joint, both = _joint(text, day[1], i), text.plain("and", day[1])
        said = read_date(text, joint or (both.last if both else day[1]), anchor) if joint or both else None
        if (
            said is None
            or (joint is None and said.day != day[0] + 1)
            or said.day is None
            or said.month is None
            or said.weekday is not None
            or said.day <= day[0]
        ):
            return None
        said.first = i
        hear(text, said)
        return _joined(replace(said, day=day[0], prefix=day[2]), said, anchor)
    ahead = text.words.month_first or text.word("month", i) or text.word("month_word", i)
    said = read_date(text, i, anchor) if ahead else None
    if said is None or said.day is None or said.year is not None:
        return None
    joint = _joint(text, said.last, i)
    day = read_day(text, joint) if joint is not None else None
    if day is None or joint is None or day[0] <= said.day or read_date(text, joint, anchor) is not None:
        return None
    hear(text, said)
    year = read_year(text, day[1] + 1, sure=True) if text.mark(day[1], ",") else read_year(text, day[1], sure=True)
    end = replace(said, day=day[0], last=year.last if year else day[1], year=year.year if year else None)
    return _joined(said, end, anchor)


def _joint(text: TimeText, i: int, first: int) -> int | None:
    """The token after a word or dash that joins the ends of a range."""
    if text.mark(i, _DASHES[:3]) or _is_season_slash(text, i):
        return i + 1
    found = text.word("to", i)
    if found is not None:
        return found.last
    if not any(text.word("between", k) for k in range(max(first - 3, 0), first)):
        return None
    joined = text.plain("and", i)
    return joined.last if joined else (i if _has_joiner(text, i) else None)


def _is_season_slash(text: TimeText, i: int) -> bool:
    """2019/20: the year that begins in one and ends in the next."""
    first, second = text.digits(i - 1, 4, 4), text.digits(i + 1, 2, 4)
    return text.mark(i, "/") and first is not None and second in (first + 1, (first + 1) % 100)


def _has_joiner(text: TimeText, i: int) -> bool:
    """Whether "and" is attached to the month or weekday at token `i`."""
    found = text.word("month", i) or text.word("weekday", i)
    return found is not None and found.prefix == text.words.joiner != ""


def _second(text: TimeText, said: Said, anchor: datetime.date | None) -> Said | None:
    """The other end of a range that begins with `said`."""
    joint = _joint(text, said.last, said.first)
    if joint is None:
        return _month_after(text, said, anchor)
    dash = text.mark(joint - 1, _DASHES[:3]) or _is_season_slash(text, joint - 1)
    joint = text.after("the", joint) if said.years is not None and text.plain("the", joint) else joint
    if said.is_year and said.year is not None:
        short = text.digits(joint, 2, 2)
        if dash and short is not None and short > said.year % 100 and not text.mark(joint + 1, "-/"):
            return Said(joint, joint + 1, year=said.year - said.year % 100 + short)
        if dash and text.tokens[joint - 1].spaced != text.tokens[min(joint, len(text.tokens) - 1)].spaced:
            return None
        year = read_year(text, joint, sure=not text.word("unit", joint + 1)) or _early_year(text, joint, said.year)
        if year is not None:
            return year
    other = read_with_part(text, joint, anchor)
    if other is None:
        return None
    if (said.weekday is None) != (other.weekday is None) and (said.near is None or other.day is None):
        return None
    return None if dash and _is_life(said, other) else other


def _is_life(said: Said, other: Said) -> bool:
    """2 March 1871 – 19 August 1934: the days of a birth and a death, years apart, are two dates."""
    whole = said.day is not None and other.day is not None
    return whole and said.year is not None and other.year is not None and other.year - said.year >= _LIFE


def _early_year(text: TimeText, i: int, first: int) -> Said | None:
    """between the years 661 and 750."""
    value = text.digits(i, 3, 4)
    if not 100 <= first < 1000 or value is None or not first < value <= first + 300 or text.word("unit", i + 1):
        return None
    return Said(i, i + 1, year=value)


def _month_after(text: TimeText, said: Said, anchor: datetime.date | None) -> Said | None:
    """July and August: two months side by side are one stretch."""
    if said.month is None or said.day is not None or said.year is not None or said.near is not None or said.hijri:
        return None
    joined = text.plain("and", said.last)
    other = read_date(text, joined.last if joined else said.last, anchor)
    if other is None or other.day is not None or other.month != said.month + 1 or other.hijri:
        return None
    attached = text.word("and", said.last) is not None or other.prefix == text.words.joiner != ""
    if not joined and not attached:
        return None
    other.future, other.past = said.future, said.past
    return other


def _night_between(text: TimeText, said: Said, anchor: datetime.date | None) -> Dated | None:
    """The night from one weekday to the next, both named side by side."""
    if said.weekday is None or said.day is not None or said.near is not None:
        return None
    if not text.before("night", said.first) and text.word("night", said.first) is None:
        return None
    last = said.last + 1 if text.mark(said.last, "-\u2013") else said.last
    other = text.word("weekday", last)
    if other is None or other.prefix or int(other.payload) != (said.weekday + 1) % 7:
        return None
    stretch = resolve(Said(said.first, other.last, weekday=int(other.payload), future=said.future), anchor)
    start = calendars.moved(stretch[0], -1) if stretch else None
    whole = replace(said, last=other.last)
    return (whole, (start, stretch[1])) if start and stretch else (whole, None)


def _joined(said: Said, other: Said, anchor: datetime.date | None) -> Dated:
    """From the start of one to the end of the other; what only one of them names holds for both."""
    end = resolve(other, anchor)
    early = replace(said)
    named = early.year is not None or early.years is not None or early.fixed is not None
    if not named and early.weekday is None and other.month is not None and end:
        if early.month is None:
            early.month = other.month
        early.year = end[0][0] - (1 if (early.month or 0) > (other.month or 0) else 0)
        early.hijri = False
        if other.hijri:
            early.year, early.hijri = other.year, True
    if early.is_year and other.is_year and (other.year or 0) <= 0 < (early.year or 0):
        early.year = 1 - (early.year or 0)
    start = resolve(early, anchor)
    if start and said.near is not None and said.weekday is not None and other.weekday is not None:
        day = calendars.moved(start[0], (other.weekday - said.weekday) % 7)  # from next Monday to Friday
        end = (day, day) if day and other.near is None else end
    merged = replace(said, last=other.last)
    if start is None or end is None or start[0] > end[1]:
        return (merged, None) if anchor is None else (said, resolve(said, anchor))
    return merged, (start[0], end[1])


def _equivalent(text: TimeText, said: Said, anchor: datetime.date | None) -> Dated | None:
    """1 Muharram 1445, corresponding to 19 July 2023: the Gregorian date is the surer one."""
    if not said.hijri:
        return None
    j = said.last + 1 if text.mark(said.last, "(/,\u060c") else said.last
    word = text.word("equivalent", j)
    if word is None and not text.mark(said.last, "(/"):
        return None
    if said.is_year:
        other = read_year(text, word.last if word else j)
        whole = other is not None and not other.hijri
    else:
        other = read_date(text, word.last if word else j, anchor)
        whole = other is not None and other.day is not None and not other.hijri
    if other is None or not whole:
        return None
    return replace(other, first=said.first, prefix=said.prefix), resolve(other, anchor)
