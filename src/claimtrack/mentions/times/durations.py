"""Durations: a number and a unit of time, a dual, half of one, and chains of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from claimtrack.mentions.numbers.finding import NumberHit
from claimtrack.mentions.quantities.ages import age_words, tells_age
from claimtrack.mentions.quantities.contracts import thing_of
from claimtrack.mentions.quantities.unit_words import unit_words
from claimtrack.mentions.times.time_words import TimeText
from claimtrack.text.matching import Match

_HALVES = {
    "10Y": ("Y", 10),
    "100Y": ("Y", 100),
    "1000Y": ("Y", 1000),
    "Y": ("M", 12),
    "M": ("D", 30),
    "2W": ("W", 2),
    "W": ("D", 7),
    "D": ("TH", 24),
    "TH": ("TM", 60),
    "TM": ("TS", 60),
}
_HYPHENS = "-\u2011\u2013"
_SIZES = ("1000Y", "100Y", "10Y", "Y", "M", "2W", "W", "D", "TH", "TM", "TS")


@dataclass(slots=True)
class Counted:
    """`count` units, tokens `first` to `last` (exclusive); `unit` an ISO letter, T before those of a day."""

    first: int
    last: int
    prefix: str
    unit: str
    count: Decimal | None


def counted_unit(text: TimeText, i: int) -> Counted | None:
    """Four days, a year, the third day in a row, or a bare unit that a language counts as one."""
    return (
        _numbered(text, i)
        or _dual(text, i)
        or _in_a_row(text, i)
        or _articled(text, i)
        or _after_unit(text, i)
        or _bare(text, i)
    )


def read_duration(text: TimeText, i: int) -> tuple[Counted, str] | None:
    """A length of time at token `i` and its ISO 8601 duration."""
    counted = counted_unit(text, i)
    if counted is None or counted.count is None or counted.count <= 0 or _is_no_length(text, counted):
        return None
    chain = _chained(text, counted)
    parts = [(part.unit, part.count or Decimal(0)) for part in chain]
    last = chain[-1].last
    if len(parts) > 1 and text.plain("age_after", last):
        return None
    if counted.count == 1 and len(parts) == 1 and not _is_one_length(text, counted):
        return None
    counted.last = last
    return counted, iso_duration(parts)


def read_chain(text: TimeText, i: int) -> list[Counted]:
    """All parts of a length at token `i`: a year and three months."""
    counted = counted_unit(text, i)
    return _chained(text, counted) if counted is not None else []


def _chained(text: TimeText, counted: Counted) -> list[Counted]:
    chain = [counted]
    while (more := _next_part(text, chain[-1].last, chain[-1].unit)) is not None:
        chain.append(more)
    return chain


def finer(counted: Counted) -> Counted:
    """The same length in a unit that it fills and that dates something: half a century is 50 years."""
    unit, count = counted.unit, counted.count or Decimal(0)
    while unit in _HALVES and (count != int(count) or unit in ("2W", "100Y")):
        unit, factor = _HALVES[unit]
        count *= factor
    return Counted(counted.first, counted.last, counted.prefix, unit, count)


def _numbered(text: TimeText, i: int) -> Counted | None:
    hit = text.numbers.get(i)
    if hit is None or hit.ordinal or hit.least:
        return None
    if text.mark(i - 1, "/") and text.digits(i - 2) is not None:
        return None
    if text.mark(i + 1, "/"):
        return _fraction(text, i)
    j = hit.last + 1 if text.mark(hit.last, _HYPHENS) and not _spaced(text, hit.last) else hit.last
    if hit.fraction:
        j = text.after("one", j) if text.plain("one", j) else text.after("of_half", j)
    found = text.word("unit", j) or _behind_an_adjective(text, j)
    if found is None or (found.prefix and not hit.fraction and found.prefix != hit.prefix[-2:]):
        return None
    if _is_clock(text, i, found) or _is_year_before_day(text, i, found) or _is_rank(text, j, found):
        return None
    if found.payload == "10Y" and _is_thing(text, i, found, hit.value):
        return None
    return _and_half(text, Counted(i, found.last, hit.prefix, found.payload, hit.value))


def _is_thing(text: TimeText, i: int, unit: Match[str], value: Decimal) -> bool:
    """Whether the word of decades says contracts: 600 of them, five that are signed."""
    return thing_of(text.tokens, i, unit.first, float(value), unit_words(text.words.language.code)) is not None


def _is_clock(text: TimeText, i: int, unit: Match[str]) -> bool:
    """At 1600 hours: a time of day in four digits."""
    value = text.digits(i, 4, 4)
    if value is None or unit.payload != "TH" or len(text.folded(i)) != 4 or not text.before("clock_cue", i):
        return False
    return value < 2400 and value % 100 < 60


def _is_rank(text: TimeText, i: int, unit: Match[str]) -> bool:
    """six second-division clubs, on the twenty second: the rank, whose word is that of the unit."""
    if unit.payload != "TS" or not text.words.capitals:
        return False
    if text.mark(unit.last, _HYPHENS) and not _spaced(text, unit.last) and not text.mark(i - 1, _HYPHENS):
        return True
    return text.plain("the", i - 2) is not None and not text.names_a_thing(unit.last)


def _is_year_before_day(text: TimeText, i: int, unit: Match[str]) -> bool:
    """Of the year 2024, on the day of Tuesday: the unit opens a date and is not what the number counts."""
    return unit.payload == "D" and text.digits(i, 4, 4) is not None and text.word("weekday", unit.last) is not None


def _behind_an_adjective(text: TimeText, i: int) -> Match[str] | None:
    """three more years, five working days."""
    adjective = text.plain("count_adjective", i)
    return text.plain("unit", adjective.last) if adjective is not None else None


def _fraction(text: TimeText, i: int) -> Counted | None:
    """1/2 hour."""
    above, below = text.digits(i, 1, 1), text.digits(i + 2, 1, 1)
    found = text.plain("unit", i + 3)
    if not above or not below or above >= below or found is None:
        return None
    return Counted(i, found.last, "", found.payload, Decimal(above) / Decimal(below))


def _dual(text: TimeText, i: int) -> Counted | None:
    found, more = text.word("dual", i), text.word("one_more", i)
    if found is None:
        return Counted(i, more.last, more.prefix, more.payload, Decimal(1)) if more is not None else None
    if found.payload == "10Y" and _is_thing(text, i, found, Decimal(2)):
        return None  # two contracts
    return _and_half(text, Counted(i, found.last, found.prefix, found.payload, Decimal(2)))


def _in_a_row(text: TimeText, i: int) -> Counted | None:
    """for a third straight day, for the fifth year running: as long as its number says."""
    j = text.after("the", i) if text.plain("the", i) else i
    hit, unit = text.numbers.get(j), text.word("unit", i)
    if hit is not None and hit.ordinal:
        row = text.plain("in_a_row", hit.last)
        unit = text.plain("unit", row.last if row else hit.last)
        row = row or (text.plain("in_a_row_after", unit.last) if unit else None)
        last, prefix = (max(unit.last, row.last), hit.prefix) if unit and row else (i, "")
    else:
        hit = text.numbers.get(unit.last) if unit is not None else None
        row = text.plain("in_a_row_after", hit.last) if hit is not None and hit.ordinal else None
        last, prefix = (row.last, unit.prefix) if unit and row else (i, "")
    if hit is None or unit is None or row is None or hit.value != int(hit.value):
        return None
    return Counted(i, last, prefix, unit.payload, hit.value)


def _articled(text: TimeText, i: int) -> Counted | None:
    """a week, an hour and a half, the past year."""
    article = text.plain("one", i) or text.plain("past_one", i) or text.plain("all_one", i)
    if article is not None and text.mark(article.last, "-\u2011") and text.plain("all_one", i):
        article = replace(article, last=article.last + 1)
    whole = text.plain("whole", article.last if article else i)
    if article is None and whole is not None and text.before("length_cue", i):
        article = whole  # for full day
    found = text.plain("unit", whole.last if whole else article.last) if article else None
    if found is None or article is None:
        return None
    if found.payload == "TS" and article.last == i + 1 and text.names_a_thing(found.last):
        return None  # a second runway
    if _is_rank(text, found.first, found):
        return None  # a single second-hand coaster
    if text.plain("all_one", i) and found.last in text.numbers:
        return None  # all Year 11 pupils
    if not text.plain("one", i) and (text.word("not_single", found.first) or text.word("not_whole", found.first)):
        return None
    return _and_half(text, Counted(i, found.last, "", found.payload, Decimal(1)))


def _after_unit(text: TimeText, i: int) -> Counted | None:
    """The years the three: the number after its unit, both with the article."""
    found = text.word("unit", i)
    hit = text.numbers.get(found.last) if found else None
    article = text.words.article
    if found is not None and article and found.prefix.endswith(article) and text.folded(found.last) == article:
        hit = text.numbers.get(found.last + 1)  # the hours the 24, the article apart from the digits
        if hit is not None and not hit.ordinal and hit.value <= 99:
            return Counted(i, hit.last, found.prefix, found.payload, hit.value)
    if found is not None and hit is not None and _says_one(text, found.prefix, hit):
        return Counted(i, hit.last, found.prefix, found.payload, Decimal(1))
    most = 99 if hit is not None and hit.written == "digits" else 999
    if found is None or hit is None or hit.ordinal or not found.prefix or not hit.prefix or hit.value > most:
        return None
    return Counted(i, hit.last, found.prefix, found.payload, hit.value) if hit.prefix == found.prefix[-2:] else None


def _says_one(text: TimeText, prefix: str, hit: NumberHit) -> bool:
    """year one: the number one stands after its unit."""
    article = text.words.article
    bare = bool(article) and not prefix.endswith(article) and not hit.prefix
    return bare and hit.value == 1 and hit.written == "words" and not hit.ordinal


def _bare(text: TimeText, i: int) -> Counted | None:
    """A language without an indefinite article says one week with the unit alone."""
    if text.words.capitals:
        return None
    found = text.word("unit", i)
    if found is None or i in text.numbers or not _is_bare(text, found):
        return None
    if text.word("not_single", i) is not None or text.before("every", i):
        return None
    return _and_half(text, Counted(i, found.last, found.prefix, found.payload, Decimal(1)))


def _is_bare(text: TimeText, found: Match[str]) -> bool:
    """A unit without the article, or with it where it is told to its end: "throughout the day"."""
    if found.prefix == text.words.article and text.before("throughout", found.first):
        return not text.names_a_thing(found.last) or text.tag(found.last).startswith("VERB")
    return not found.prefix or _is_particle(found.prefix, text)


def _is_particle(prefix: str, text: TimeText) -> bool:
    article = text.words.article or "-"
    return not prefix.endswith(article) and not prefix.endswith(article[1:] * 2)


def _and_half(text: TimeText, counted: Counted) -> Counted:
    """a year and a half."""
    j = text.after("and", counted.last) if text.plain("and", counted.last) else counted.last
    hit = text.numbers.get(j)
    joined = hit is not None and (j > counted.last or bool(hit.prefix))
    if hit is None or not hit.fraction or not joined or counted.count is None or hit.value >= 1:
        return counted
    counted.count, counted.last = counted.count + hit.value, hit.last
    again = text.word("unit", hit.last)
    if again is not None and again.payload == counted.unit:
        counted.last = again.last
    return counted


def _next_part(text: TimeText, i: int, unit: str) -> Counted | None:
    """… and three months, after a larger unit."""
    j = i
    if text.mark(j, ",\u060c"):
        j += 1
    joined = text.plain("and", j)
    j = joined.last if joined else j
    more = _numbered(text, j) or _dual(text, j) or _one_more(text, j, i)
    if more is None or more.unit not in _SIZES or unit not in _SIZES:
        return None
    if j == i and not more.prefix and (more.first not in text.numbers or more.count is None):
        return None  # two years three months
    return more if _SIZES.index(more.unit) > _SIZES.index(unit) else None


def _one_more(text: TimeText, j: int, i: int) -> Counted | None:
    """a year and a month; in Arabic the unit alone."""
    more = _after_unit(text, j) or _bare(text, j) if text.words.article else _articled(text, j)
    joined = more is not None and (j > i or more.prefix == text.words.joiner != "")
    return more if joined and text.plain("month", more.last if more else j) is None else None


def _is_one_length(text: TimeText, counted: Counted) -> bool:
    """Whether a single unit is a length ("for a week") and not a rate or a date ("twice a week")."""
    if (
        counted.first in text.numbers
        or text.word("one_more", counted.first)
        or text.plain("past_one", counted.first)
        or text.plain("all_one", counted.first)
        or text.before("throughout", counted.first)
        or counted.last > counted.first + 2
        or text.word("whole", counted.last)
        or _is_one(text, counted.first + 1)
        or text.word("whole", counted.first)
    ):
        return True
    if not text.words.capitals:
        if counted.prefix and counted.prefix not in text.words.length_particles:
            return False
        if text.word("month", counted.last) or text.word("hijri_month", counted.last) or text.digits(counted.last):
            return False
        ordinal = text.numbers.get(counted.last)
        if ordinal is not None or text.word("near_after", counted.last) or text.word("weekday", counted.last):
            return False
    if text.is_possessive(counted.last) and text.plain("one", counted.first):
        return True  # a year's notice
    if text.before("ahead_before", counted.first) and text.words.capitals:
        return True  # four of them in a year
    if text.plain("of_what", counted.last):
        return not text.before("copula", counted.first)  # a year of drought, not "2024 was a year of progress"
    return text.before("length_cue", counted.first) or text.plain("length_follow", counted.last) is not None


def _is_one(text: TimeText, i: int) -> bool:
    hit = text.numbers.get(i)
    return hit is not None and hit.value == 1


def _is_no_length(text: TimeText, counted: Counted) -> bool:
    """Ages, wars named after their length, "every four years", ends of ranges."""
    j = counted.last + 1 if text.mark(counted.last, "-‑–'’") else counted.last
    if text.plain("age_after", j) or text.before("every", counted.first) or text.before("little_number", counted.first):
        return True
    if any(text.before("age_before", k) for k in range(max(counted.first - 2, 0), counted.first + 1)):
        return True
    if text.before("between", counted.first):
        return True  # between three years and five
    if counted.unit == "Y" and tells_age(text.tokens, counted.first, age_words(text.words.language.code)):
        return True
    bracketed = text.mark(counted.first - 1, "(") and text.mark(counted.last, ")")
    if counted.unit == "Y" and text.words.article and bracketed:
        return True
    named = text.is_capital(j) or not text.words.capitals
    if text.before("not_length_before", counted.first) or (text.plain("not_length_after", j) and named):
        return True
    if _is_some_day(text, counted) or (counted.unit == "100Y" and text.before("no_century_before", counted.first)):
        return True
    return _ends_range(text, counted.first)


def _is_some_day(text: TimeText, counted: Counted) -> bool:
    """may one day charge, One day she left: some day, not the length of one."""
    hit = text.numbers.get(counted.first)
    if hit is None or hit.written != "words" or counted.count != 1 or counted.unit != "D" or not text.words.capitals:
        return False
    return text.tag(counted.first - 1) == "AUX:MD" or (counted.first == 0 and counted.last < len(text.tokens))


def _ends_range(text: TimeText, i: int) -> bool:
    """two to three years, 5-7 days: a length between two is no single length."""
    joint = text.plain("to", i - 1) is not None or (text.mark(i - 1, "-–") and not _spaced(text, i))
    before, number = text.numbers.get(i - 2), text.numbers.get(i)
    if before is not None and number is not None and text.mark(i - 1, "-–") and _spaced(text, i - 1):
        joint = joint or before.value < number.value  # 25 – 40 minutes
    if text.plain("and", i - 1) and any(text.word("between", k) for k in range(max(i - 6, 0), i - 2)):
        return True
    return joint and (i - 2) in {hit.last - 1 for hit in (text.numbers.get(i - 2),) if hit is not None}


def _spaced(text: TimeText, i: int) -> bool:
    token = text.token(i)
    return token is not None and token.spaced


def iso_duration(parts: list[tuple[str, Decimal]]) -> str:
    """("Y", 2.5) is P2Y6M; weeks stand alone as P1W."""
    amounts: dict[str, Decimal] = {}
    for unit, count in parts:
        _add(amounts, unit, count)
    if "W" in amounts and len(amounts) > 1:
        amounts["D"] = amounts.get("D", Decimal(0)) + 7 * amounts.pop("W")
    date = "".join(_amount(amounts, unit) for unit in ("Y", "M", "W", "D"))
    time = "".join(_amount(amounts, unit) for unit in ("TH", "TM", "TS"))
    return "P" + date + ("T" + time if time else "")


def _add(amounts: dict[str, Decimal], unit: str, count: Decimal) -> None:
    while unit in _HALVES and (unit[0].isdigit() or count != int(count)):
        smaller, factor = _HALVES[unit]
        whole = Decimal(0) if unit[0].isdigit() else Decimal(int(count))
        if whole:
            amounts[unit] = amounts.get(unit, Decimal(0)) + whole
        unit, count = smaller, (count - whole) * factor
        if count == int(count) and not unit[0].isdigit():
            break
    if unit in ("2W", "Q"):
        unit, count = ("W", 2 * count) if unit == "2W" else ("M", 3 * count)
    amounts[unit] = amounts.get(unit, Decimal(0)) + count


def _amount(amounts: dict[str, Decimal], unit: str) -> str:
    value = amounts.get(unit)
    return f"{value.normalize():f}{unit[-1]}" if value else ""
