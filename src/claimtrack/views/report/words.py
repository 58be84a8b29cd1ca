"""Lines that every format of the report shares."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.model.claims import NARRATOR
from claimtrack.model.sources import Capture
from claimtrack.model.tracked import TrackedClaim
from claimtrack.views.detail import quantity_words, time_words
from claimtrack.views.labels import label
from claimtrack.views.report.gathering import Report


def claim_facts(claim: TrackedClaim, language: str) -> list[str]:
    """Who says it, what kind it is, and its values."""
    speaker = label("heading", NARRATOR, language) if claim.speaker == NARRATOR else claim.speaker
    return [
        *filter(None, (speaker, label("kind", claim.kind, language))),
        *map(quantity_words, claim.quantities),
        *map(time_words, claim.times),
        *claim.places,
    ]


def verdict_words(claim: TrackedClaim, report: Report) -> Iterator[str]:
    """Why it stands as it stands: reason, who and when, correction, what is still ambiguous."""
    if claim.status_reason:
        yield f"{report.say('reason')}: {claim.status_reason}"
    if claim.status_by:
        yield report.say("verdict_by", by=claim.status_by, at=(claim.status_at or "")[:10])
    if claim.correction:
        yield f"{report.say('correction')}: {claim.correction}"
    for each in claim.ambiguous:
        yield report.say("ambiguous", text=each.text, candidates=" / ".join(each.candidates))


def capture_words(capture: Capture, report: Report) -> str:
    """When a copy was kept, and its hash."""
    return report.say("capture", at=capture.at[:10], sha256=capture.sha256 or "–")
