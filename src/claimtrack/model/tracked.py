"""A claim in a tracker, and answers that show one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache
from json import JSONEncoder
from typing import Literal

from pydantic import computed_field

from claimtrack.model.claims import (
    NARRATOR,
    Ambiguity,
    Appearance,
    Attribution,
    Kind,
    Link,
    Modality,
    Polarity,
    Predicate,
    Voice,
)
from claimtrack.model.mentions import Quantity, Time
from claimtrack.model.record import Record
from claimtrack.model.sources import Evidence
from claimtrack.model.statuses import Status

Origin = Literal["extracted", "person", "model"]
_JSON = JSONEncoder(ensure_ascii=False)


class Note(Record):
    """What somebody wrote beside a claim."""

    id: int
    text: str
    author: str
    at: str


class TrackedClaim(Record):
    """A claim in a tracker: what the text says (the fields of `Claim`) and what the newsroom knows about it.

    `key` is the claim's id within its extraction, `document` the name of its document. `missing_since` is set
    where a later extraction did not find it again, `orphaned` where its span does not fit the document.
    """

    id: int
    document_id: int
    document: str
    language: str | None = None
    published: str | None = None
    key: str
    origin: Origin = "extracted"
    start: int
    end: int
    quote: str
    kind: Kind
    checkable: bool = True
    speaker: str | None = NARRATOR
    attribution: Attribution = "narrated"
    subject: str | None = None
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[str, ...] = ()
    text: str
    gloss: str
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    predicate: Predicate | None = None
    ambiguous: tuple[Ambiguity, ...] = ()
    voices: tuple[Voice, ...] = ()
    links: tuple[Link, ...] = ()
    appearances: tuple[Appearance, ...] = ()
    status: Status = "unverified"
    status_at: str | None = None
    status_by: str | None = None
    status_reason: str | None = None
    tags: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    assignee: str | None = None
    evidence: tuple[Evidence, ...] = ()
    edited: tuple[str, ...] = ()
    missing_since: str | None = None
    duplicate_of: int | None = None
    superseded_by: int | None = None
    outdated_on: str | None = None
    published_url: str | None = None
    correction: str | None = None
    added_at: str
    orphaned: bool = False

    @computed_field  # type: ignore[prop-decorator]
    @cached_property
    def row_version(self) -> str:
        """A hash of what a spreadsheet may edit; another one means that somebody changed it meanwhile."""
        # one hash a cell, in the order of the sheet: they tell which cells of an old sheet were edited in it
        # confidential evidence leaves in no sheet, so a sheet with and one without it have the same version
        evidence = [e for e in self.evidence if e.withdrawn_at is None and e.access != "confidential"]
        cells = (
            (self.status,),
            self.tags,
            [note.text for note in self.notes],
            (self.assignee or "",),
            [each.as_value() for each in evidence],
        )
        return "-".join(map(cell_hash, cells))


def cell_hash(values: Iterable[str]) -> str:
    """A hash of the values of one cell; their order, empty ones and white space around them do not count."""
    return _hashed(tuple(sorted(filter(None, (value.replace("\r\n", "\n").strip() for value in values)))))


@lru_cache(maxsize=1024)  # most cells of a sheet are empty, or alike
def _hashed(plain: tuple[str, ...]) -> str:
    from hashlib import sha256  # only sheets ask for it

    return sha256(_JSON.encode(plain).encode("utf-8", "surrogatepass")).hexdigest()[:8]


class SearchHit(Record):
    """A claim that matches a search; `field` says where best, `excerpt` shows it, `marks` are spans in it."""

    claim: TrackedClaim
    score: float
    field: str
    excerpt: str
    marks: tuple[tuple[int, int], ...] = ()


class Similar(Record):
    """A claim that looks like another one already in the tracker, how much (0 to 1) and why."""

    claim: TrackedClaim
    other: TrackedClaim
    likeness: float
    why: tuple[str, ...] = ()
