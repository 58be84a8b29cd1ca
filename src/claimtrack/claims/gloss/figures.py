"""A claim's values as a gloss writes them: quantities, durations, frequencies and dates, as short as can be."""

from __future__ import annotations

from decimal import Decimal

from claimtrack.languages import lexicon
from claimtrack.model.mentions import Date, Quantity

DASH = "–"
_SCALES = ((Decimal(10) ** 12, "T"), (Decimal(10) ** 9, "B"), (Decimal(10) ** 6, "M"))
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
_PERIODS = {"P1D": "daily", "P1W": "weekly", "P1M": "monthly", "P1Y": "yearly", "PT1H": "hourly"}
_SYMBOLS = {"percent": "%", "kilometre": " km", "metre": " m", "kilogram": " kg", "degree Celsius": " °C"}


def quantity(found: Quantity) -> str:
    """The number with its bound, unit and rate: ">12M subscribers", "≥1M posts daily"."""
    sign = "" if found.comparator == "=" else found.comparator
    if found.value is None:
        number = DASH.join(_number(end) for end in (found.low, found.high) if end is not None)
    else:
        number = _number(found.value)
    line = f"{sign}{number}{_unit(found)}"
    rate = _PERIODS.get(found.per or "")
    return f"{line} {rate}" if rate else f"{line} per {duration(found.per)}" if found.per else line


def _unit(found: Quantity) -> str:
    """The unit in English; one that no list knows is left out rather than shown in another script."""
    unit = found.unit
    if not unit or not unit.isascii():
        return ""
    if unit in _SYMBOLS:
        return _SYMBOLS[unit]
    if unit.isupper() and len(unit) == 3:
        return " " + unit
    return " " + (unit if found.value == 1 else lexicon.plural(unit))


def _number(value: Decimal) -> str:
    for scale, letter in _SCALES:
        if abs(value) >= scale:
            return f"{(value / scale).normalize():f}"[:6].rstrip(".") + letter
    whole = value == value.to_integral_value()
    return f"{int(value):,}" if whole else f"{value.normalize():f}"


def duration(iso: str) -> str:
    """An ISO 8601 duration in words: "P2Y6M" is "2 years 6 months"."""
    words: list[str] = []
    number, clock = "", ""
    for char in iso.lstrip("P"):
        if char == "T":
            clock = "T"
        elif char.isdigit() or char == ".":
            number += char
        elif number:
            unit = _UNITS.get(clock + char, char)
            words.append(f"{number} {unit}" + ("" if number == "1" else "s"))
            number = ""
    return " ".join(words) or iso


def frequency(period: str) -> str:
    """How often: "daily", "every 2 weeks"."""
    return _PERIODS.get(period) or f"every {duration(period)}"


def date(found: Date) -> str:
    """The days as shortly as they can be said: a whole month as 2024-08, a whole year as 1996."""
    start, end = found.start, found.end
    if start == end:
        return start
    if start[:-6] == end[:-6]:
        if start.endswith("-01-01") and end.endswith("-12-31"):
            return _year(start[:-6])
        if start[-5:-3] == end[-5:-3] and start.endswith("-01") and int(end[-2:]) >= 28:
            return start[:-3]
    if start.endswith("-01-01") and end.endswith("-12-31"):
        return f"{_year(start[:-6])}{DASH}{_year(end[:-6])}"
    return f"{start}{DASH}{end}"


def _year(year: str) -> str:
    return f"{1 - int(year)} BC" if year.startswith("-") else year.lstrip("0") or "1 BC"
