"""Typed values found in a text: quantities, times, places, names."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from claimtrack.model.record import Number, Record
from claimtrack.model.spans import Span

Comparator = Literal["=", ">", "<", "≥", "≤", "≈"]


class Quantity(Span):
    """A counted or measured value.

    `value` is None for a range, which has `low` and `high`. `unit` is the canonical English singular ("user",
    "USD", "percent", "kilometre"), `unit_text` the words of the text. `per` is the ISO 8601 period of a rate.
    `change` says that the value is the size or the end of a change, not a level.
    """

    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    comparator: Comparator = "="
    unit: str | None = None
    unit_text: str | None = None
    per: str | None = None
    change: Literal["rise_by", "fall_by", "rise_to", "fall_to", "multiply"] | None = None


class Date(Record):
    """A stretch of calendar days, both ends included, ISO 8601 (astronomical years before our era: "-0499-01-01").

    `calendar` names the calendar of the words; the dates themselves are always Gregorian.
    """

    kind: Literal["date"] = "date"
    start: str
    end: str
    span: Span
    calendar: Literal["gregorian", "hijri"] = "gregorian"


class Duration(Record):
    """A length of time as an ISO 8601 duration ("P4D")."""

    kind: Literal["duration"] = "duration"
    duration: str
    span: Span


class Frequency(Record):
    """Something that comes back every `period` (ISO 8601: "P1D" is daily)."""

    kind: Literal["frequency"] = "frequency"
    period: str
    span: Span


Time = Annotated[Date | Duration | Frequency, Field(discriminator="kind")]


class Place(Record):
    """A country, or the country of a named city or nationality; `code` is ISO 3166-1 alpha-2, or "EU"."""

    name: str
    code: str


class Name(Record):
    """Somebody or something called by a name; `what` says which sort of thing where the words show it."""

    name: str
    what: Literal["person", "organisation", "work", "unknown"] = "unknown"


class Mention(Span):
    """A typed value and the words that say it.

    A quantity that is a mere `numeral` counts and measures nothing (a rank, a side of a score, an hour, a telephone
    number, a label); no claim carries it as its quantity.
    """

    type: Literal["quantity", "time", "place", "name"]
    text: str
    value: Quantity | Date | Duration | Frequency | Place | Name
    numeral: bool = False
