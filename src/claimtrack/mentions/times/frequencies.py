"""Frequencies: daily, every four years, twice a week."""

from __future__ import annotations

from decimal import Decimal

from claimtrack.mentions.times.durations import counted_unit, iso_duration
from claimtrack.mentions.times.time_words import TimeText

_MOST = 12  # of the rank of what comes back: every twelfth month
Frequent = tuple[int, str, str]  # token after, attached particles, ISO period


def read_frequency(text: TimeText, i: int) -> Frequent | None:
    """A frequency at token `i`."""
    return (
        _every_other(text, i)
        or _every_named(text, i)
        or _every_counted(text, i)
        or _fixed(text, i)
        or _on_weekdays(text, i)
        or _times_a(text, i)
    )


def _fixed(text: TimeText, i: int) -> Frequent | None:
    found = text.word("frequency", i)
    if found is None or text.word("weekday", found.last) or text.digits(found.last) is not None:
        return None
    if text.before("not_frequency_before", i) or text.word("not_frequency_after", found.last):
        return None
    if text.words.article and found.prefix.endswith(text.words.article) and text.before("measured_yearly", i):
        return None  # the yearly inflation
    return found.last, found.prefix, found.payload


def _every_named(text: TimeText, i: int) -> Frequent | None:
    """every Tuesday, every January."""
    every = text.word("every", i)
    if every is None:
        return None
    unit = text.word("unit", every.last)
    for j in (every.last, unit.last if unit else every.last):
        for role, period in (("weekday", "P1W"), ("month", "P1Y")):
            found = text.word(role, j)
            if found is not None and (text.is_capital(j) or not text.words.capitals):
                return found.last, every.prefix, period
    bare = text.word("bare_weekday", unit.last if unit else every.last)
    return (bare.last, every.prefix, "P1W") if bare and not bare.prefix else None


def _on_weekdays(text: TimeText, i: int) -> Frequent | None:
    """on Mondays; "the three Mondays" and "on Mondays in June" are days."""
    days = text.word("weekdays", i)
    if days is None or i - 1 in text.numbers or (text.words.capitals and not text.is_capital(i)):
        return None
    if text.word("not_frequency_after", days.last):
        return None  # Fridays for Future
    if text.word("weekday", days.last) or text.plain("near_before", i - 1) or text.word("near_after", days.last):
        return None
    return days.last, days.prefix, "P1W"


def _every_other(text: TimeText, i: int) -> Frequent | None:
    """every other day, every second Friday, every third year."""
    other, every = text.plain("every_other", i), text.plain("every", i)
    rank = text.numbers.get(every.last) if every and not other else None
    if other is None and (rank is None or not rank.ordinal or not 1 < rank.value <= _MOST):
        return None
    last, count = (rank.last, rank.value) if rank is not None else (other.last if other else i, Decimal(2))
    weekday, unit = text.plain("weekday", last), text.plain("unit", last)
    if weekday is not None and text.is_capital(weekday.first):
        return weekday.last, "", iso_duration([("W", count)])
    return (unit.last, "", iso_duration([(unit.payload, count)])) if unit is not None else None


def _every_counted(text: TimeText, i: int) -> Frequent | None:
    """every four years."""
    every = text.word("every", i)
    counted = counted_unit(text, every.last) if every else None
    if every is None or counted is None or counted.count is None or counted.count <= 0:
        return None
    if not text.words.capitals and counted.count == 1 and counted.first not in text.numbers:
        return None
    return counted.last, every.prefix, iso_duration([(counted.unit, counted.count)])


def _times_a(text: TimeText, i: int) -> Frequent | None:
    """twice a week."""
    hit = text.numbers.get(i)
    times = text.plain("times_word", hit.last) if hit else text.word("times_word", i)
    if times is None:
        return None
    one = text.numbers.get(times.last)
    after = one.last if one is not None and one.value == 1 and not one.ordinal else times.last
    per = text.plain("per", after)
    unit = text.word("unit", per.last if per else times.last)
    period = None
    if unit is not None and _is_dated(text, unit.last):
        return None  # twice in the year 1974, three times during the last year
    if per is not None and unit is not None:
        letter = unit.payload
        period = "PT1" + letter[1:] if letter[0] == "T" else "P1" + letter if letter[0].isalpha() else "P" + letter
        return unit.last, hit.prefix if hit else times.prefix, period
    fixed = text.plain("frequency", times.last)
    return (fixed.last, hit.prefix if hit else times.prefix, fixed.payload) if fixed else None


def _is_dated(text: TimeText, i: int) -> bool:
    """Whether what stands at token `i` says which year, month or day the unit before it is."""
    named = any(text.plain(role, i) for role in ("month", "hijri_month", "weekday", "near_after"))
    return named or text.digits(i, 3, 4) is not None
