"""Numbers, days, lengths of time and countries as people type them, in the digits and words of any language."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from claimtrack.errors import UsageError
from claimtrack.languages import codes, load
from claimtrack.languages.messages import say
from claimtrack.mentions.numbers.finding import find_numbers
from claimtrack.mentions.places.finding import find_places
from claimtrack.model import Place
from claimtrack.text.tokens import Token, tokenize

_DECIMAL = re.compile(r"[-+]?\d+(\.\d+)?")
_DAY = re.compile(r"(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_LENGTH = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?")
_GROUPS = str.maketrans("", "", "_ \u00a0\u202f")
_MANY = 60
UNITS = ("PT*M", "PT*H", "P*D", "P*W", "P*M", "P*Y")
"""Units of a length of time: ISO 8601 with a star for the number."""


def number(text: str) -> Decimal:
    """A number: plain digits, or as a statement would write it (12,000,000; twelve million)."""
    plain = ascii_digits(text).translate(_GROUPS)
    if _DECIMAL.fullmatch(plain):
        return Decimal(plain)
    sign, rest = (-1, text.strip()[1:]) if plain.startswith("-") else (1, text)
    for language, tokens in _readings(rest):
        hits = find_numbers(tokens, load(language))
        if len(hits) == 1 and (hits[0].first, hits[0].last) == (0, len(tokens)):
            return sign * hits[0].value
    raise UsageError(say("no_number", text=text[:_MANY]), say("number_as", example="12.5"))


def _readings(text: str) -> Iterator[tuple[str, Sequence[Token]]]:
    return ((language, tokenize(text)) for language in codes())


def ascii_digits(text: str) -> str:
    """The same with digits 0 to 9 for those of any script."""
    return "".join(str(int(each)) if each.isdecimal() else each for each in text.strip())


def days(text: str) -> tuple[str, str]:
    """The first and last day of a day, month or year."""
    found = _DAY.fullmatch(ascii_digits(text))
    if found:
        year, month, day = found.groups()
        last_month = month or "12"
        last = day or (str(_last(int(year), int(last_month))) if 1 <= int(last_month) <= 12 else "0")
        first = f"{year}-{month or '01'}-{day or '01'}"
        if _is_day(int(year), int(month or 1), int(day or 1)):
            return first, f"{year}-{last_month}-{last}"
    raise UsageError(say("no_day", text=text[:_MANY]), say("day_as"))


def _last(year: int, month: int) -> int:
    return monthrange(_alike(year), month)[1]


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(_alike(year), month, day)
    except ValueError:
        return False
    return True


def _alike(year: int) -> int:
    """A year that Python's calendar knows, with the same months: it begins at 1, ours goes back further."""
    return year if year > 0 else year % 400 + 400


def length(text: str, unit: str) -> str:
    """A length of time in ISO 8601: a number and one of UNITS, or ISO 8601 itself."""
    plain = ascii_digits(text).upper()
    made = unit.replace("*", plain) if unit in UNITS and plain.isdecimal() else plain
    if not _LENGTH.fullmatch(made):
        raise UsageError(say("no_length", text=text[:_MANY]), say("length_as"))
    return made


def length_parts(iso: str) -> tuple[str, str]:
    """The number and the unit of a length; what has no single unit comes back as it is, with no unit."""
    for unit in UNITS:
        before, _, after = unit.partition("*")
        digits = iso.removeprefix(before).removesuffix(after)
        if digits.isdecimal() and unit.replace("*", digits) == iso:
            return digits, unit
    return iso, ""


def pieces(iso: str) -> list[tuple[int, str]]:
    """The numbers of a length of time, each with its unit of UNITS; none where it is no such length."""
    found = _LENGTH.fullmatch(iso)
    if not found or found[8]:
        return []
    units = ("P*Y", "P*M", "P*W", "P*D", None, "PT*H", "PT*M")
    return [(int(part[:-1]), unit) for part, unit in zip(found.groups()[:7], units, strict=True) if part and unit]


def shortest(start: str, end: str) -> tuple[str, str]:
    """Two days as people write them: a whole year or month, or a single day, needs no second part."""
    for whole in (start[:-6], start[:-3], start):
        if _DAY.fullmatch(whole) and days(whole) == (start, end):
            return whole, ""
    return start, end


def country(text: str) -> str:
    """The code of a country that is given by code or by name."""
    if text.isascii() and len(text) == 2 and text.isalpha():
        return text.upper()
    for language, tokens in _readings(text):
        hits = find_places(tokens, load(language))
        if len(hits) == 1 and isinstance(hits[0].value, Place) and hits[0].last - hits[0].first == len(tokens):
            return hits[0].value.code
    raise UsageError(say("no_place", text=text[:_MANY]), say("place_as"))
