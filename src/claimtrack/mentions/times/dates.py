"""Dates: days, months and numeric dates in every common order, with or without their year."""

from __future__ import annotations

import datetime

from claimtrack.mentions.numbers.finding import NumberHit
from claimtrack.mentions.times.calendars import month_length, to_date, unit_stretch
from claimtrack.mentions.times.said_dates import Said
from claimtrack.mentions.times.tense import tense
from claimtrack.mentions.times.time_words import TimeText
from claimtrack.mentions.times.years import near_of, year_after, year_of_beside

_SEPARATORS = "/-.–"
_TWENTY = 20
_MONTHS = 12
_LEAP = 2000  # a year that has all days of the calendar
_MOST_WEEKDAYS = 5  # of one name in a month: "the second Sunday" is no day but a count


def read_date(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """A date with a month at token `i`: weekday, day and month in either order, year."""
    weekday = _weekday(text, i)
    if weekday is not None:
        said = _day_and_month(text, _after_weekday(text, weekday[1]), anchor)
        if said is not None and said.day is not None:
            said.first, said.prefix, said.on = i, weekday[2], weekday[0]
            return said
        return _weekday_and_day(text, i, weekday, anchor) or _weekday_alone(text, i, weekday, anchor)
    return numeric_date(text, i) or _day_and_month(text, i, anchor)


def _weekday(text: TimeText, i: int) -> tuple[int, int, str, bool] | None:
    """(weekday, token after, prefix, short form)."""
    for role in ("weekday", "weekday_short"):
        found = text.word(role, i)
        if found is not None and (text.is_capital(i) or not text.words.capitals):
            last = found.last + 1 if role == "weekday_short" and text.mark(found.last, ".") else found.last
            return int(found.payload), last, found.prefix, role == "weekday_short"
    return None


def _after_weekday(text: TimeText, i: int) -> int:
    while text.mark(i, ",\u060c(") or text.plain("the", i):
        i += 1
    return text.after("equivalent", i)


def _weekday_and_day(
    text: TimeText, i: int, weekday: tuple[int, int, str, bool], anchor: datetime.date | None
) -> Said | None:
    """Tuesday the 19th: of this month, or of the next or last where only there it falls on that weekday."""
    day = read_day(text, _after_weekday(text, weekday[1]))
    if day is None or anchor is None or not _is_named_day(text, day):
        return None
    ahead = tense(text, i, day[1], planned=True) == "future"
    for months in (0, 1, -1) if ahead else (0, -1, 1):
        month = unit_stretch("M", anchor, months)
        days = unit_stretch("D", datetime.date(*month[0]), day[0] - 1) if month else None
        date = to_date(days[0]) if month and days and days[0] <= month[1] else None
        if date is not None and date.weekday() == weekday[0]:
            return Said(i, day[1], weekday[2], fixed=days)
    return None


def _is_named_day(text: TimeText, day: tuple[int, int, str]) -> bool:
    """Whether the number beside a weekday is a day: the 19th, not "on Friday 15 people" nor the second Sunday."""
    value, last, _ = day
    ordinal = any(hit.last == last and hit.ordinal for hit in text.numbers.values())
    if text.words.capitals:
        return ordinal and not text.names_a_thing(last)
    return value > _MOST_WEEKDAYS if ordinal else not text.names_a_thing(last) and not text.mark(last, ":%/\u066a-")


def _weekday_alone(
    text: TimeText, i: int, weekday: tuple[int, int, str, bool], anchor: datetime.date | None
) -> Said | None:
    number, last, prefix, short = weekday
    if short or text.before("not_weekday_before", i) or text.plain("after_next", last):
        return None
    if any(hit.ordinal and hit.last == i for hit in text.numbers.values()):
        return None  # the first Sunday of the month
    said = Said(i, last, prefix, weekday=number)
    week = near_of(text, text.after("from", last))
    if week is not None and week[0] == "W" and anchor is not None:
        days = unit_stretch("D", anchor, 7 * week[1] + number - anchor.weekday())
        return Said(i, week[2], prefix, fixed=days)
    _take_near(text, said)
    return said


def _day_and_month(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    day = read_day(text, i)
    if day is not None:
        glued = text.mark(day[1], "-/") and not text.tokens[day[1]].spaced
        said = read_month(text, day[1] + 1 if glued else text.after("of", day[1]))
        near = near_of(text, day[1]) if said is None and anchor is not None else None
        if near is not None and near[0] == "M":
            return _day_of_near_month(i, day, near, anchor)
        if said is None or said.day is not None or said.prefix or _is_count(text, i, day[1]):
            return None
        said.first, said.day, said.prefix = i, day[0], day[2]
    else:
        said = read_month(text, i)
        if said is None:
            return None
        if said.day is None:
            _take_day(text, said)
    _take_year(text, said, anchor)
    if said.year is None:
        _take_near(text, said)
    return said if _is_plausible(text, said) else None


def _is_count(text: TimeText, i: int, last: int) -> bool:
    """Whether a number counts something within a month: down from 24 in July, but not the 24th in July."""
    hit = text.numbers.get(i)
    return text.plain("counted_within", last) is not None and not (hit is not None and hit.ordinal)


def _day_of_near_month(
    i: int, day: tuple[int, int, str], near: tuple[str, int, int], anchor: datetime.date | None
) -> Said | None:
    """the sixth of last month."""
    stretch = unit_stretch("M", anchor, near[1]) if anchor is not None else None
    if stretch is None:
        return None
    year, month, _ = stretch[0]
    return Said(i, near[2], day[2], year=year, month=month, day=day[0])


def read_day(text: TimeText, i: int) -> tuple[int, int, str] | None:
    """(day of the month, token after, prefix): 6, 6th, the sixth."""
    j = text.after("the", i) if text.plain("the", i) else i
    hit = text.numbers.get(j)
    if (second := _twenty_second(text, j, hit)) is not None:
        return second
    if hit is not None and hit.ordinal and hit.value in range(1, 32):
        return int(hit.value), hit.last, hit.prefix
    article = text.words.article
    if hit is not None and article and hit.prefix.endswith(article) and hit.value in (20, 30):
        return (int(hit.value), hit.last, hit.prefix) if text.word("of", hit.last) else None  # the twentieth of July
    if hit is not None and article and hit.written == "words" and hit.value in range(11, 32) and not hit.prefix:
        return (int(hit.value), hit.last, "") if text.plain("month", hit.last) else None  # fifteen July
    value = text.digits(j, 1, 2)
    return (value, j + 1, "") if value is not None and 1 <= value <= 31 else None


def _twenty_second(text: TimeText, i: int, hit: NumberHit | None) -> tuple[int, int, str] | None:
    """The twenty second of June, without a hyphen: what reads as a unit of time is the last part of the number."""
    if hit is None or hit.value != _TWENTY or hit.written != "words" or not text.words.capitals:
        return None
    unit = text.plain("unit", hit.last)
    if unit is None or unit.payload != "TS" or text.word("not_single", hit.last):
        return None
    return (_TWENTY + 2, unit.last, "") if text.word("month", text.after("of", unit.last)) else None


def read_month(text: TimeText, i: int) -> Said | None:
    """The name of a month of either calendar, after "the month of" where that stands there."""
    word = text.word("month_word", i)
    j = word.last if word else i
    for role in ("hijri_month", "month"):
        found = text.word(role, j)
        if found is None or (text.words.capitals and not text.is_capital(j)) or (word and found.prefix):
            continue
        last = found.last + 1 if _is_abbreviated(text, found.last) else found.last
        last = _second_name(text, role, found.payload, last)
        return Said(
            i,
            last,
            word.prefix if word else found.prefix,
            month=int(found.payload),
            hijri=role == "hijri_month",
        )
    return None


def _is_abbreviated(text: TimeText, last: int) -> bool:
    """Sept. 6: the point belongs to the month when the day or year follows."""
    return text.mark(last, ".") and len(text.tokens[last - 1].text) <= 4 and text.digits(last + 1) is not None


def _second_name(text: TimeText, role: str, payload: str, last: int) -> int:
    """September/Elul, أكتوبر تشرين الأول: the same month in two naming systems."""
    found = text.word(role, last + 1 if text.mark(last, "/(") else last)
    if found is None or found.payload != payload or found.prefix:
        return last
    return found.last + 1 if text.mark(found.last, ")") else found.last


def _take_day(text: TimeText, said: Said) -> None:
    """September 6, October the 12th; not the 20 of "May 2010" nor of "May 20 percent"."""
    day = read_day(text, said.last)
    if day is None or day[2] or text.mark(day[1], "%") or day[1] in text.percent:
        return
    if not text.words.month_first and (
        text.digits(said.last, 1, 2) is None or text.names_a_thing(day[1]) or text.mark(day[1], "\u066a:/")
    ):
        return
    said.day, said.last = day[0], day[1]


def _take_year(text: TimeText, said: Said, anchor: datetime.date | None) -> None:
    found = year_after(text, said.last, anchor)
    if found is None:
        return
    hijri_name = said.hijri
    said.year, said.last = found[0], found[2]
    if found[1] and not hijri_name:
        said.year = None
    if hijri_name and said.year is not None and text.plain("era_hijri", said.last):
        said.last += 1


def _take_near(text: TimeText, said: Said) -> None:
    """last Friday, next May, the following March; in Arabic the word stands after the name."""
    if said.month is not None and said.day is None and year_of_beside(text, said, said.month):
        return
    after = text.word("near_after", said.last)
    if after is not None and text.tokens[said.last].spaced and text.word("near_before", said.last) is None:
        said.near, said.last = int(after.payload), after.last
        return
    for first in (said.first - 2, said.first - 1):
        before = text.plain("near_before", first)
        if before is not None and before.last == said.first:
            said.near, said.first, said.prefix = int(before.payload), first, ""
            return


def _is_plausible(text: TimeText, said: Said) -> bool:
    """A month that is another word too needs a day, a year or a word of time before it."""
    if said.day is not None or said.year is not None or said.near is not None:
        return True
    if text.word("month_word", said.first) is not None:
        return True
    careful = text.word("careful", said.first)
    if careful is None:
        return True
    if said.prefix == text.words.joiner != "" and text.word("month", said.first - 1) is not None:
        return True  # July and August
    before = said.first - 1 if text.mark(said.first - 1, "-\u2011") else said.first  # mid-April
    return text.before("month_cue", before) or text.word("part", before - 1) is not None


def numeric_date(text: TimeText, i: int) -> Said | None:
    """2024-09-06, 6/9/2024, 06.09.2024, 3 - 5 - 1926, 08/2015."""
    token = text.token(i)
    if token is None or token.kind != "number":
        return None
    parts = token.norm.split(".")
    if len(parts) == 3 and all(part.isdigit() for part in parts) and len(parts[2]) == 4:
        return _ordered(text, i, i + 1, parts, "/")
    mark = text.token(i + 1)
    if mark is None or mark.text not in _SEPARATORS:
        return None
    if not text.mark(i + 3, mark.text):
        return (_month_in_digits(text, i) or _day_in_digits(text, i)) if mark.text in "/-" else None
    parts = [text.folded(k) for k in (i, i + 2, i + 4)]
    spaced = {text.tokens[k].spaced for k in range(i + 1, min(i + 5, len(text.tokens)))}
    even = spaced == {False} or (spaced == {True} and len(parts[2]) == 4 and mark.text in "/-")
    if not even or not all(part.isdigit() for part in parts) or text.mark(i + 5, mark.text):
        return None
    return _ordered(text, i, i + 5, parts, mark.text)


def _month_in_digits(text: TimeText, i: int) -> Said | None:
    """08/2015; behind a word of time 3/2015 and 2015-3 too: a month and a year of our time."""
    cue = text.before("month_cue", i)
    first = text.digits(i, 4, 4) if cue else None
    month = text.digits(i, 1 if cue else 2, 2) if first is None else text.digits(i + 2, 1, 2)
    year = first or text.digits(i + 2, 4, 4)
    glued = not any(token.spaced for token in text.tokens[i + 1 : i + 3])
    if month is None or year is None or not glued or not 1 <= month <= 12 or not 1900 <= year <= 2100:
        return None
    if text.mark(i - 1, "/-") or text.word("unit", i + 3) or (text.mark(i + 1, "-") and not cue):
        return None
    if first is not None and text.mark(i + 1, "-\u2013/") and month > first % 100:
        return None  # 2011-12 are years
    return Said(i, i + 3, year=year, month=month)


def _day_in_digits(text: TimeText, i: int) -> Said | None:
    """on 22/4, 4/22: a day and a month behind a word for a day; what could be either is only day first."""
    if not text.mark(i + 1, "/") or not text.plain("date_cue", i - 1):
        return None
    day, month = text.digits(i, 1, 2), text.digits(i + 2, 1, 2)
    glued = not any(token.spaced for token in text.tokens[i + 1 : i + 3])
    of_all = text.word("of", i + 3) and not text.plain("counted_within", i + 3)  # in 3/4 of the cases
    if not day or not month or not glued or of_all or text.mark(i + 3, "%/\u066a"):
        return None
    if month > _MONTHS:
        day, month = month, day
    elif day <= _MONTHS and text.words.month_first:
        return None
    return Said(i, i + 3, month=month, day=day) if day <= month_length(_LEAP, month) and month <= _MONTHS else None


def _ordered(text: TimeText, first: int, last: int, parts: list[str], mark: str) -> Said | None:
    """Which of three numbers is the year, the month and the day."""
    a, b, c = map(int, parts)
    if len(parts[0]) == 4:
        year, month, day = a, b, c
    elif len(parts[2]) == 4 or (len(parts[2]) == 2 and mark == "/"):
        year = c if len(parts[2]) == 4 else c + (2000 if c < 70 else 1900)
        month, day = (a, b) if text.words.month_first and a <= 12 else (b, a)
        month, day = (day, month) if month > 12 else (month, day)
    else:
        return None
    return Said(first, last, year=year, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None
