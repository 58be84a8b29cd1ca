"""What may leave the house: claims without the evidence of confidential sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimtrack.model.tracked import TrackedClaim


def without_confidential(claims: Iterable[TrackedClaim]) -> Iterator[TrackedClaim]:
    """The same claims; evidence from a confidential source is left out, also when it is withdrawn."""
    for claim in claims:
        if any(each.access == "confidential" for each in claim.evidence):
            open_evidence = tuple(each for each in claim.evidence if each.access != "confidential")
            claim = claim.model_copy(update={"evidence": open_evidence})
        yield claim
