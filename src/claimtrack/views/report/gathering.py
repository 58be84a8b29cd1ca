"""What a report says, before it has a format: the statement, its claims by standing, and how they were checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from claimtrack.model.sources import Capture, Evidence, Source
from claimtrack.model.stored import DocumentRow
from claimtrack.model.tracked import TrackedClaim
from claimtrack.views.exports.confidential import without_confidential
from claimtrack.views.labels import label

VERDICTS = ("verified", "partly_true", "misleading", "false", "unproven")


@dataclass(frozen=True, slots=True)
class Proof:
    """A piece of evidence with the copies that are kept of its source."""

    evidence: Evidence
    captures: tuple[Capture, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim with its evidence that stands."""

    claim: TrackedClaim
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One document's report. `withheld`: evidence from confidential sources was left out."""

    document: DocumentRow
    entries: tuple[Entry, ...]
    labels: str
    day: str
    version: str
    confidential: bool = False
    withheld: bool = False

    @property
    def claims(self) -> list[TrackedClaim]:
        """The claims in the order of the text."""
        return [entry.claim for entry in self.entries]

    @property
    def judged(self) -> list[Entry]:
        """Those with a verdict."""
        return [entry for entry in self.entries if entry.claim.status in VERDICTS]

    @property
    def open(self) -> list[Entry]:
        """Those that can be checked and have no verdict yet."""
        return [e for e in self.entries if e.claim.checkable and e.claim.status not in (*VERDICTS, "not_checkable")]

    @property
    def set_apart(self) -> list[Entry]:
        """Those that cannot be checked."""
        shown = {entry.claim.id for entry in (*self.judged, *self.open)}
        return [entry for entry in self.entries if entry.claim.id not in shown]

    def say(self, id: str, **values: object) -> str:
        """A label of the report in its language."""
        text = label("report", id, self.labels)
        return text.format(**values) if values else text

    @property
    def summary(self) -> str:
        """Its figures in a sentence."""
        done = sum(entry.claim.checkable for entry in self.judged)
        checkable = sum(claim.checkable for claim in self.claims)
        return self.say("claims_of", count=len(self.claims), checkable=checkable, done=done)

    @property
    def method(self) -> str:
        """How the claims were found and judged."""
        return self.say("method_confidential" if self.confidential else "method_note", version=self.version)


def gather(
    document: DocumentRow,
    claims: Sequence[TrackedClaim],
    sources: Sequence[Source] = (),
    *,
    labels: str = "en",
    confidential: bool = False,
    day: str | None = None,
) -> Report:
    """The report of a document. Evidence from confidential sources stays out unless it is asked for; what was
    withdrawn stays out always."""
    from claimtrack import __version__

    allowed = list(claims) if confidential else list(without_confidential(claims))
    withheld = any(len(now.evidence) < len(full.evidence) for now, full in zip(allowed, claims, strict=True))
    held = {source.id: source.captures for source in sources}
    made = Report(
        document, tuple(_entry(claim, held) for claim in allowed), labels, day or _today(), __version__, confidential
    )
    return replace(made, withheld=withheld)


def _entry(claim: TrackedClaim, captures: dict[int, tuple[Capture, ...]]) -> Entry:
    standing = [each for each in claim.evidence if each.withdrawn_at is None]
    return Entry(
        claim,
        tuple(Proof(e, tuple(c for c in captures.get(e.source_id, ()) if c.state != "failed")) for e in standing),
    )


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
