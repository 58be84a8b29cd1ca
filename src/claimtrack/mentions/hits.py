"""A hit: what a mention finder found at which tokens, before it becomes a public `Mention`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimtrack.model import Date, Duration, Frequency, Name, Place, Quantity


@dataclass(slots=True, frozen=True)
class Hit:
    """Tokens `first` to `last` and code points `start` to `end` (both ends exclusive) say `value`."""

    type: Literal["quantity", "time", "place", "name"]
    first: int
    last: int
    start: int
    end: int
    value: Quantity | Date | Duration | Frequency | Place | Name
    numeral: bool = False
    ahead: bool = False
    """Whether a date lies ahead of what the text tells: "will be ready by the end of 2028"."""
