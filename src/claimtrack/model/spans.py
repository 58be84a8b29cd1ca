"""Half-open code point spans into the text exactly as given."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from claimtrack.model.record import Record


class Span(Record):
    """`text[start:end]`, in code points."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.end < self.start:
            raise ValueError(f"span ends before it starts: {self.start}..{self.end}")
        return self
