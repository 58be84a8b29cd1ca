"""Dates that count from the document's own date: yesterday, last month, two years ago."""

from __future__ import annotations

import datetime

import claimtrack.mentions.times.calendars as calendars
from claimtrack.mentions.times.durations import Counted, counted_unit, finer, read_chain
from claimtrack.mentions.times.said_dates import Said
from claimtrack.mentions.times.tense import tense
from claimtrack.mentions.times.time_words import TimeText
from claimtrack.mentions.times.years import near_unit
from claimtrack.text.matching import Match

_SATURDAY = 5
_LAST_DAY = 31
_SUPERLATIVE = 7  # words from what is the most to the length in which it is
_WEEK = 7  # days
_ROUNDED = ((1000, "1000Y"), (100, "100Y"))  # how exactly a round number of 1000 years and more tells a date


def read_relative(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """A relative date at token `i`; its stretch stays empty where the document has no date."""
    return (
        _day_word(text, i, anchor)
        or _to_date(text, i, anchor)
        or _weekend(text, i, anchor)
        or _after_next(text, i, anchor)
        or _rest(text, i, anchor)
        or _near(text, i, anchor)
        or _weekday_of_week(text, i, anchor)
        or _day_alone(text, i, anchor)
        or _weekdays_away(text, i, anchor)
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


def _to_date(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """the year to date: from its first day to that of the document."""
    found = text.word("to_date", i)
    stretch = calendars.unit_stretch(found.payload, anchor, 0) if found and anchor else None
    if found is None or stretch is None or anchor is None:
        return None
    return Said(i, found.last, found.prefix, fixed=(stretch[0], calendars.of_date(anchor)))


def _weekend(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """last weekend, over the weekend: Saturday and Sunday."""
    before = text.plain("near_before", i)
    now = text.word("this_weekend", i)
    found = now or text.word("weekend", before.last if before else i)
    if found is None:
        return None
    after = text.word("near_after", found.last)
    near = before or after
    if near is None and now is None and not _is_weekend_alone(text, i):
        return None
    last = after.last if after else found.last
    prefix = _particle(text, found.prefix) if before is None else ""
    if anchor is None:
        return Said(i, last, prefix)
    past = near is None and now is None and tense(text, i, last) != "future" and anchor.weekday() < _SATURDAY
    past = past and not text.before("until", i - 1)
    weeks = int(near.payload) if near else -1 if past else 0
    saturday = anchor + datetime.timedelta(days=_SATURDAY - anchor.weekday() + 7 * weeks)
    days = calendars.of_date(saturday), calendars.of_date(saturday + datetime.timedelta(days=1))
    return Said(i, last, prefix, fixed=days)


def _is_weekend_alone(text: TimeText, i: int) -> bool:
    """over the weekend; "before the weekend" may be the end of the week and stays with its parts."""
    return text.before("weekend_cue", i)


def _after_next(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """the week after next, Friday after next, the year before last."""
    j = text.after("the", i) if text.plain("the", i) else i
    word = text.word("unit", j) or text.word("weekend", j) or text.word("weekday", j)
    after = text.plain("after_next", word.last) if word is not None else None
    if word is not None and after is None and (before := text.plain("before_last", word.last)) is not None:
        unit = word.payload if word.payload.isalpha() and "T" not in word.payload else ""
        definite = j > i or (unit and _is_definite(text, word))
        return _said(i, before.last, _particle(text, word.prefix), anchor, unit, -2) if unit and definite else None
    if word is None or after is None or "T" in word.payload or not (j > i or _is_definite(text, word)):
        return None
    prefix = _particle(text, word.prefix)
    if word.payload.isdigit() or not word.payload:
        weekend = not word.payload
        days = _SATURDAY + 14 if weekend else int(word.payload)
        if anchor is None:
            return Said(i, after.last, prefix)
        ahead = days - anchor.weekday() if weekend else (days - anchor.weekday() - 1) % 7 + 8
        start = anchor + datetime.timedelta(days=ahead)
        stop = start + datetime.timedelta(days=int(weekend))
        return Said(i, after.last, prefix, fixed=(calendars.of_date(start), calendars.of_date(stop)))
    return _said(i, after.last, prefix, anchor, word.payload, 2)


def _is_definite(text: TimeText, word: Match[str]) -> bool:
    """A weekday needs no article in English, a weekend's name holds it in Arabic."""
    article = text.words.article
    return word.prefix.endswith(article) if article and word.payload else not word.payload.isalpha()


def _rest(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """the rest of the year: from the document's date to its end."""
    rest = text.word("rest", i)
    if rest is None or anchor is None or text.word("not_single", rest.last):
        return None
    j = text.after("the", rest.last) if text.plain("the", rest.last) else rest.last
    near = near_unit(text, rest.last) or near_unit(text, j)
    unit = text.word("unit", j)
    if near is None and unit is not None and (j > rest.last or unit.prefix == text.words.article != ""):
        near = unit.payload, 0, unit.last
    if near is None or near[0] not in ("W", "M", "Y", "10Y") or near[1]:
        return None
    if unit is not None and text.words.article and text.folded(unit.last).startswith(text.words.article):
        near = near if near[2] > unit.last else None  # the rest of the school year
    stretch = calendars.unit_stretch(near[0], anchor, 0) if near else None
    fixed = (calendars.of_date(anchor), stretch[1]) if stretch else None
    return Said(i, near[2], rest.prefix, fixed=fixed) if near else None


def _near(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    found = near_unit(text, i)
    if found is None or (text.words.capitals and not _is_near(text, i, found)):
        return None
    word = text.word("near_before", i) or text.word("unit", i)
    prefix = _particle(text, word.prefix) if word else ""
    return _said(i, found[2], prefix, anchor, found[0], found[1])


def _is_near(text: TimeText, i: int, found: tuple[str, int, int]) -> bool:
    """last week; not the last week of the campaign, nor the last day, which is not yesterday."""
    if text.plain("near_before", i) is None or found[0] == "D":
        return False
    return not (found[1] == -1 and text.plain("of_what", found[2]))


def _ago(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """three days ago."""
    before = text.word("ago_before", i)
    counted = counted_unit(text, before.last if before else i)
    if counted is None or counted.count is None:
        return None
    chain = _chain_ago(text, i, before, anchor)
    if chain is not None or _is_year_word(text, counted):
        return chain
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
        stop = text.plain("ago_stop", counted.last)
        if tail is None and stop and not stop.payload:
            return None
        if any(text.word(role, counted.last) for role in ("month", "hijri_month")) and not text.words.capitals:
            return None  # before the month of Ramadan
        last, prefix = tail.last if tail else counted.last, before.prefix
    exact = _to_the_day(text, i, last, prefix, counted, anchor)
    if exact is not None:
        return exact
    if "T" in counted.unit:
        return None  # two hours ago: of a day that the hour does not tell
    if counted.unit == "W":
        return _said(i, last, prefix, anchor, "D", -_WEEK * int(counted.count))  # the same weekday
    unit, count = _rounded(counted.unit, int(counted.count))
    return _said(i, last, prefix, anchor, unit, -count)


def _rounded(unit: str, count: int) -> tuple[str, int]:
    """4,000 years ago: no nearer than its millennium, as 40 centuries ago no nearer than a century."""
    if unit != "Y" or count < _ROUNDED[0][0]:
        return unit, count
    return next(((larger, count // size) for size, larger in _ROUNDED if not count % size), (unit, count))


def _to_the_day(
    text: TimeText, i: int, last: int, prefix: str, counted: Counted, anchor: datetime.date | None
) -> Said | None:
    """eleven years ago today."""
    today, months = text.word("on_this_day", last), {"Y": 12, "M": 1}.get(counted.unit)
    if today is None or anchor is None or months is None or counted.count is None:
        return None
    day = calendars.months_earlier(calendars.of_date(anchor), int(counted.count) * months)
    return Said(i, today.last, prefix, fixed=(day, day))


def _chain_ago(text: TimeText, i: int, before: Match[str] | None, anchor: datetime.date | None) -> Said | None:
    """a year and three months ago: as fine as the last of its units."""
    chain = read_chain(text, before.last if before else i)
    if len(chain) < 2 or anchor is None or text.plain("near_before", i - 1) or text.plain("past_one", i - 1):
        return None
    ago = text.plain("ago", chain[-1].last)
    if text.plain("ago_stop", chain[-1].last) if before else ago is None:
        return None
    last, prefix = (ago.last, chain[0].prefix) if ago else (chain[-1].last, before.prefix if before else "")
    day: calendars.Day | None = calendars.of_date(anchor)
    stretch = None
    for part in chain:
        here = calendars.to_date(day) if day else None
        if here is None or part.count is None or part.count != int(part.count):
            return None
        count, months = int(part.count), {"Y": 12, "M": 1}.get(part.unit)
        if months is None and part.unit not in ("W", "D"):
            return None
        if months is None:
            day = calendars.moved(calendars.of_date(here), -count * (7 if part.unit == "W" else 1))
        else:
            day = calendars.months_earlier(calendars.of_date(here), count * months)
        here = calendars.to_date(day) if day else None
        stretch = calendars.unit_stretch(part.unit, here, 0) if here else None
    return Said(i, last, prefix, fixed=stretch) if stretch else None


def _day_alone(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """on the 15th, in Arabic day 15: of this month, or of the last or next where the verb says so."""
    found = _numbered_day(text, i) if anchor is not None else None
    if found is None or anchor is None:
        return None
    last, day = found
    ahead = tense(text, i, last, planned=True) == "future"
    months = int(day < anchor.day) if ahead else -int(day > anchor.day)
    month = calendars.unit_stretch("M", anchor, months)
    date = (month[0][0], month[0][1], day) if month else None
    return Said(i, last, fixed=(date, date)) if date and calendars.is_day(*date) else None


def _numbered_day(text: TimeText, i: int) -> tuple[int, int] | None:
    """The token behind the number of a day that nothing but "on" or "day" says to be one, and the number."""
    the = text.plain("the", i)
    hit = text.numbers.get(the.last) if the and text.before("day_cue", i) else None
    bare = text.numbers.get(i) if hit is None and text.plain("on_day", i - 1) else None
    hit = hit or bare
    if hit is None or hit.prefix or hit.ordinal == (hit is bare) or hit.written != "digits":
        return None
    last = hit.last
    if (
        not 1 <= hit.value <= _LAST_DAY
        or hit.value != int(hit.value)
        or (text.word("of", last) and not text.plain("counted_within", last))
    ):
        return None
    verb = hit is bare and text.tag(last).startswith("VERB")
    if (text.names_a_thing(last) and not verb) or text.mark(last, "-/:%\u066a\u2013"):
        return None
    return last, int(hit.value)


def _weekday_of_week(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """Thursday of last week, where the day stands without its article before the week."""
    day = text.word("bare_weekday", i)
    week = near_unit(text, day.last) if day else None
    if day is None or week is None or week[0] != "W" or anchor is None:
        return None
    return _said(i, week[2], day.prefix, anchor, "D", 7 * week[1] + int(day.payload) - anchor.weekday())


def _weekdays_away(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """two Thursdays ago, three Fridays from now."""
    hit = text.numbers.get(i)
    days = text.plain("weekdays", hit.last) if hit is not None and not hit.ordinal else None
    if hit is None or days is None or hit.value != int(hit.value):
        return None
    ago = text.plain("ago", days.last)
    side = ago or text.plain("ahead_after", days.last)
    if side is None or anchor is None:
        return None
    count, weekday = int(hit.value), int(days.payload)
    if ago:
        offset = -((anchor.weekday() - weekday - 1) % 7 + 1) - 7 * (count - 1)
    else:
        offset = (weekday - anchor.weekday() - 1) % 7 + 1 + 7 * (count - 1)
    return _said(i, side.last, hit.prefix, anchor, "D", offset)


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
    if counted is not None and text.word("ahead_after", counted.last):
        counted = finer(counted)  # a fortnight from now
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
    if _is_of_the_most(text, i):
        return None
    alone = i == 0 and counted.last == len(text.tokens)
    if not alone and tense(text, i, counted.last, planned=True, counted=True) != "future":
        return None
    return _said(i, counted.last, before.prefix, anchor, counted.unit, int(counted.count))


def _is_of_the_most(text: TimeText, i: int) -> bool:
    """its lowest level in four decades: how long nothing was like it, not when it will be."""
    for k in range(i - 1, max(i - _SUPERLATIVE, -1), -1):
        if text.word("superlative", k) is not None:
            return True
        if text.tokens[k].kind == "mark" or text.tag(k).startswith(("VERB", "AUX")):
            return False
    return False


def _said(first: int, last: int, prefix: str, anchor: datetime.date | None, unit: str, offset: int) -> Said | None:
    stretch = calendars.unit_stretch(unit, anchor, offset) if anchor is not None else None
    if stretch is not None and stretch[0][0] > 9999:
        stretch = None
    return Said(first, last, prefix, fixed=stretch)


def _particle(text: TimeText, prefix: str) -> str:
    """A prefix without the article, which belongs to the words of the date."""
    return prefix.removesuffix(text.words.article)
