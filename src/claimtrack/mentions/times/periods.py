"""Periods: seasons, quarters, halves, decades and centuries."""

from __future__ import annotations

import datetime
from decimal import Decimal

from claimtrack.mentions.numbers.finding import NumberHit
from claimtrack.mentions.quantities.unit_words import unit_words
from claimtrack.mentions.quantities.units import currency_before, unit_after
from claimtrack.mentions.times.said_dates import Said
from claimtrack.mentions.times.tense import tense
from claimtrack.mentions.times.time_words import TimeText
from claimtrack.mentions.times.years import near_unit, year_after, year_of_beside

_QUARTER = 2  # months after its first
_THIS_CENTURY = 2001


def read_period(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """A season, quarter, half, decade or century at token `i`."""
    years = read_century(text, i) or _decade_of_century(text, i) or read_decade(text, i)
    return years or _part_of_year(text, i, anchor) or _part_of_its(text, i, anchor) or _season(text, i, anchor)


def _part_of_its(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """last year's fourth quarter, 2023's first half: the part after its year."""
    if not text.words.capitals:
        return None
    year = text.digits(i, 4, 4)
    last = i + 1
    if year is None:
        near = near_unit(text, i) if anchor is not None and text.plain("near_before", i) else None
        if near is None or anchor is None or near[0] != "Y":
            return None
        year, last = anchor.year + near[1], near[2]
    if not text.is_possessive(last):
        return None
    found = read_numbered(text, last + 1) or _last_part(text, last + 1)
    return Said(i, found[1], year=year, months=found[0]) if found else None


def _season(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    found = text.word("season", i)
    if found is None:
        return None
    low, high = map(int, found.payload.split("-"))
    said = Said(i, found.last, found.prefix, months=(low, high))
    year = year_after(text, found.last, anchor)
    if year is not None and not year[1]:
        said.year, said.last = year[0], year[2]
        if text.mark(said.last, "-–/") and text.digits(said.last + 1, 2, 4) in (
            (said.year + 1) % 100,
            said.year + 1,
        ):
            said.last += 2
        return said
    if year_of_beside(text, said, low):
        return said
    after = text.word("near_after", found.last)
    before = text.plain("near_before", i - 1)
    if after is not None:
        said.near, said.last = int(after.payload), after.last
    elif before is not None:
        said.near, said.first, said.prefix = int(before.payload), i - 1, ""
    return said if said.near is not None or _take_told_season(text, said, anchor) else None


def _take_told_season(text: TimeText, said: Said, anchor: datetime.date | None) -> bool:
    """in the autumn, until the spring: the last one where the verb tells what was, the next one of what will be."""
    if anchor is None or said.months is None or not text.before("season_cue", said.first):
        return False
    if not said.prefix.endswith(text.words.article) or text.word("of_what", said.last) or _has_adjective(text, said):
        return False
    spoken, year = tense(text, said.first, said.last), anchor.year
    low, high = said.months
    if spoken == "past":
        said.year = year if low <= anchor.month else year - 1
    elif spoken == "future":
        said.year = year + 1 if high < anchor.month else year
    return spoken is not None


def _has_adjective(text: TimeText, said: Said) -> bool:
    """the Arab spring: in Arabic an adjective with its article stands behind the season."""
    article = text.words.article
    return bool(article) and text.folded(said.last).startswith(article) and text.names_a_thing(said.last)


def _part_of_year(text: TimeText, i: int, anchor: datetime.date | None) -> Said | None:
    """the third quarter of 2023, Q3 2023, the last quarter of the year, the first six months of 2017."""
    found = _lettered(text, i) or read_numbered(text, i)
    named = found is not None
    found = found or _last_part(text, i)
    begins = found is None
    found = found or _first_months(text, i)
    if found is None:
        return None
    months, last, prefix = found
    year = year_after(text, last, anchor)
    if year is not None:
        return Said(i, year[2], prefix, year=year[0], months=months) if not year[1] else None
    opens = begins and months[0] == 1
    return _part_of_years(text, i, found) or _quarter_of_now(text, i, anchor, found, (named, named or opens))


def _part_of_years(text: TimeText, i: int, found: tuple[tuple[int, int], int, str]) -> Said | None:
    """the first half of the 19th century: as much of its years as the months are of a year."""
    (low, high), last, prefix = found
    of = text.word("of", last)
    if of is None and not text.words.article:
        return None
    j = of.last if of else last
    whole = read_century(text, j) or read_decade(text, j)
    if whole is None or whole.years is None:
        return None
    first, length = whole.years[0], whole.years[1] - whole.years[0] + 1
    years = first + length * (low - 1) // 12, first + length * high // 12 - 1
    return Said(i, whole.last, prefix, years=years)


def _last_part(text: TimeText, i: int) -> tuple[tuple[int, int], int, str] | None:
    """the last quarter, whose year must follow: "last quarter" alone is the one before this."""
    final = text.plain("final", i)
    for role, number in (("quarter", 4), ("half", 2)):
        found = text.plain(role, final.last) if final else text.word(role, i)
        if found is None:
            continue
        last = found.last if final else text.after("final", found.last)
        if final or last > found.last:
            return _months(role == "quarter", number, last, found.prefix)
    return None


def _first_months(text: TimeText, i: int) -> tuple[tuple[int, int], int, str] | None:
    """the first six months, the last two quarters, whose year must follow."""
    j = text.after("the", i) if text.plain("the", i) else i
    hit, final = text.numbers.get(j), text.plain("final", j)
    if (hit is not None and hit.ordinal and hit.value == 1) or final is not None:
        counted = text.numbers.get(hit.last if hit is not None and final is None else j + 1)
        unit = text.plain("unit", counted.last) if counted else None
        last = unit.last if unit else i
        return _run_of_months(unit.payload if unit else "", counted, final is None, last, "")
    unit = text.word("unit", i)
    counted = text.numbers.get(unit.last) if unit else None
    if unit is None or counted is None or counted.ordinal:
        return None
    order, final = text.numbers.get(counted.last), text.word("final", counted.last)
    if final is None and (order is None or not order.ordinal or order.value != 1):
        return None
    last = final.last if final else order.last if order else counted.last
    return _run_of_months(unit.payload, counted, final is None, last, unit.prefix)


def _run_of_months(
    unit: str, counted: NumberHit | None, first: bool, last: int, prefix: str
) -> tuple[tuple[int, int], int, str] | None:
    length = {"M": 1, "Q": 3}.get(unit)
    if length is None or counted is None or counted.value != int(counted.value):
        return None
    months = length * int(counted.value)
    return ((1, months) if first else (13 - months, 12), last, prefix) if 1 <= months <= 11 else None


def _quarter_of_now(
    text: TimeText,
    i: int,
    anchor: datetime.date | None,
    found: tuple[tuple[int, int], int, str],
    sure: tuple[bool, bool],
) -> Said | None:
    """in the third quarter: that of the document's year, or of the year before where it lies ahead.

    `sure`: whether a number names the part, and whether it may lie in no year of its own. Only a quarter with its
    number always does, a half and the first months where trade is told of.
    """
    (low, high), last, prefix = found
    of = text.plain("of", last)
    if anchor is None:
        return None
    if of is not None:
        unit = text.word("unit", of.last + (1 if text.plain("the", of.last) else 0))
        if unit is None or unit.payload != "Y":
            return None
        return Said(i, unit.last, prefix, year=anchor.year, months=(low, high))
    if not (sure[0] and high - low == _QUARTER) and (
        not sure[1] or _is_of_something(text, last) or not _tells_of_trade(text)
    ):
        return None
    begun = low if high - low == _QUARTER else high  # what is told of a half year is told when it is over
    ahead = begun > anchor.month and tense(text, i, last) != "future"
    return Said(i, last, prefix, year=anchor.year - (1 if ahead else 0), months=(low, high))


def _is_of_something(text: TimeText, last: int) -> bool:
    """the first six months of his term."""
    return text.word("of_what", last) is not None or text.word("of", last) is not None


def _tells_of_trade(text: TimeText) -> bool:
    """Whether the sentence tells of money or growth, whose halves are those of a year and not of a match."""
    if text.percent or any(text.word("trade", k) for k in range(len(text.tokens))):
        return True
    if not text.words.language.data("units"):
        return False
    words = unit_words(text.words.language.code)
    units = [unit_after(text.tokens, number.last, words, number.scaled, False) for number in text.numbers.values()]
    signs = [currency_before(text.tokens, number.first, words) for number in text.numbers.values()]
    return any(unit is not None and unit.kind == "currency" for unit in (*units, *signs))


def _lettered(text: TimeText, i: int) -> tuple[tuple[int, int], int, str] | None:
    letter, number = text.plain("quarter_letter", i), text.digits(i + 1, 1, 1)
    if letter is None or number is None or text.tokens[i + 1].spaced:
        return None
    return _months(letter.payload == "Q", number, i + 2, "")


def read_numbered(text: TimeText, i: int) -> tuple[tuple[int, int], int, str] | None:
    """The third quarter, the first half: its months, the token after and the particles."""
    j = text.after("the", i) if text.plain("the", i) else i
    hit = text.numbers.get(j)
    if hit is not None and hit.ordinal:
        last = hit.last + 1 if text.mark(hit.last, "-\u2011") else hit.last
        for role in ("quarter", "half"):
            found = text.plain(role, last)
            if found is not None:
                return _months(role == "quarter", int(hit.value), found.last, "")
    for role in ("quarter", "half"):
        found = text.word(role, i)
        hit = text.numbers.get(found.last) if found else None
        if found is not None and hit is not None and hit.ordinal:
            return _months(role == "quarter", int(hit.value), hit.last, found.prefix)
    return None


def _months(quarter: bool, number: int, last: int, prefix: str) -> tuple[tuple[int, int], int, str] | None:
    length, most = (3, 4) if quarter else (6, 2)
    return ((length * (number - 1) + 1, length * number), last, prefix) if 1 <= number <= most else None


def read_decade(text: TimeText, i: int) -> Said | None:
    """1960s, the '60s, the sixties."""
    value = text.digits(i, 2, 4)
    if value is not None:
        mark = text.plain("decade_mark", i + 1)
        if mark is None or value % 10 or text.tokens[i + 1].spaced:
            return None
        era = text.plain("era_bc", mark.last)
        if era is not None:
            return Said(i, era.last, years=(1 - value - 9, 1 - value))
        if 100 <= value < 1000 and text.before("the", i):
            return Said(i, mark.last, years=(value, value + 9))
        if value >= 1000:
            return Said(i, mark.last, years=(value, value + (99 if value % 100 == 0 and value != 2000 else 9)))
        if value < 100 and text.mark(i - 1, "'’‘"):
            return Said(i - 1, mark.last, years=(1900 + value, 1909 + value))
        if 20 <= value < 100 and (text.mark(i - 1, "-\u2011") or text.before("part", i) or text.before("the", i)):
            return Said(i, mark.last, years=(1900 + value, 1909 + value))
        return None
    found = text.word("decade", i)
    if found is None or text.before("not_decade_before", i) or text.word("not_decade_after", found.last):
        return None
    if text.before("not_decade_before", i - 1) or text.before("not_decade_before", i - 2):
        return None
    century = read_century(text, text.after("of", found.last))
    near = near_unit(text, text.after("of", found.last))
    if near is not None and near[0] == "100Y":
        low = 2000 + 100 * near[1] + int(found.payload)
        return Said(i, near[2], found.prefix, years=(low, low + 9))
    base = century.years[0] - 1 if century is not None and century.years else 1900
    last = century.last if century is not None else found.last
    return Said(i, last, found.prefix, years=(base + int(found.payload), base + int(found.payload) + 9))


def read_century(text: TimeText, i: int) -> Said | None:
    """13th century, the fifth century BC, the 18th and 19th centuries."""
    word = text.word("century", i) or text.word("centuries", i)
    if word is not None:
        number = _number(text, word.last)
        return _centuries(text, i, word.prefix, number, number[1]) if number else None
    thousand = text.word("millennium", i)
    number = _number(text, thousand.last if thousand else i)
    if number is None:
        return None
    if thousand is not None:
        return _dated(text, i, thousand.prefix, number[0], number[0], number[1], 1000)
    last = number[1] + 1 if text.mark(number[1], "-‑–") else number[1]
    for role, size in (("century", 100), ("millennium", 1000)):
        if found := text.plain(role, last):
            return _dated(text, i, "", number[0], number[0], found.last, size)
    return _two(text, i, number)


def _decade_of_century(text: TimeText, i: int) -> Said | None:
    """the first decade of the 21st century, the last decade of the century before."""
    j = text.after("the", i) if text.plain("the", i) else i
    unit = text.word("unit", i)
    k = unit.last if unit else j
    hit, final = text.numbers.get(k), text.word("final", k)
    if hit is None and final is None:
        return None
    number = 10 if final else int(hit.value) if hit is not None and hit.ordinal and 1 <= hit.value <= 10 else None
    last = final.last if final else hit.last if hit is not None else k
    found = unit or text.plain("unit", last)
    of = text.plain("of", last if unit else found.last if found else last)
    if number is None or found is None or found.payload != "10Y" or of is None:
        return None
    century = read_century(text, of.last) or _near_century(text, of.last)
    if century is None or century.years is None or century.years[0] < 1:
        return None
    low = century.years[0] - 1 + 10 * (number - 1)
    return Said(i, century.last, found.prefix if unit else "", years=(low, low + 9))


def _near_century(text: TimeText, i: int) -> Said | None:
    """of this century."""
    near = near_unit(text, i) or near_unit(text, i - 1)  # "of this" may be read as one
    if near is None or near[0] != "100Y":
        return None
    low = _THIS_CENTURY + 100 * near[1]
    return Said(i, near[2], years=(low, low + 99))


def _number(text: TimeText, i: int) -> tuple[int, int] | None:
    """The number of a century at token `i`, and the token after: a rank, or digits behind the word."""
    hit = text.numbers.get(i)
    if hit is None or hit.value != int(hit.value) or not 1 <= hit.value <= 40 or hit.fraction:
        return None
    if not hit.ordinal and not hit.prefix and hit.written == "words":
        return None
    if hit.written == "digits" and not hit.ordinal and not text.word("century", i - 1):
        return None
    return int(hit.value), hit.last


def _centuries(text: TimeText, i: int, prefix: str, number: tuple[int, int], last: int) -> Said | None:
    """One century after its word, or two of them."""
    high = number[0]
    if text.word("centuries", i) is not None:
        j = text.after("and", last) if text.plain("and", last) else last
        second = text.numbers.get(j)
        if second is not None and Decimal(high) < second.value <= 40 and (j > last or second.prefix):
            high, last = int(second.value), second.last
    return _dated(text, i, prefix, number[0], high, last)


def _two(text: TimeText, i: int, number: tuple[int, int]) -> Said | None:
    joined = text.plain("and", number[1]) or text.plain("to", number[1])
    if joined is None:
        return None
    second = _number(text, text.after("the", joined.last))
    found = text.plain("century", second[1]) if second else None
    if second is None or found is None or second[0] <= number[0]:
        return None
    return _dated(text, i, "", number[0], second[0], found.last)


def _dated(text: TimeText, first: int, prefix: str, low: int, high: int, last: int, size: int = 100) -> Said:
    """The years of centuries `low` to `high`, before our era when that is said; or of what has `size` years."""
    era = text.plain("era_bc", last)
    if era is not None:
        return Said(first, era.last, prefix, years=(1 - size * max(low, high), -size * (min(low, high) - 1)))
    last = text.after("era_ad", last) if text.plain("era_ad", last) else last
    return Said(first, last, prefix, years=(size * (low - 1) + 1, size * high))
