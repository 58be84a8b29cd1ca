"""Documents in a tracker, and what storing an extraction did."""

from __future__ import annotations

from claimtrack.model.documents import Document, Sentence
from claimtrack.model.history import Change
from claimtrack.model.mentions import Mention
from claimtrack.model.record import Record
from claimtrack.model.tracked import Similar, TrackedClaim


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


class ExtractionOutcome(Record):
    """What storing an extraction did: claims new, known, missing (no longer found), look-alikes elsewhere."""

    document: DocumentRow
    change: Change
    new: tuple[TrackedClaim, ...] = ()
    known: tuple[TrackedClaim, ...] = ()
    missing: tuple[TrackedClaim, ...] = ()
    similar: tuple[Similar, ...] = ()
    warnings: tuple[str, ...] = ()
