"""Lengths that come back: "four hours of electricity a day" measures a supply, and is no time of one event.

In: the times of one sentence. Out: the times without such lengths, and those as quantities with their rate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from claimtrack.languages import Language
from claimtrack.mentions.hits import Hit
from claimtrack.mentions.quantities.bounds import Surroundings
from claimtrack.model import Duration, Quantity
from claimtrack.text.tokens import Token

_LENGTH = re.compile(r"P(?:(\d+)D|T(?:(\d+)H)?(?:(\d+)M)?)")
_DAYS, _HOURS = ("P1W", "P1M"), ("P1D", "P1W")
"""The rates at which a count of days, and one of hours or minutes, comes back."""
_HOUR = 60  # minutes
_FAR = 3  # words between a length and its rate: "of mains power"
_BACK = 3  # words before a length
_JOINING = ("NOUN", "ADJ", "ADP", "DET", "PROPN", "X")


def daily_lengths(
    tokens: Sequence[Token], tags: Sequence[str], times: Sequence[Hit], language: Language
) -> tuple[list[Hit], list[Hit]]:
    """The times that are none of a rate, and the lengths of `times` that are, as quantities."""
    around: Surroundings | None = None
    if not any(isinstance(hit.value, Duration) for hit in times):
        return list(times), []
    lasting = language.folded("bounds", "daily", "not_after")
    kept: list[Hit] = []
    rated: list[Hit] = []
    for hit in times:
        value = hit.value
        read = _LENGTH.fullmatch(value.duration) if isinstance(value, Duration) else None
        if read is None:
            kept.append(hit)
            continue
        around = around or Surroundings(tokens, language.code)
        lasts = any(t.fold in lasting for t in tokens[max(0, hit.first - _BACK) : hit.first])
        found = None if lasts else _rated(hit, _counted(read), around, tags)
        (kept if found is None else rated).append(found or hit)
    return kept, rated


def _counted(read: re.Match[str]) -> tuple[Decimal, str]:
    days, hours, minutes = (Decimal(part or 0) for part in read.groups())
    if days:
        return days, "day"
    return (hours + minutes / _HOUR, "hour") if hours else (minutes, "minute")


def _rated(hit: Hit, counted: tuple[Decimal, str], around: Surroundings, tags: Sequence[str]) -> Hit | None:
    """The length as a quantity, where a rate follows it directly or behind what comes so long."""
    tokens, value = around.tokens, counted[0]
    for i in range(hit.last, min(hit.last + _FAR + 1, len(tokens))):
        rate = around.words.rate.at(tokens, i)
        if rate is not None and not rate.prefix and around.is_rate(i, rate.last, hit.last):
            break
        if tags[i].partition(":")[0] not in _JOINING:
            return None
    else:
        return None
    if rate.payload not in (_DAYS if counted[1] == "day" else _HOURS):
        return None
    before = around.comparator_before(hit.first, 0)
    first, comparator = before if before is not None else (hit.first, "=")
    start = hit.start if before is None else tokens[first].start
    last = rate.last if i == hit.last else hit.last
    end = tokens[last - 1].end
    words = tokens[hit.last - 1].text
    quantity = Quantity(
        start=start,
        end=end,
        value=value.normalize() if value != value.to_integral_value() else value.quantize(Decimal(1)),
        comparator=comparator,
        unit=counted[1],
        unit_text=words,
        per=rate.payload,
    )
    return Hit("quantity", first, last, start, end, quantity)
