"""Dates that count from the document's own date: yesterday, last month, two years ago."""

from __future__ import annotations

import datetime

import claimtrack.mentions.calendars as calendars
from claimtrack.mentions.durations import Counted, counted_unit, finer
from claimtrack.mentions.said_dates import Said
from claimtrack.mentions.tense import tense
from claimtrack.mentions.time_words import TimeText
from claimtrack.mentions.years import near_unit

_SATURDAY = 5


def read_relative(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """A relative date at token `i`; its stretch stays empty where the document has no date."""
    return (
        _day_word(text, i, anchor)
        or _weekend(text, i, anchor)
        or _near(text, i, anchor)
        or _ago(text, i, anchor)
        or _ahead(text, i, anchor)
    )


def _day_word(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    found = text.word("day_word", i)
    if found is None or text.word("not_day_word_after", found.last):
        return None
    if found.last == i + 1 and text.before("not_day_word_before", i):
        return None
    last = found.last
    weekday = text.word("weekday", last)
    if weekday is not None and not weekday.prefix and found.payload in ("0", "-1", "1"):
        last = weekday.last
    return _said(i, last, found.prefix, anchor, "D", int(found.payload))


def _weekend(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """last weekend, over the weekend: Saturday and Sunday."""
    before = text.plain("near_before", i)
    found = text.word("weekend", before.last if before else i)
    if found is None:
        return None
    after = text.word("near_after", found.last)
    near = before or after
    if near is None and not _is_weekend_alone(text, i):
        return None
    last = after.last if after else found.last
    prefix = _particle(text, found.prefix) if before is None else ""
    if anchor is None:
        return Said(i, last, prefix)
    weeks = (
        int(near.payload) if near else -1 if tense(text, i, last) != "future" and anchor.weekday() < _SATURDAY else 0
    )
    saturday = anchor + datetime.timedelta(days=_SATURDAY - anchor.weekday() + 7 * weeks)
    days = calendars.of_date(saturday), calendars.of_date(saturday + datetime.timedelta(days=1))
    return Said(i, last, prefix, fixed=days)


def _is_weekend_alone(text: TimeText, i: int) -> bool:
    """over the weekend; "before the weekend" may be the end of the week and stays with its parts."""
    return text.before("weekend_cue", i)


def _near(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    found = near_unit(text, i)
    if found is None or (text.words.capitals and text.plain("near_before", i) is None):
        return None
    word = text.word("near_before", i) or text.word("unit", i)
    prefix = _particle(text, word.prefix) if word else ""
    return _said(i, found[2], prefix, anchor, found[0], found[1])


def _ago(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """three days ago."""
    before = text.word("ago_before", i)
    counted = counted_unit(text, before.last if before else i)
    if counted is None or counted.count is None or _is_year_word(text, counted):
        return None
    counted = finer(counted)
    if counted.count is None or counted.count != int(counted.count):
        return None
    if before is None:
        after = text.plain("ago", counted.last)
        if after is None:
            return None
        last, prefix = after.last, ""
    else:
        tail = text.plain("time_tail", counted.last)
        if tail is None and text.plain("ago_stop", counted.last):
            return None
        last, prefix = tail.last if tail else counted.last, before.prefix
    return _said(i, last, prefix, anchor, counted.unit, -int(counted.count))


def _is_year_word(text: TimeText, counted: Counted) -> bool:
    """before the year 2050, before the day of the vote: the unit alone, with its number or name after it."""
    alone = counted.count == 1 and counted.first not in text.numbers
    if alone and (text.word("weekday", counted.last) or text.word("month", counted.last)):
        return True
    return alone and (text.digits(counted.last, 3, 4) is not None or counted.last in text.numbers)


def _ahead(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """in two weeks, three days from now: a day to come, where the clause speaks of what will be."""
    before = text.word("ahead_before", i)
    counted = counted_unit(text, before.last if before else i)
    if counted is None or counted.count is None or counted.count != int(counted.count) or "T" in counted.unit:
        return None
    if _is_year_word(text, counted):
        return None
    after = text.word("ahead_after", counted.last)
    if after is not None:
        prefix = before.prefix if before else counted.prefix
        return _said(i, after.last, prefix, anchor, counted.unit, int(counted.count))
    if before is None or anchor is None or text.plain("ago_stop", counted.last):
        return None
    alone = i == 0 and counted.last == len(text.tokens)
    if not alone and tense(text, i, counted.last, planned=True, counted=True) != "future":
        return None
    return _said(i, counted.last, before.prefix, anchor, counted.unit, int(counted.count))


def _said(first: int, last: int, prefix: str, anchor: datetime.date | None, unit: str, offset: int) -> Said | None:
    stretch = calendars.unit_stretch(unit, anchor, offset) if anchor is not None else None
    if stretch is not None and stretch[0][0] > 9999:
        stretch = None
    return Said(first, last, prefix, fixed=stretch)


def _particle(text: TimeText, prefix: str) -> str:
    """A prefix without the article, which belongs to the words of the date."""
    return prefix.removesuffix(text.words.article)
