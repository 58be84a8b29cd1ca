"""Years: which numbers of a text are years, in which era, and what stands for one ("this year")."""

from __future__ import annotations

import datetime

from claimtrack.mentions.times.said_dates import Said
from claimtrack.mentions.times.time_words import TimeText

_LATEST_HIJRI = 1700
_EARLIEST, _LATEST = 1000, 2200  # of the years that need no era


def era(text: TimeText, i: int, year: int) -> tuple[int, int, bool] | None:
    """(astronomical year, token after, hijri) when an era stands at token `i` after `year`."""
    if (found := text.plain("era_bc", i)) is not None:
        return 1 - year, found.last, False
    if (found := text.plain("era_ad", i)) is not None:
        return year, found.last, False
    if (found := text.plain("era_hijri", i)) is not None and 1 <= year <= 1700:
        return year, found.last, True
    return None


def read_year(text: TimeText, i: int, sure: bool = False) -> Said | None:
    """A year at token `i`: after its word, with its era, or bare where its place says so."""
    before = text.plain("era_ad", i)
    value = text.digits(before.last, 1, 4) if before else None
    if before is not None and value and value < 2200:
        return Said(i, before.last + 1, year=value)
    hijri = text.plain("era_hijri", i)
    word = text.word("year_word", hijri.last if hijri else i)
    if hijri is not None:
        return _hijri_before(text, i, word.last if word else hijri.last)
    if word is not None:
        return _after_word(text, i, word.last, word.prefix)
    value = text.digits(i)
    if value is None or not value:
        spoken = sure or text.before("spoken_year_cue", i)
        return _spoken_year(text, i, sure) if spoken and i in text.numbers else None
    found = era(text, i + 1, value)
    if found is not None:
        return Said(i, found[1], year=found[0], hijri=found[2])
    if _falls_to_bc(text, i, value):
        return Said(i, i + 1, year=1 - value)
    if _is_of_a_year(text, i):
        return None
    if (sure and _EARLIEST <= value <= _LATEST) or _stands_as_year(text, i, value):
        return Said(i, i + 1, year=value)
    return None


def _hijri_before(text: TimeText, i: int, j: int) -> Said | None:
    """the Hijri year 1445, AH 1445."""
    value = text.digits(j, 1, 4)
    return Said(i, j + 1, year=value, hijri=True) if value and value < _LATEST_HIJRI else None


def _spoken_year(text: TimeText, i: int, sure: bool) -> Said | None:
    """two thousand and eighteen, after a month or a word of time and with nothing behind it that it could count.

    Only after a month or quarter may it be round.
    """
    hit = text.numbers.get(i)
    if hit is None or hit.written != "words" or hit.ordinal or hit.prefix or not 1100 <= hit.value <= 2100:
        return None
    if not sure and not hit.value % 100:
        return None
    if hit.value != int(hit.value) or (text.names_a_thing(hit.last) and not text.tag(hit.last).startswith("VERB")):
        return None
    return Said(i, hit.last, year=int(hit.value))


def _is_of_a_year(text: TimeText, i: int) -> bool:
    """fell to 1900 in the 1980s, from 1200 in 2018: what is told of a year or a decade is none itself."""
    within = text.plain("counted_within", i + 1)
    if within is None:
        return False
    j = text.after("the", within.last)
    year = text.word("year_word", j)
    value = text.digits(year.last if year else j, 4, 4)
    return text.word("decade", j) is not None or (value is not None and _EARLIEST <= value <= _LATEST)


def _falls_to_bc(text: TimeText, i: int, value: int) -> bool:
    """431 to 404 BC: the era stands after the second year only, and the years fall."""
    joined = text.plain("to", i + 1) or text.plain("and", i + 1)
    j = joined.last if joined else i + 2 if text.mark(i + 1, "-\u2013") else None
    second = text.digits(j, 1, 4) if j is not None else None
    return second is not None and second < value and text.plain("era_bc", (j or 0) + 1) is not None


def _after_word(text: TimeText, i: int, j: int, prefix: str) -> Said | None:
    value, last = text.digits(j, 1, 4), j + 1
    if value is None and (hit := text.numbers.get(j)) is not None and hit.written == "words" and not hit.ordinal:
        spoken = hit.value
        value, last = (int(spoken), hit.last) if spoken == int(spoken) and 100 <= spoken <= 2200 else (None, j)
    counted = text.numbers.get(i - 1)
    if not value or (counted is not None and not counted.ordinal and not prefix):
        return None
    found = era(text, last, value)
    if found is not None:
        return Said(i, found[1], prefix, year=found[0], hijri=found[2])
    if value < 100 or value > 2200 or (text.plain("unit", last) is not None and not _opens_weekday(text, last)):
        return None
    if value < _EARLIEST and _counts(text, last):
        return None
    hijri = 1300 <= value <= 1500 and text.word("era_hijri", last) is not None
    return Said(i, last, prefix, year=value, hijri=hijri)


def _opens_weekday(text: TimeText, i: int) -> bool:
    """2024, on the day of Tuesday: the word for a day opens the name of one."""
    unit = text.plain("unit", i)
    return unit is not None and unit.payload == "D" and text.word("weekday", unit.last) is not None


def counts_things(text: TimeText, i: int) -> bool:
    """Since the year began 212 people died: a number too low for a year of our time, and what it counts."""
    return text.digits(i, 1, 3) is not None and _counts(text, i + 1)


def _counts(text: TimeText, i: int) -> bool:
    """Whether token `i`, behind a number, is what it counts, in a language whose verbs do not stand there."""
    if not text.words.capitals or text.is_capital(i):
        return False
    return text.names_a_thing(i) and _may_be_counted(text, i)


def _stands_as_year(text: TimeText, i: int, value: int) -> bool:
    """A bare four-digit number: after a word such as "in", in brackets, or before the name of an event."""
    token, after = text.tokens[i], text.token(i + 1)
    if _opens_early_years(text, i, value):
        return True
    if 400 <= value <= 999 and len(token.norm) == 3 and text.before("early_year_cue", i):
        return after is None or text.mark(i + 1, ".,;)\u060c\u061b") or text.word("function", i + 1) is not None
    if not 1000 <= value <= 2100 or len(token.norm) != 4 or text.plain("unit", i + 1) or text.mark(i + 1, "%°$€£"):
        return False
    if _opens_years(text, i, value):
        return True
    if 1700 <= value <= 2060 and text.plain("of_what", i - 1) and text.word("year_noun", i - 2) is not None:
        return text.words.capitals or not text.names_a_thing(i + 1)  # a law of 1905
    if _ends_counts(text, i):
        return False
    if not 1900 <= value <= 2060 and text.before("not_year_cue", i):
        return False
    if text.mark(i - 1, "(") and (after is None or text.mark(i + 1, ")-–—,;/")):
        return True
    content = after is not None and after.is_word and not text.is_capital(i + 1) and _may_be_counted(text, i + 1)
    content = content and not _opens_amount(text, i + 1)
    if text.before("year_strong_cue", i) and (not content or (1700 <= value <= 2060 and value % 100)):
        return True
    if text.before("year_cue", i) and not content:
        return True
    named = text.is_capital(i + 1) or any(text.plain("year_noun", k) is not None for k in (i + 1, i + 2))
    return 1700 <= value <= 2060 and named and _is_determined(text, i)


def _ends_counts(text: TimeText, i: int) -> bool:
    """Whether a number ends a stretch that a count opened: "from 950 naira to 1400"."""
    if not text.before("to", i):
        return False
    opening = next((k for k in range(i - 2, max(i - _RANGE, 0), -1) if k in text.numbers), None)
    if opening is None or text.digits(opening, 4, 4) is not None or not text.before("from", opening):
        return False
    number = text.numbers[opening]
    return number.last < i - 1 and not number.ordinal and text.word("month", number.last) is None


_RANGE = 6
"""Tokens back to the first number of such a stretch."""


def _may_be_counted(text: TimeText, i: int) -> bool:
    """Whether the word after a number may be what it counts: "1500 people", not "the plague of 1665 killed"."""
    return text.word("function", i) is None and not text.tag(i).startswith(("VERB", "AUX"))


def _opens_amount(text: TimeText, i: int) -> bool:
    """By 1600 fewer than 500: what follows a year bounds a number of its own."""
    bound = text.plain("amount_after", i)
    return bound is not None and bound.last in text.numbers


def _is_determined(text: TimeText, i: int) -> bool:
    """the 1809 treaty, his 1962 novel, a director's 1960 film."""
    return text.is_possessive(i - 1) or any(text.plain(role, i - 1) for role in ("the", "not_decade_before"))


def _opens_early_years(text: TimeText, i: int, value: int) -> bool:
    """between 661 and 750: two years of three digits that count nothing."""
    joined = text.plain("and", i + 1)
    second = text.digits(joined.last, 3, 4) if joined else None
    if joined is None or second is None or not 100 <= value < 1000 or not value < second <= value + 300:
        return False
    last = joined.last + 1
    counts = last < len(text.tokens) and text.tokens[last].is_word and _may_be_counted(text, last)
    return text.before("between", i) and not counts and not text.mark(last, "%")


def _opens_years(text: TimeText, i: int, value: int) -> bool:
    """1914-1918, 1914-18: two years that rise; not a part of a longer chain of digits."""
    if not text.mark(i + 1, "-–/") or text.mark(i - 1, "-–/") or text.mark(i + 3, "-–/"):
        return False
    if text.tokens[i + 1].spaced or i + 2 >= len(text.tokens) or text.tokens[i + 2].spaced:
        return False
    second = text.digits(i + 2, 2, 4)
    short = len(text.tokens[i + 2].norm) == 2
    last = value - value % 100 + second if short and second is not None else second
    if text.mark(i + 1, "/") and last != value + 1:
        return False  # 2019/20 is a season
    return 1500 <= value <= 2060 and last is not None and value < last <= value + 120


def year_after(text: TimeText, i: int, anchor: datetime.date | None) -> tuple[int, bool, int] | None:
    """(year, hijri, token after) where a year follows at `i`: ", 2024", "of this year"."""
    j = text.after("of", i)
    within = text.plain("within", i)
    if j == i and within and text.plain("year_word", within.last):
        j = within.last
    if text.mark(j, ",\u060c") or (text.mark(j, "-/") and not text.tokens[j].spaced):
        j += 1
    said = read_year(text, j, sure=True)
    if said is not None and said.year is not None:
        return said.year, said.hijri, said.last
    near = near_year(text, j)
    beside = text.word("beside", j)
    if beside is not None and beside.payload[0] in "YP" and text.told is not None:
        return text.told[0][0] + int(beside.payload.rstrip("?")[2:]), False, beside.last
    if near is None or anchor is None:
        return None
    return anchor.year + near[0], False, near[1]


def near_year(text: TimeText, i: int) -> tuple[int, int] | None:
    """(-1, 0 or 1, token after) of "last year"."""
    found = near_unit(text, i)
    return (found[1], found[2]) if found is not None and found[0] == "Y" else None


def near_unit(text: TimeText, i: int) -> tuple[str, int, int] | None:
    """(unit, offset, token after) of "last month"."""
    before = text.word("near_before", i)
    k = before.last if before else i
    unit = text.word("unit", k) or text.word("quarter", k)
    if unit is None or "T" in unit.payload or text.word("not_single", k):
        return None
    article = text.words.article
    if not unit.prefix.endswith(article) and not (unit.payload == "" and text.folded(k).startswith(article)):
        return None
    if before is not None:
        return unit.payload or "Q", int(before.payload), unit.last
    after = text.word("near_after", unit.last)
    if article and after is not None:
        return unit.payload or "Q", int(after.payload), after.last
    return None


def near_of(text: TimeText, i: int) -> tuple[str, int, int] | None:
    """The same after "of", which may take the word that says which: "of this month"."""
    j = text.after("of", i)
    j = text.after("within", i) if j == i and text.plain("within", i) else j
    return near_unit(text, j) or (near_unit(text, j - 1) if j > i + 1 else None)


def year_of_beside(text: TimeText, said: Said, month: int) -> bool:
    """the following spring, that March: sets the year of `said` by the date told last; whether it was said so."""
    before = next((found for k in (1, 2) if (found := text.plain("beside_before", said.first - k))), None)
    after = text.plain("beside_after", said.last)
    found = before if before is not None and before.last == said.first else after
    if found is None or text.told is None:
        return False
    (year, told, _), end = text.told
    later = int(found.payload) > 0 and (month <= told or (end != text.told[0] and end[1] != told))
    said.year = year + 1 if later else year
    if found is after:
        said.last = found.last
    else:
        said.first, said.prefix = found.first, ""
    return True
