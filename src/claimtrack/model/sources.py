"""Sources, the copies that are kept of them, and the evidence that rests on them."""

from __future__ import annotations

from typing import Literal

from claimtrack.model.record import Record

EvidenceStance = Literal["supports", "refutes", "context"]
Access = Literal["public", "private", "confidential"]
SourceKind = Literal["document", "dataset", "page", "person", "broadcast", "observation"]
SourceRank = Literal["primary", "secondary", "tertiary"]
CaptureState = Literal["ok", "exists", "failed"]


class Capture(Record):
    """One try at keeping a source: where the copy is, and its hash.

    A page from the web has a `final_url` and the addresses that led there, in `redirects`.
    """

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
    final_url: str | None = None
    redirects: tuple[str, ...] = ()


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

    def as_value(self) -> str:
        """Its stance and its source, by address or id, as one value of a cell."""
        return f"{self.stance} {self.url or f'source:{self.source_id}'}"
