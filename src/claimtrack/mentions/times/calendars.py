"""Calendars: days, months and years as numbers, before our era too, and the Islamic calendar.

A `Day` is (year, month, day) of the proleptic Gregorian calendar with astronomical years (0 is 1 BC). Hijri
days are converted with the tabular Islamic calendar (civil epoch, 30-year cycle with 11 leap years), so that
a day may differ by one or two from the moon as it was sighted.
"""

from __future__ import annotations

import datetime

Day = tuple[int, int, int]
Stretch = tuple[Day, Day]

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ORDINAL_OF_JULIAN_DAY = 1721425
_MONTH, _YEAR = 28, 365  # days
_HALF_MONTH = 15


def iso(day: Day) -> str:
    """ISO 8601, with a sign before our era: -0499-01-01."""
    year, month, number = day
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{number:02d}"


def month_length(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _LENGTHS[month - 1]


def is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def whole_years(first: int, last: int) -> Stretch:
    return (first, 1, 1), (last, 12, 31)


def whole_months(year: int, first: int, last: int) -> Stretch:
    """From month `first` to `last`; a month above 12 lies in the next year."""
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    start_year, start_month = year + (first - 1) // 12, (first - 1) % 12 + 1
    return (start_year, start_month, 1), (end_year, end_month, month_length(end_year, end_month))


def of_date(date: datetime.date) -> Day:
    return date.year, date.month, date.day


def to_date(day: Day) -> datetime.date | None:
    """The day as a `datetime.date`, None outside its range."""
    try:
        return datetime.date(*day)
    except ValueError:
        return None


def moved(day: Day, days: int) -> Day | None:
    """`days` later, or earlier where negative."""
    date = to_date(day)
    try:
        return of_date(date + datetime.timedelta(days=days)) if date else None
    except OverflowError:
        return None


def months_earlier(day: Day, months: int) -> Day:
    """The same day `months` before, or the last of a shorter month."""
    year, month = divmod(12 * day[0] + day[1] - 1 - months, 12)
    return year, month + 1, min(day[2], month_length(year, month + 1))


def hijri_day(year: int, month: int, day: int) -> Day:
    """The Gregorian day of a day of the tabular Islamic calendar."""
    julian = (11 * year + 3) // 30 + 354 * year + 30 * month - (month - 1) // 2 + day + 1948440 - 385
    return of_date(datetime.date.fromordinal(julian - _ORDINAL_OF_JULIAN_DAY))


def hijri_month(year: int, month: int) -> Stretch:
    following = hijri_day(year + month // 12, month % 12 + 1, 1)
    return hijri_day(year, month, 1), moved(following, -1) or following


def hijri_year(year: int) -> Stretch:
    return hijri_day(year, 1, 1), hijri_month(year, 12)[1]


def hijri_year_of(date: datetime.date) -> int:
    """The Hijri year in which a Gregorian day falls."""
    year = (date.year - 622) * 33 // 32
    while hijri_day(year + 1, 1, 1) <= of_date(date):
        year += 1
    return year


def easter(year: int) -> Day:
    """Easter Sunday of the Gregorian calendar, by the rule of 1583 (Meeus, Astronomical Algorithms, chapter 8)."""
    century, rest = divmod(year, 100)
    leaps = century // 4
    moon = (19 * (year % 19) + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return year, month, day + 1


def start_of(stretch: Stretch, unit: str) -> datetime.date | None:
    """The first day of a stretch that is no longer than one `unit`, None for a longer one or before our era."""
    first, last = to_date(stretch[0]), to_date(stretch[1])
    if first is None or last is None:
        return None
    return first if (last - first).days < {"D": 1, "W": 7, "M": 31, "Q": 92, "Y": 366}[unit] else None


def years_later(stretch: Stretch, years: int) -> Stretch | None:
    """The same months of another year, for a stretch of whole months or of part of a year; None for any other."""
    first, last = to_date(stretch[0]), to_date(stretch[1])
    if first is None or last is None or not _MONTH <= (last - first).days + 1 < _YEAR:
        return None
    (year, month, day), (end_year, end_month, end_day) = stretch
    whole = end_day == month_length(end_year, end_month)
    longest = month_length(end_year + years, end_month)
    return (year + years, month, day), (end_year + years, end_month, longest if whole else min(end_day, longest))


def counted_within(whole: Stretch, what: str, number: int) -> Stretch | None:
    """The nth (-1 for the last) day "D", seven days "W", "weekend" or weekday (0 to 6) within `whole`.

    A weekday with a question mark is day `number` where that falls on it; "week of" is the week of the first day,
    "half" one of the two of a month.
    """
    first, last = to_date(whole[0]), to_date(whole[1])
    if first is None or last is None:
        return None
    if what == "week of":
        return unit_stretch("W", first, 0)
    if what == "half":
        middle = moved(whole[0], _HALF_MONTH)
        return (whole[0], moved(middle, -1) or whole[1]) if number == 1 and middle else (middle or whole[0], whole[1])
    week, days = datetime.timedelta(days=7), datetime.timedelta(days={"W": 6, "weekend": 1}.get(what, 0))
    weekday = int(what[0]) if what[0].isdigit() else 5 if what == "weekend" else None
    step = datetime.timedelta(days=1) if what == "D" else week
    if what.endswith("?") and (first + datetime.timedelta(days=number - 1)).weekday() == weekday:
        start = first + datetime.timedelta(days=number - 1)
    elif number > 0:
        start = first + datetime.timedelta(days=(weekday - first.weekday()) % 7 if weekday is not None else 0)
        start += (number - 1) * step
    else:
        start = last - days
        start -= datetime.timedelta(days=(start.weekday() - weekday) % 7 if weekday is not None else 0)
    end = min(start + days, last) if what == "W" else start + days
    return (of_date(start), of_date(end)) if first <= start <= last else None


def unit_stretch(unit: str, anchor: datetime.date, offset: int) -> Stretch | None:
    """The whole day, week (Monday to Sunday), month, … that lies `offset` units from that of `anchor`."""
    try:
        return _unit_stretch(unit, anchor, offset)
    except (OverflowError, ValueError):
        return None


def _unit_stretch(unit: str, anchor: datetime.date, offset: int) -> Stretch | None:
    if unit == "D":
        day = of_date(anchor + datetime.timedelta(days=offset))
        return day, day
    if unit == "W":
        monday = anchor + datetime.timedelta(days=7 * offset - anchor.weekday())
        return of_date(monday), of_date(monday + datetime.timedelta(days=6))
    if unit == "M":
        return whole_months(anchor.year, anchor.month + offset, anchor.month + offset)
    if unit == "Q":
        first = (anchor.month - 1) // 3 * 3 + 1 + 3 * offset
        return whole_months(anchor.year, first, first + 2)
    if unit == "Y":
        return whole_years(anchor.year + offset, anchor.year + offset)
    if unit == "10Y":
        first = anchor.year // 10 * 10 + 10 * offset
        return whole_years(first, first + 9)
    if unit == "100Y":
        first = (anchor.year - 1) // 100 * 100 + 1 + 100 * offset
        return whole_years(first, first + 99)
    if unit == "1000Y":
        first = (anchor.year - 1) // 1000 * 1000 + 1 + 1000 * offset
        return whole_years(first, first + 999)
    return None
