"""Feasts: days with a name, fixed in the calendar, counted from Easter or of the Islamic year.

Fixed days stand alone; a feast whose name is also that of a season or trade ("Christmas", "Eid") is dated only
with its year, with the word that says which one, or with the number of its day.
"""

from __future__ import annotations

import datetime
from dataclasses import replace

from claimtrack.mentions.times.said_dates import Said
from claimtrack.mentions.times.time_words import TimeText
from claimtrack.mentions.times.years import year_after

_MOST = 7  # days of a feast that are counted


def read_feast(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """A feast at token `i`, or a day of one: Easter Sunday, Christmas 2019, the second day of Eid al-Fitr."""
    counted = _day_of(text, i)
    name = counted[1] if counted else i
    feast, loose = text.word("feast", name), text.word("loose_feast", name)
    found = loose if feast is None or (loose is not None and loose.last > feast.last) else feast
    if found is None or (text.words.capitals and not text.is_capital(name)):
        return None
    said = _named(found.payload, Said(name, found.last, found.prefix))
    if text.words.capitals and text.is_capital(found.last):
        return None  # the Good Friday Agreement
    near = _which(text, said, anchor)
    if counted is not None:
        said = replace(said, first=i, prefix=counted[2], day=(said.day or 1) + counted[0] - 1)
    sure = found is feast or near or counted is not None
    return said if sure else None


def _named(payload: str, said: Said) -> Said:
    """The feast of a payload: month and day, with "h" for the Islamic year, or days after Easter."""
    if payload.startswith("easter"):
        said.after_easter = int(payload.removeprefix("easter"))
    else:
        said.month, said.day = map(int, payload.removesuffix("h").split("-"))
        said.hijri = payload.endswith("h")
    return said


def _which(text: TimeText, said: Said, anchor: datetime.date | None) -> bool:
    """Take the year or the word that says which one: Christmas 2019, last Easter; whether there is one."""
    if (year := year_after(text, said.last, anchor)) is not None:
        said.year, said.last = year[0], year[2]
        return True
    after = text.word("near_after", said.last)
    if after is not None and text.tokens[said.last].spaced:
        said.near, said.last = int(after.payload), after.last
        return True
    before = text.plain("near_before", said.first - 1)
    if before is not None and before.last == said.first:
        said.near, said.first, said.prefix = int(before.payload), said.first - 1, ""
        return True
    return False


def _day_of(text: TimeText, i: int) -> tuple[int, int, str] | None:
    """(number, token of the feast, particles) of "the second day of", which in Arabic stands before "days"."""
    j = text.after("the", i) if text.plain("the", i) else i
    hit = text.numbers.get(j)
    unit = text.word("unit", i)
    if hit is not None and hit.ordinal and hit.value in range(1, _MOST + 1):
        unit = text.plain("unit", hit.last)
        last = unit.last if unit is not None and unit.payload == "D" else None
        of = text.plain("of", last) if last is not None else None
        if last is None or (of is None and not text.words.article):
            return None
        return int(hit.value), of.last if of else last, hit.prefix
    order = text.numbers.get(unit.last) if unit is not None and unit.payload == "D" else None
    if unit is None or order is None or not order.ordinal or order.value not in range(1, _MOST + 1):
        return None
    of = text.plain("of", order.last)
    return (int(order.value), of.last, unit.prefix.removesuffix(text.words.article)) if of else None
