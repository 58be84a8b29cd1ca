"""The evidence rules: what a verdict wants before it is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.languages.messages import say, term
from claimtrack.model.sources import Evidence, EvidenceStance
from claimtrack.model.statuses import Status
from claimtrack.model.tracked import TrackedClaim
from claimtrack.tracking.statuses import VERDICTS

_FITTING: dict[Status, frozenset[EvidenceStance]] = {
    "verified": frozenset({"supports"}),
    "false": frozenset({"refutes"}),
    "partly_true": frozenset({"supports", "refutes"}),
    "misleading": frozenset({"context", "refutes"}),
}
_OPPOSITE: dict[Status, EvidenceStance] = {"verified": "refutes", "false": "supports"}


@dataclass(frozen=True, slots=True)
class Ruling:
    """Why a verdict is refused (None: it is not), and what it should be given with a warning."""

    refused: str | None = None
    warnings: tuple[str, ...] = ()


def standing(claim: TrackedClaim) -> tuple[Evidence, ...]:
    """The evidence that is not withdrawn."""
    return tuple(e for e in claim.evidence if e.withdrawn_at is None)


def rule(
    claim: TrackedClaim, status: Status, *, because: str | None, without_evidence: str | None, strict: bool
) -> Ruling:
    """Whether the evidence on file carries a verdict."""
    if status not in VERDICTS or without_evidence:
        return Ruling()
    evidence = standing(claim)
    fitting = [e for e in evidence if e.stance in _FITTING.get(status, frozenset({e.stance}))]
    refused = _missing(status, fitting, because) or _unanswered(status, evidence, because)
    if strict and not refused:
        refused = _not_strict_enough(status, fitting, because)
    uncaptured = [e.source for e in fitting if not e.captured and e.url]
    warnings = (say("no_copy", sources=", ".join(uncaptured)),) if uncaptured else ()
    if strict and uncaptured and not refused:
        refused, warnings = say("want_copy", sources=", ".join(uncaptured)), ()
    return Ruling(refused, () if refused else warnings)


def _missing(status: Status, fitting: Sequence[Evidence], because: str | None) -> str | None:
    stances = {e.stance for e in fitting}
    if status == "unproven":
        return None if because else say("want_unknown", status=term("status", status))
    if status == "partly_true" and stances != {"supports", "refutes"}:
        noted = any(e.note for e in fitting) or because
        return None if stances and noted else say("want_both")
    if status == "misleading" and stances and not (because or any(e.note for e in fitting)):
        return say("want_explanation", status=term("status", status))
    if not stances:
        return say("want_stance", stances=tuple(term("stance", each) for each in sorted(_FITTING[status])))
    return None


def _unanswered(status: Status, evidence: Sequence[Evidence], because: str | None) -> str | None:
    opposite = _OPPOSITE.get(status)
    against = [e for e in evidence if e.stance == opposite]
    if opposite and against and not because:
        return say("want_answer", ids=", ".join(str(e.id) for e in against), stance=term("stance", opposite))
    return None


def _not_strict_enough(status: Status, fitting: Sequence[Evidence], because: str | None) -> str | None:
    if status == "unproven":
        return None
    origins = {(e.origin or f"source {e.source_id}").casefold() for e in fitting}
    if len(origins) >= 2 or (because and any(e.rank == "primary" for e in fitting)):
        return None
    return say("want_origins")
