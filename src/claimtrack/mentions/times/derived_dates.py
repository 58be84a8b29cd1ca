"""Dates that a text gives by their distance from another.

"Twelve days after his arrest, he spoke on 6 September 2024" dates the arrest; "two days after the vote of
6 September 2024" dates what happened then.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import claimtrack.mentions.times.calendars as calendars
from claimtrack.languages import Language
from claimtrack.mentions.hits import Hit
from claimtrack.mentions.times.time_words import TimeText, time_words
from claimtrack.model import Date, Duration
from claimtrack.text.tokens import Token

_REACH = 80  # tokens either side in which the other date is sought
_PARTS = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$")


@dataclass(frozen=True, slots=True)
class DerivedDate:
    """The date of the event whose words are tokens `event_first` to `event_last` (exclusive).

    `whose`: "event" for what the distance counts from, "sentence" for what the sentence itself tells; the
    event words are then those of the distance.
    """

    event_first: int
    event_last: int
    date: Date
    whose: Literal["event", "sentence"]


def derive_dates(tokens: Sequence[Token], language: Language, hits: Sequence[Hit]) -> list[DerivedDate]:
    """All dates of one sentence that follow from a distance and another date."""
    text = TimeText(tokens, time_words(language.code), ())
    dates = [hit for hit in hits if isinstance(hit.value, Date)]
    found = []
    for hit in hits:
        if isinstance(hit.value, Duration) and (gap := _gap(text, hit)) is not None:
            derived = _derive(text, hit, hit.value.duration, gap, dates)
            if derived is not None:
                found.append(derived)
    return found


def _gap(text: TimeText, hit: Hit) -> tuple[int, int] | None:
    """(1 for after or -1 for before, first token of the event)."""
    after = text.plain("gap_after", hit.last)
    if after is None:
        return None
    if after.payload:
        return (1 if after.payload == "after" else -1), after.last
    for first in range(max(hit.first - 3, 0), hit.first):
        before = text.word("gap_before", first)
        if before is not None and before.last == hit.first:
            return (1 if before.payload == "after" else -1), after.last
    return None


def _derive(text: TimeText, hit: Hit, duration: str, gap: tuple[int, int], dates: Sequence[Hit]) -> DerivedDate | None:
    sign, first = gap
    left, right = _sentence(text, hit.first)
    low, high = (bisect_left(dates, end, key=lambda date: date.first) for end in (left, right))
    inside = dates[low:high]
    late = [date for date in inside if date.first >= first]
    end = _event_end(text, first, right, late[0].first if late else right)
    within = [date for date in late if date.first < end]
    main = [date for date in late if date.first >= end] or [date for date in inside if date.last <= hit.first][-1:]
    if within:
        moved = None if main else _moved(within[0], duration, sign, hit)
        return DerivedDate(hit.first, end, moved, "sentence") if moved else None
    moved = _moved(main[0], duration, -sign, hit) if main else None
    return DerivedDate(first, end, moved, "event") if moved else None


def _sentence(text: TimeText, i: int) -> tuple[int, int]:
    left = right = i
    while left > max(0, i - _REACH) and not text.mark(left - 1, ".!?\u061f;\u061b"):
        left -= 1
    while right < min(len(text.tokens), i + _REACH) and not text.mark(right, ".!?\u061f;\u061b"):
        right += 1
    return left, right


def _event_end(text: TimeText, first: int, right: int, date: int) -> int:
    """The event goes up to the last comma before the next date, or to the first comma where none follows."""
    commas = [k for k in range(first, right) if text.mark(k, ",\u060c")]
    before = [k for k in commas if k < date]
    return before[-1] if before and date < right else (commas[0] if commas else right)


def _moved(date: Hit, duration: str, sign: int, hit: Hit) -> Date | None:
    """The date moved by the duration, no finer than its unit: a year after a day is a whole year."""
    match = _PARTS.match(duration)
    if match is None or not isinstance(date.value, Date):
        return None
    years, months, weeks, days = (int(part or 0) for part in match.groups())
    start = datetime.date.fromisoformat(date.value.start) if date.value.start[0] != "-" else None
    if start is None:
        return None
    is_day = date.value.start == date.value.end
    stretch = None
    if (days or weeks) and not years and not months:
        stretch = calendars.unit_stretch("D", start, sign * (7 * weeks + days)) if is_day else None
    elif months and not days and not weeks:
        stretch = calendars.unit_stretch("M", start, sign * (12 * years + months)) if is_day else None
    elif years and not days and not weeks:
        stretch = calendars.unit_stretch("Y", start, sign * years)
    if stretch is None:
        return None
    return Date(start=calendars.iso(stretch[0]), end=calendars.iso(stretch[1]), span=hit.value.span)  # type: ignore[union-attr]
