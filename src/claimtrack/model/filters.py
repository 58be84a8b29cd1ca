"""Which claims a command is about, and filters that are kept under a name."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from claimtrack.model.claims import Kind
from claimtrack.model.record import Number, Record
from claimtrack.model.statuses import Status

Order = Literal["document", "id", "-id", "score", "status", "updated"]


class Filter(Record):
    """Which claims a command is about. All conditions hold together; several values of one are alternatives.

    `checkable` is True for checkable claims that stand (the default of `list`), False for the others,
    None for all, also those merged into another. With `ids` it does not matter. `document` takes an id,
    a name (or part of it) or the beginning of a sha256; `speaker`, `assignee` and `tag` compare folded;
    `since` and `until` are the days of the documents; `minimum` and `maximum` bound a quantity (of
    `unit`, where given).
    """

    status: tuple[Status, ...] = ()
    tag: tuple[str, ...] = ()
    kind: tuple[Kind, ...] = ()
    speaker: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    checkable: bool | None = True
    assignee: tuple[str, ...] = ()
    text: str | None = None
    since: str | None = None
    until: str | None = None
    unit: tuple[str, ...] = ()
    minimum: Number | None = None
    maximum: Number | None = None
    ids: tuple[int, ...] = ()
    missing: bool | None = None
    limit: int | None = Field(default=None, ge=0)
    offset: int = Field(default=0, ge=0)
    order: Order = "document"


class SavedFilter(Record):
    """A filter (and search words) under a name."""

    name: str
    words: str | None = None
    filter: Filter
