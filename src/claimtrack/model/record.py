"""The one base of all public models: frozen, no extra fields."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, PlainSerializer


class Record(BaseModel):
    """A frozen pydantic model that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def json_number(value: Decimal) -> int | float:
    """A Decimal as the JSON number that means the same: an int where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[Decimal, PlainSerializer(json_number, return_type=int | float, when_used="json")]
"""Decimal inside, a JSON number outside."""

_AS_THEY_ARE = frozenset((str, int, float, bool, type(None)))


def plain(value: Any) -> Any:
    """A record as JSON has it: what `model_dump(mode="json")` gives, without the schema that pydantic builds for it.

    Building the schema takes longer than reading and writing a page of claims.
    """
    if type(value) in _AS_THEY_ARE:
        return value
    if isinstance(value, Record):
        return {name: plain(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, Decimal):
        return json_number(value)
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    return [plain(each) for each in value]


@cache
def _names(record: type[Record]) -> tuple[str, ...]:
    """The fields of a record and what it computes from them, in their order."""
    return (*record.model_fields, *record.model_computed_fields)
