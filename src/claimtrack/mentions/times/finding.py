"""Times: tokens → dates, durations and frequencies with their spans.

Relative dates, and days and months without a year, count from `anchor`; without it they are no dates.
A length between two ("two to three years") has no single duration and is left to the quantities.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence, Set
from dataclasses import replace

import claimtrack.mentions.times.calendars as calendars
from claimtrack.languages import Language
from claimtrack.mentions.hits import Hit
from claimtrack.mentions.numbers.finding import NumberHit
from claimtrack.mentions.quantities.unit_words import UnitWord, unit_words
from claimtrack.mentions.times.beside import read_beside
from claimtrack.mentions.times.calendars import Stretch
from claimtrack.mentions.times.date_ranges import Dated, read_range
from claimtrack.mentions.times.derived_dates import DerivedDate, derive_dates
from claimtrack.mentions.times.durations import read_duration
from claimtrack.mentions.times.frequencies import read_frequency
from claimtrack.mentions.times.said_dates import Said
from claimtrack.mentions.times.tense import tense
from claimtrack.mentions.times.time_words import TimeText, time_words
from claimtrack.model import Date, Duration, Frequency, Span
from claimtrack.text.matching import Match, Phrases
from claimtrack.text.tokens import Token

__all__ = ["DerivedDate", "derive_dates", "find_times"]


def find_times(
    tokens: Sequence[Token],
    language: Language,
    anchor: datetime.date | None,
    numbers: Sequence[NumberHit],
    tags: Sequence[str] = (),
    told: Stretch | None = None,
    been: Stretch | None = None,
) -> list[Hit]:
    """All times of one sentence in order, not overlapping; `tags` (word classes) tell past from future.

    `told` are the days of the date that the text told last before this sentence, `been` those of the last one that
    does not lie ahead.
    """
    percent = _percent(tokens, language, {number.last for number in numbers})
    counted = [number for number in numbers if number.first not in percent and not number.whole]
    text = TimeText(tokens, time_words(language.code), counted, tags, told, been, percent)
    found: list[Hit] = []
    i = 0
    while i < len(tokens):
        step = _at(text, i, anchor, found) if text.opens(i) else None
        if step is None:
            i += 1
        else:
            i = max(step, i + 1)
    return found


def _percent(tokens: Sequence[Token], language: Language, ends: Set[int]) -> set[int]:
    """The tokens of "per cent", whose hundred counts no years after it; `ends`: where the numbers of the text end."""
    if not language.data("units"):
        return set()
    phrases, units = unit_words(language.code).phrases, time_words(language.code).roles["unit"]
    found = (phrases.at(tokens, i) for i, token in enumerate(tokens) if phrases.may_begin(token.fold) and token.is_word)
    shares = [each for each in found if each and each.payload.kind == "percent"]
    return {k for each in shares if not _counts(tokens, each, ends, units) for k in range(each.first, each.last)}


def _counts(tokens: Sequence[Token], percent: Match[UnitWord], ends: Set[int], units: Phrases[str]) -> bool:
    """In the hundred days: behind no number, the words for percent count the unit that follows."""
    return percent.first not in ends and percent.last < len(tokens) and units.at(tokens, percent.last) is not None


def _at(text: TimeText, i: int, anchor: datetime.date | None, found: list[Hit]) -> int | None:
    """Read what begins at token `i`, add it to `found` and return the token after it."""
    frequent = read_frequency(text, i)
    if frequent is not None:
        span = _span(text, i, frequent[0], frequent[1])
        found.append(_hit(text, i, frequent[0], Frequency(period=frequent[2], span=span), span))
        return frequent[0]
    dated = read_beside(text, i, anchor) or read_range(text, i, anchor) or _next_year(text, i, found)
    if dated is not None:
        said, stretch = dated
        if stretch is not None and stretch[0] <= stretch[1]:
            hit = _date_hit(text, said.first, said.last, said.prefix, stretch, said.hijri)
            ahead = anchor is None and _lies_ahead(text, said)
            found.append(replace(hit, ahead=True) if ahead else hit)
            text.told, text.been = stretch, text.been if ahead else stretch
        return said.last
    return _duration(text, i, found)


def _lies_ahead(text: TimeText, said: Said) -> bool:
    """Whether a date is of what is to come: "will be ready in 2028", "opens in 2030", "promised it by 2028"."""
    bound = any(text.before("forward", k) for k in (said.first, said.first - 1))  # by 2028, by the end of 2028
    return said.future or bound or tense(text, said.first, said.last, True) == "future"


def _next_year(text: TimeText, i: int, found: list[Hit]) -> Dated | None:
    """in 2019 and 2020: a year right after another."""
    value = text.digits(i, 4, 4)
    before = found[-1] if found else None
    if before is None or value is None or before.last != i - 1 or not isinstance(before.value, Date):
        return None
    year = text.digits(before.last - 1, 4, 4)
    joined = text.plain("and", i - 1) is not None or text.mark(i - 1, ",\u060c")
    if year is None or not joined or not year < value <= year + 100 or text.word("unit", i + 1):
        return None
    return Said(i, i + 1, year=value), calendars.whole_years(value, value)


def _duration(text: TimeText, i: int, found: list[Hit]) -> int | None:
    length = read_duration(text, i)
    if length is None:
        return None
    counted, duration = length
    span = _span(text, i, counted.last, counted.prefix)
    found.append(_hit(text, i, counted.last, Duration(duration=duration, span=span), span))
    return counted.last


def _date_hit(text: TimeText, first: int, last: int, prefix: str, stretch: Stretch, hijri: bool) -> Hit:
    span = _span(text, first, last, prefix)
    date = Date(
        start=calendars.iso(stretch[0]),
        end=calendars.iso(stretch[1]),
        span=span,
        calendar="hijri" if hijri else "gregorian",
    )
    return _hit(text, first, last, date, span)


def _span(text: TimeText, first: int, last: int, prefix: str) -> Span:
    return Span(start=text.start(first, prefix.removesuffix(text.words.article)), end=text.tokens[last - 1].end)


def _hit(text: TimeText, first: int, last: int, value: Date | Duration | Frequency, span: Span) -> Hit:
    return Hit("time", first, last, span.start, span.end, value)
