"""The quantities and times of a claim as rows of fields in a form, and back.

A row that comes back as it was shown stays the value that is stored, span and calendar and all. One whose first
field was emptied is taken away; the empty rows after the last are for new values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from claimtrack.errors import UsageError
from claimtrack.languages.messages import say
from claimtrack.model import Date, Duration, Quantity
from claimtrack.model.mentions import Time
from claimtrack.model.tracking import TrackedClaim
from claimtrack.web import reading
from claimtrack.web.forms import Form

Fields = Mapping[str, str]
Plain = dict[str, Any]
"""A value that the tracker checks when it takes it in."""
_SPARE = 1
"""Empty rows for new values."""
_EMPTY_QUANTITY = dict.fromkeys(("number", "to", "unit", "per", "change"), "") | {"comparator": "="}
_EMPTY_TIME = dict.fromkeys(("start", "end", "length", "in"), "") | {"kind": "date"}


def quantity_rows(claim: TrackedClaim) -> list[Fields]:
    """The fields of each quantity, and of one more."""
    return [*map(quantity_fields, claim.quantities), *[_EMPTY_QUANTITY] * _SPARE]


def time_rows(claim: TrackedClaim) -> list[Fields]:
    """The fields of each time, and of one more."""
    return [*map(time_fields, claim.times), *[_EMPTY_TIME] * _SPARE]


def quantity_fields(quantity: Quantity) -> Fields:
    """A quantity as texts by field. A range has both numbers; an open one ("from", "up to") only one."""
    first = quantity.value if quantity.value is not None else quantity.low
    return {
        "comparator": quantity.comparator,
        "number": "" if first is None else f"{first:,f}",
        "to": "" if quantity.high is None else f"{quantity.high:,f}",
        "unit": quantity.unit or "",
        "per": quantity.per or "",
        "change": quantity.change or "",
    }


def time_fields(time: Time) -> Fields:
    """A time as texts by field."""
    if isinstance(time, Date):
        return _EMPTY_TIME | dict(zip(("start", "end"), reading.shortest(time.start, time.end), strict=True))
    iso = time.duration if isinstance(time, Duration) else time.period
    digits, unit = reading.length_parts(iso)
    return _EMPTY_TIME | {"kind": time.kind, "length": digits, "in": unit}


def edited(claim: TrackedClaim, form: Form) -> Plain:
    """The quantities and times as the form has them, of those that were changed."""
    found: Plain = {
        "quantities": _back(form, "q", claim.quantities, quantity_fields, _EMPTY_QUANTITY, _quantity, claim),
        "times": _back(form, "t", claim.times, time_fields, _EMPTY_TIME, _time, claim),
    }
    return {name: values for name, values in found.items() if values != getattr(claim, name)}


def _back(
    form: Form,
    letter: str,
    held: Sequence[Any],
    shown: Callable[[Any], Fields],
    empty: Fields,
    make: Callable[[Fields, Any, TrackedClaim], Plain | None],
    claim: TrackedClaim,
) -> tuple[Any, ...]:
    """The values of all rows of the form; a form without these fields says nothing about them."""
    out: list[Any] = []
    for at in range(len(held) + _SPARE):
        old = held[at] if at < len(held) else None
        before = empty if old is None else shown(old)
        typed = {name: form.fields.get(f"{letter}{at}_{name}", was).strip() for name, was in before.items()}
        value = old if typed == before else make(typed, old, claim)
        if value is not None:
            out.append(value)
    return tuple(out)


def _quantity(typed: Fields, old: Quantity | None, claim: TrackedClaim) -> Plain | None:
    if not (typed["number"] or typed["to"]):
        return None
    first, last = (reading.number(typed[name]) if typed[name] else None for name in ("number", "to"))
    if first is not None and last is not None and first > last:
        raise UsageError(say("range_turned", low=typed["number"], high=typed["to"]))
    is_range = last is not None or (old is not None and old.value is None and old.high is None)
    made: Plain = {
        "value": None if is_range else first,
        "low": first if is_range else None,
        "high": last,
        "comparator": typed["comparator"],
        **{name: typed[name] or None for name in ("unit", "per", "change")},
    }
    return (_place(typed["number"] or typed["to"], claim) if old is None else old.model_dump()) | made


def _place(words: str, claim: TrackedClaim) -> Plain:
    """Where a new value stands: at its words where the claim has them, else in the whole claim."""
    at = claim.quote.find(words)
    start, end = (claim.start + at, claim.start + at + len(words)) if at >= 0 else (claim.start, claim.end)
    return {"start": start, "end": end}


def _time(typed: Fields, old: Time | None, claim: TrackedClaim) -> Plain | None:
    words = typed["start"] if typed["kind"] == "date" else typed["length"]
    if not words:
        return None
    about: Plain = {"kind": typed["kind"], "span": _place(words, claim) if old is None else old.span}
    if typed["kind"] == "date":
        return about | _days(typed) | ({"calendar": old.calendar} if isinstance(old, Date) else {})
    iso = reading.length(words, typed["in"])
    return about | {"period" if typed["kind"] == "frequency" else "duration": iso}


def _days(typed: Fields) -> Plain:
    first, last = reading.days(typed["start"])
    if typed["end"]:
        last = reading.days(typed["end"])[1]
    if _in_order(first) > _in_order(last):
        raise UsageError(say("days_turned", start=typed["start"], end=typed["end"]))
    return {"start": first, "end": last}


def _in_order(day: str) -> tuple[int, str]:
    return int(day[:-6]), day[-6:]
