"""What a text says of a date, and which days that means.

A `Said` holds only what the words say (a day, a month, "last"); `resolve` makes it a stretch of days, against
the document's date where the words need one. Without what it needs there is no date.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import claimtrack.mentions.times.calendars as calendars
from claimtrack.mentions.times.calendars import Stretch

_AHEAD = datetime.timedelta(days=30)  # a month without year begins at most so far ahead
_BOUND_AHEAD = datetime.timedelta(days=183)  # the same for what bounds something: the nearest
_DAY_AHEAD = datetime.timedelta(days=60)  # the same for a day


@dataclass(slots=True)
class Said:
    """Tokens `first` to `last` (exclusive) and what they say; `near` is -1 last, 0 this, 1 next.

    `future` and `past` are the time of the verb around the date, `untold` where no verb says it; `bound` dates
    open or end what holds ("from May", "until May"). `on` is the weekday
    beside a day of a month, `nth` what is counted within the rest (a unit or weekday) and its number, `after_easter`
    the days from Easter Sunday to a feast.
    """

    first: int
    last: int
    prefix: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    years: tuple[int, int] | None = None
    months: tuple[int, int] | None = None
    fixed: Stretch | None = None
    near: int | None = None
    hijri: bool = False
    future: bool = False
    past: bool = False
    untold: bool = False
    bound: bool = False
    on: int | None = None
    nth: tuple[str, int] | None = None
    after_easter: int | None = None

    @property
    def is_year(self) -> bool:
        return self.year is not None and self.month is None and self.months is None and self.after_easter is None


def resolve(said: Said, anchor: datetime.date | None) -> Stretch | None:
    """The days that `said` means, None where that cannot be known."""
    whole = _resolve_whole(said, anchor)
    return calendars.counted_within(whole, *said.nth) if whole is not None and said.nth is not None else whole


def _resolve_whole(said: Said, anchor: datetime.date | None) -> Stretch | None:
    if said.fixed is not None:
        return said.fixed
    if said.years is not None:
        return calendars.whole_years(*said.years)
    if said.hijri:
        return _hijri(said, anchor)
    if said.year is not None:
        return _in_year(said, said.year)
    if anchor is None:
        return None
    if said.month is not None or said.months is not None or said.after_easter is not None:
        return _nearest_year(said, anchor)
    return _nearest_weekday(said, anchor) if said.weekday is not None else None


def _in_year(said: Said, year: int) -> Stretch | None:
    if said.after_easter is not None:
        feast = calendars.moved(calendars.easter(year), said.after_easter)
        return (feast, feast) if feast else None
    if said.months is not None:
        return calendars.whole_months(year, *said.months)
    if said.month is None:
        return calendars.whole_years(year, year)
    if said.day is None:
        return calendars.whole_months(year, said.month, said.month)
    day = (year, said.month, said.day)
    return (day, day) if calendars.is_day(*day) else None


def _nearest_year(said: Said, anchor: datetime.date) -> Stretch | None:
    """The latest year in which the date is not too far ahead; "last" is before today, "next" after."""
    here = calendars.of_date(anchor)
    ahead = datetime.timedelta() if said.past else _DAY_AHEAD if said.day else _AHEAD
    ahead = _BOUND_AHEAD if said.bound and not said.past else ahead
    limit = calendars.of_date(anchor + ahead)
    whole = said.day is None and said.untold
    if said.near == 0:
        begun = said.months is not None and said.months[1] - 12 >= anchor.month  # this winter, said in January
        return _in_year(said, anchor.year - 1 if begun else anchor.year)
    if said.on is not None and (found := _on_weekday(said, anchor)):
        return found
    forward = said.near == 1 or (said.future and said.near is None)
    years = range(anchor.year - 1, anchor.year + 9) if forward else range(anchor.year + 1, anchor.year - 9, -1)
    for year in years:
        found = _in_year(said, year)
        if found is None:
            continue
        if forward and (found[0] > here or (said.near is None and found[1] >= here)):
            return found
        if not forward and (
            found[1] < here if said.near == -1 else found[0] <= here or found[0 if whole else 1] <= limit
        ):
            return found
    return None


def _on_weekday(said: Said, anchor: datetime.date) -> Stretch | None:
    """Friday, July 18: the weekday tells this year from the last and the next."""
    for year in (anchor.year, anchor.year - 1, anchor.year + 1):
        found = _in_year(said, year)
        date = calendars.to_date(found[0]) if found else None
        if date is not None and date.weekday() == said.on:
            return found
    return None


def _nearest_weekday(said: Said, anchor: datetime.date) -> Stretch | None:
    assert said.weekday is not None
    back = (anchor.weekday() - said.weekday) % 7
    if said.near == -1 or (said.near is None and not said.future):
        offset = -(back or 7) if said.near == -1 else -back
    else:
        offset = (-back) % 7
        offset = offset or 7 if said.near == 1 else offset
    day = calendars.moved(calendars.of_date(anchor), offset)
    return (day, day) if day else None


def _hijri(said: Said, anchor: datetime.date | None) -> Stretch | None:
    if said.year is not None and said.year > 1700 and said.month is not None:
        return _hijri_in_gregorian_year(said, said.year)
    if said.year is not None:
        return _in_hijri_year(said, said.year)
    return None if anchor is None else _nearest_hijri_year(said, anchor)


def _nearest_hijri_year(said: Said, anchor: datetime.date) -> Stretch | None:
    """Next Ramadan begins after today, last Ramadan ended before it; a bare one is the latest not too far ahead."""
    here, limit = calendars.of_date(anchor), calendars.of_date(anchor + _AHEAD)
    now = calendars.hijri_year_of(anchor)
    forward = said.near == 1 or (said.future and said.near is None)
    for year in range(now, now + 3) if forward else range(now + 1, now - 3, -1):
        found = _in_hijri_year(said, year)
        if found is None:
            continue
        if forward and (found[0] > here or (said.near is None and found[1] >= here)):
            return found
        if not forward and (found[1] < here if said.near == -1 else found[0] <= limit):
            return found
    return None


def _in_hijri_year(said: Said, year: int) -> Stretch | None:
    if not 1 <= year <= 1700:
        return None
    if said.month is None:
        return calendars.hijri_year(year)
    if said.day is None:
        return calendars.hijri_month(year, said.month)
    if not 1 <= said.day <= 30:
        return None
    day = calendars.hijri_day(year, said.month, said.day)
    return day, day


def _hijri_in_gregorian_year(said: Said, year: int) -> Stretch | None:
    """Ramadan 2024: that which begins in 2024."""
    first = calendars.hijri_year_of(datetime.date(year, 1, 1)) if year < 9999 else 0
    for hijri in (first, first + 1):
        found = _in_hijri_year(said, hijri)
        if found is not None and found[0][0] == year:
            return found
    return None
