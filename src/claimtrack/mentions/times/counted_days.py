"""Days counted within a longer time: the first Monday of May, the last week of July, the week of 7 October.

Weeks of a month or year are counted from its first day, seven days each: the first week of May ends on the 7th,
and the last is its last seven days.
"""

from __future__ import annotations

import datetime
from dataclasses import replace

from claimtrack.mentions.times.calendars import unit_stretch
from claimtrack.mentions.times.dates import read_date
from claimtrack.mentions.times.periods import read_numbered
from claimtrack.mentions.times.said_dates import Said
from claimtrack.mentions.times.time_words import TimeText
from claimtrack.mentions.times.years import near_unit, read_year

_HALVES = [(1, 6), (7, 12)]  # months
_MOST = 5  # a month has at most five of each weekday

Counted = tuple[str, int, int, str]  # what is counted, its number (-1 for the last), token after, particles


def read_counted_day(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """The nth or last day, weekday, week or weekend of a month or year at token `i`."""
    counted = _order_before(text, i) or _order_after(text, i) or _half(text, i)
    if counted is None:
        return _week_of(text, i, anchor)
    what, number, last, prefix = counted
    whole = _whole(text, last, anchor, what)
    if whole is None:
        return None
    return replace(whole, first=i, prefix=prefix, nth=(what, number))


def _order_before(text: TimeText, i: int) -> Counted | None:
    """the first Monday, the last week; in Arabic without the article."""
    j = text.after("the", i) if text.plain("the", i) else i
    hit, final = text.numbers.get(j), text.word("order_last", j)
    if final is not None:
        number, last, prefix = -1, final.last, final.prefix
    elif (
        hit is not None
        and hit.ordinal
        and 1 <= hit.value <= _MOST
        and not hit.prefix.endswith(text.words.article or "-")
    ):
        number, last, prefix = int(hit.value), hit.last, hit.prefix
    else:
        return None
    if (found := text.plain("weekend", last)) is not None:
        return "weekend", number, found.last, prefix
    unit = text.plain("unit", last)
    for role in ("weekday", "bare_weekday"):
        for k in (last, unit.last if unit is not None and unit.payload == "D" else last):
            named = text.plain(role, k)
            if named is not None and (text.is_capital(k) or not text.words.capitals):
                return named.payload, number, named.last, prefix
    if unit is None or unit.payload not in ("D", "W") or text.word("not_single", last):
        return None
    return unit.payload, number, unit.last, prefix


def _order_after(text: TimeText, i: int) -> Counted | None:
    """The week the first, the Monday the last: the order after what it counts, both with the article."""
    article = text.words.article
    if not article:
        return None
    unit = text.word("unit", i)
    if unit is not None and (unit.payload not in ("D", "W") or not unit.prefix.endswith(article)):
        return None
    found = unit or text.word("weekday", i)
    if found is None:
        return None
    final, hit = text.plain("final", found.last), text.numbers.get(found.last)
    prefix = found.prefix.removesuffix(article)
    if final is not None:
        return found.payload, -1, final.last, prefix
    if hit is None or not hit.ordinal or not hit.prefix.endswith(article) or not 1 <= hit.value <= _MOST:
        return None
    # "Tuesday the third of May" is the 3rd where that is a Tuesday
    return found.payload + ("" if unit else "?"), int(hit.value), hit.last, prefix


def _half(text: TimeText, i: int) -> Counted | None:
    """The first half, whose month must follow."""
    found = read_numbered(text, i)
    if found is None or found[0] not in _HALVES:
        return None
    return "half", _HALVES.index(found[0]) + 1, found[1], found[2]


def _whole(text: TimeText, i: int, anchor: datetime.date | None, what: str) -> Said | None:
    """The month, or for days and weeks the year, that the count is of."""
    within = text.plain("within", i)
    j = within.last if within else i
    near = near_unit(text, j)
    if near is not None and (near[0] == "M" or (near[0] == "Y" and what in ("D", "W"))):
        said = not within and near[0] == "M"
        return None if said or anchor is None else Said(i, near[2], fixed=unit_stretch(near[0], anchor, near[1]))
    month = read_date(text, j, anchor)
    if month is not None and month.month is not None:
        return month if month.day is None and (within or month.prefix) else None
    return read_year(text, j, sure=True) if within and what in ("D", "W") else None


def _week_of(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """the week of 7 October: the one in which that day lies."""
    unit = text.word("unit", i)
    if unit is None or unit.payload != "W" or (unit.prefix and text.words.capitals):
        return None
    of = text.plain("of", unit.last)
    if text.words.article:  # no word joins the day to its week
        of = unit if not unit.prefix.endswith(text.words.article) and text.digits(unit.last, 1, 2) else None
    if of is None or text.plain("one", i - 1) or text.word("not_single", i):
        return None
    day = read_date(text, of.last, anchor)
    if day is None or day.day is None or day.month is None:
        return None
    return replace(day, first=i, prefix=unit.prefix, nth=("week of", 0))


def read_day_of_week(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """last week on Friday, next week between Tuesday and Thursday: days of a week named before them."""
    week = near_unit(text, i)
    if week is None or week[0] != "W" or anchor is None:
        return None
    if text.words.capitals and text.plain("near_before", i) is None:
        return None
    stretch = unit_stretch("W", anchor, week[1])
    days = _weekdays(text, week[2])
    if stretch is None or days is None:
        return None
    first, last, end = days
    monday = datetime.date(*stretch[0])
    start, stop = (unit_stretch("D", monday, day) for day in (first, last))
    word = text.word("near_before", i) or text.word("unit", i)
    prefix = word.prefix.removesuffix(text.words.article) if word else ""
    return Said(i, end, prefix, fixed=(start[0], stop[0])) if start and stop else None


def _weekdays(text: TimeText, i: int) -> tuple[int, int, int] | None:
    """(first weekday, last weekday, token after) at token `i`."""
    joined = text.plain("between", i) or text.plain("from", i)
    one = _weekday(text, joined.last if joined else i)
    if one is None:
        return None
    if joined is None:
        follows = text.words.capitals and text.is_capital(one[1])
        return None if follows or read_day_after(text, one[1]) else (one[0], one[0], one[1])
    to = text.plain("to", one[1]) or text.plain("and", one[1])
    two = _weekday(text, to.last if to else one[1], text.words.joiner)
    return (one[0], two[0], two[1]) if two is not None and two[0] > one[0] else None


def _weekday(text: TimeText, i: int, joiner: str = "") -> tuple[int, int] | None:
    j = i + 1 if text.is_possessive(i) else i
    j = text.after("day_cue", j) if text.plain("day_cue", j) else j
    unit = text.plain("unit", j)
    j = unit.last if unit is not None and unit.payload == "D" else j
    for role in ("weekday", "weekday_short"):
        found = text.word(role, j)
        if found is not None and found.prefix in ("", joiner) and (text.is_capital(j) or not text.words.capitals):
            return int(found.payload), found.last
    return None


def read_day_after(text: TimeText, i: int) -> bool:
    """Whether the weekday before token `i` goes on with a day of its own."""
    return i in text.numbers or text.digits(i) is not None or text.word("month", i) is not None
