"""What a tracker knows: claims with their standing, evidence, history, and the answers of its verbs."""

from __future__ import annotations

from functools import cached_property
from hashlib import sha256
from json import JSONEncoder
from typing import Any, Literal

from pydantic import Field, SkipValidation, computed_field

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
from claimtrack.model.documents import Document, Sentence
from claimtrack.model.mentions import Mention, Quantity, Time
from claimtrack.model.record import Number, Record

Status = Literal[
    "unverified",
    "in_progress",
    "in_review",
    "verified",
    "partly_true",
    "misleading",
    "false",
    "unproven",
    "not_checkable",
]
EvidenceStance = Literal["supports", "refutes", "context"]
Access = Literal["public", "private", "confidential"]
SourceKind = Literal["document", "dataset", "page", "person", "broadcast", "observation"]
SourceRank = Literal["primary", "secondary", "tertiary"]
CaptureState = Literal["ok", "exists", "failed"]
Origin = Literal["extracted", "person", "model"]
_JSON = JSONEncoder(ensure_ascii=False)
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


class Note(Record):
    """What somebody wrote beside a claim."""

    id: int
    text: str
    author: str
    at: str


class Capture(Record):
    """One try at keeping a source: where the copy is, and its hash."""

    id: int
    source_id: int
    method: str
    location: str | None = None
    at: str
    sha256: str | None = None
    bytes: int | None = None
    media_type: str | None = None
    http_status: int | None = None
    tool: str | None = None
    last_checked: str | None = None
    state: CaptureState = "ok"
    reason: str | None = None
    tries: int = 1


class Source(Record):
    """Where something can be looked up, or who said it. `origin` is who ultimately says it."""

    id: int
    kind: SourceKind
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    published: str | None = None
    rank: SourceRank | None = None
    origin: str | None = None
    interest: str | None = None
    access: Access = "public"
    added_at: str
    added_by: str
    captures: tuple[Capture, ...] = ()


class Evidence(Record):
    """A source that speaks for, against or about a claim. Withdrawn evidence stays on file."""

    id: int
    claim_id: int
    source_id: int
    source: str
    url: str | None = None
    origin: str | None = None
    rank: SourceRank | None = None
    access: Access = "public"
    captured: bool = False
    stance: EvidenceStance
    quote: str | None = None
    locator: str | None = None
    note: str | None = None
    added_at: str
    added_by: str
    withdrawn_at: str | None = None
    withdrawn_by: str | None = None
    withdrawn_because: str | None = None


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
        # confidential evidence leaves in no sheet, so a sheet with and one without it have the same version
        evidence = [(e.id, e.stance) for e in self.evidence if e.withdrawn_at is None and e.access != "confidential"]
        editable = [self.status, sorted(self.tags), [n.text for n in self.notes], self.assignee, evidence]
        return sha256(_JSON.encode(editable).encode("utf-8", "surrogatepass")).hexdigest()[:12]


class SearchHit(Record):
    """A claim that matches a search; `field` says where best, `excerpt` shows it, `marks` are spans in it."""

    claim: TrackedClaim
    score: float
    field: str
    excerpt: str
    marks: tuple[tuple[int, int], ...] = ()


class FieldChange(Record):
    """One thing that an operation changed: `item` is its table, with the values before and after by field."""

    claim_id: int | None = None
    item: str
    item_id: int
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None


class Operation(Record):
    """One command of one person, and all it changed. `undone` tells whether its changes are taken back."""

    id: int
    at: str
    actor: str
    command: str
    reason: str | None = None
    undoes: int | None = None
    undone: bool = False
    changes: tuple[FieldChange, ...] = ()
    hash: str


class Change(Record):
    """The answer of every write: `sentences` for the user, `counts` of what was done, the operation to undo.

    `operation` is None when nothing changed or when it was a dry run. `warnings` are for stderr, and keep what
    they are made of (`languages.messages`).
    """

    operation: int | None = None
    dry_run: bool = False
    sentences: tuple[str, ...] = ()
    warnings: tuple[SkipValidation[str], ...] = ()
    claims: tuple[int, ...] = ()
    ids: tuple[int, ...] = ()
    counts: dict[str, int] = Field(default_factory=dict)

    @property
    def changed(self) -> bool:
        """Whether anything was, or in a dry run would be, written."""
        return bool(self.counts)


class DocumentRow(Record):
    """A document in the tracker; `text` only where one document was asked for."""

    id: int
    name: str
    sha256: str
    language: str | None = None
    published: str | None = None
    speaker: str | None = None
    title: str | None = None
    source: str | None = None
    engine: str | None = None
    added_at: str
    added_by: str
    claims: int = 0
    checkable: int = 0
    open: int = 0
    text: str | None = None
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()

    def as_document(self) -> Document:
        """What is known about the text itself."""
        return Document(
            language=self.language,
            published=self.published,
            speaker=self.speaker,
            title=self.title,
            source=self.source,
        )


class Similar(Record):
    """A claim that looks like another one already in the tracker, how much (0 to 1) and why."""

    claim: TrackedClaim
    other: TrackedClaim
    likeness: float
    why: tuple[str, ...] = ()


class ExtractionOutcome(Record):
    """What storing an extraction did: claims new, known, missing (no longer found), look-alikes elsewhere."""

    document: DocumentRow
    change: Change
    new: tuple[TrackedClaim, ...] = ()
    known: tuple[TrackedClaim, ...] = ()
    missing: tuple[TrackedClaim, ...] = ()
    similar: tuple[Similar, ...] = ()
    warnings: tuple[str, ...] = ()


class Stats(Record):
    """Counts for the desk: by status, kind, document, tag, assignee, and the age in days of what is open."""

    documents: int
    claims: int
    checkable: int
    open: int
    verdicts: int
    by_status: dict[str, int]
    by_kind: dict[str, int]
    by_document: dict[str, int]
    by_tag: dict[str, int]
    by_assignee: dict[str, int]
    by_age: dict[str, int]
    missing: int = 0
    sources: int = 0
    evidence: int = 0


class TagCount(Record):
    """A tag as written, and how many claims bear it."""

    name: str
    claims: int


class Problem(Record):
    """Something that `check` found wrong: which part, what, and where."""

    part: Literal["database", "history", "span", "capture", "reference", "search", "document"]
    message: str
    claim_id: int | None = None


class Pair(Record):
    """Two claims side by side, or one alone: `repeats`, `differs` (in `fields`), `only_a`, `only_b`."""

    relation: Literal["repeats", "differs", "only_a", "only_b"]
    a: TrackedClaim | None = None
    b: TrackedClaim | None = None
    fields: tuple[str, ...] = ()
    likeness: float = 0.0


class Comparison(Record):
    """Two documents' claims against each other."""

    a: DocumentRow
    b: DocumentRow
    pairs: tuple[Pair, ...] = ()


class FactPoint(Record):
    """One value of a measure: on which day (of the claim itself, else of its document), by which claim."""

    day: str | None
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    comparator: str = "="
    claim: TrackedClaim


class Fact(Record):
    """One measure over time: whose, of what unit, and its values in the order of days."""

    subject: str | None
    unit: str | None
    per: str | None = None
    points: tuple[FactPoint, ...] = ()


class SavedFilter(Record):
    """A filter (and search words) under a name."""

    name: str
    words: str | None = None
    filter: Filter


class ImportRow(Record):
    """One row of an edited sheet: `line` for messages, the id and row_version of its export, and the editable
    values that the sheet has (a missing key leaves the field alone). `others` are its cells that are only for
    reading: edits of them are told, not taken."""

    line: int
    id: int | None = None
    row_version: str | None = None
    values: dict[str, str] = Field(default_factory=dict)
    others: dict[str, str] = Field(default_factory=dict)


class RowProblem(Record):
    """A cell that cannot be taken in."""

    line: int
    column: str
    message: str


class RowDifference(Record):
    """What an import would change in one claim: field → (now, then); `conflict`: it changed since the
    export."""

    line: int
    claim_id: int
    fields: dict[str, tuple[str, str]]
    conflict: bool = False


class ImportPlan(Record):
    """What an import would do. Nothing may be applied while there are problems; `ignored` are edited cells that
    an import does not take."""

    rows: int
    differences: tuple[RowDifference, ...] = ()
    conflicts: tuple[RowDifference, ...] = ()
    problems: tuple[RowProblem, ...] = ()
    ignored: tuple[RowProblem, ...] = ()
