"""What a bundle is made from, and how its files are called."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimtrack.model.history import FieldChange, Operation
from claimtrack.model.sources import Capture, Source
from claimtrack.model.stored import DocumentRow
from claimtrack.model.tracked import TrackedClaim
from claimtrack.views.exports.confidential import without_confidential

_RUNS = frozenset({"text/html", "application/xhtml+xml", "image/svg+xml", "text/xml", "application/xml"})
"""Media types whose scripts would run when a copy is opened: they are kept as text."""


@dataclass(frozen=True, slots=True)
class Case:
    """The claims of a case with all that belongs to them. `withheld`: something confidential was left out."""

    claims: tuple[TrackedClaim, ...]
    documents: tuple[DocumentRow, ...]
    sources: tuple[Source, ...]
    history: tuple[Operation, ...]
    labels: str
    day: str
    confidential: bool = False
    withheld: bool = False

    def copies(self) -> Iterator[Capture]:
        """The kept copies of the sources, each file once."""
        seen: set[str] = set()
        for each in (capture for source in self.sources for capture in source.captures):
            if each.sha256 and each.location and each.state != "failed" and each.sha256 not in seen:
                seen.add(each.sha256)
                yield each

    @staticmethod
    def page_of(document: int) -> str:
        """The page of a statement."""
        return f"documents/{document}.html"

    @staticmethod
    def text_of(document: int) -> str:
        """The text of a statement, exactly as it was taken in."""
        return f"documents/{document}.txt"

    @staticmethod
    def name_of(capture: Capture) -> str:
        """A copy by its hash, with an ending that opens it in the right program, and never in one that runs it."""
        kind = capture.media_type or ""
        ending = ".txt" if kind in _RUNS else mimetypes.guess_extension(kind) or ".bin"
        return f"captures/{capture.sha256}{ending}"


def make_case(
    claims: Sequence[TrackedClaim],
    documents: Sequence[DocumentRow],
    sources: Sequence[Source],
    history: Sequence[Operation],
    *,
    labels: str,
    day: str,
    confidential: bool,
) -> Case:
    """The case of some claims. Sources that no evidence of theirs names, and changes of others, stay out."""
    allowed = tuple(claims) if confidential else tuple(without_confidential(claims))
    named = {each.source_id for claim in allowed for each in claim.evidence}
    used = tuple(each for each in sources if each.id in named)
    case = Case(allowed, tuple(documents), used, (), labels, day, confidential)
    withheld = any(len(a.evidence) < len(b.evidence) for a, b in zip(allowed, claims, strict=True))
    return replace(case, withheld=withheld, history=tuple(_about(case, history)))


def _about(case: Case, history: Sequence[Operation]) -> Iterator[Operation]:
    """The operations that touched the case, with those of their changes that did."""
    claims = {each.id for each in case.claims}
    rows = {("documents", each.id) for each in case.documents} | {("layout", each.id) for each in case.documents}
    rows |= {("sources", each.id) for each in case.sources}
    rows |= {("captures", each.id) for source in case.sources for each in source.captures}

    def belongs(change: FieldChange) -> bool:
        return change.claim_id in claims or (change.item, change.item_id) in rows

    for each in history:
        kept = tuple(filter(belongs, each.changes))
        if kept:
            yield each.model_copy(update={"changes": kept})
