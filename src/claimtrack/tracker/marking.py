"""Giving claims a status, under the rules of steps and evidence."""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.errors import EvidenceRefused, UsageError
from claimtrack.languages.messages import Message, say, term
from claimtrack.model.history import Change
from claimtrack.model.statuses import Status
from claimtrack.model.tracked import TrackedClaim
from claimtrack.tracker.session import Picked, Session, Work, numbered
from claimtrack.tracking import gates, statuses

WITHOUT_EVIDENCE = "without evidence: "
"""How the reason of a verdict begins that rests on no evidence."""


def corrected(status: Status) -> str:
    """How a correction begins: with the verdict that it takes the place of."""
    return f"was {status}: "


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for."""

    status: str
    because: str | None = None
    without_evidence: str | None = None
    correction: str | None = None
    published_url: str | None = None
    outdated_on: str | None = None

    def reason(self) -> str | None:
        """Why the status is given, and why without evidence, where both are said."""
        if self.because and self.without_evidence:
            return f"{WITHOUT_EVIDENCE}{self.without_evidence}; {self.because}"
        return self.because or self.without_evidence


def mark(session: Session, picked: Picked, wish: Wish, dry_run: bool) -> Change:
    statuses.known(wish.status)
    with session.operation("mark", reason=wish.reason(), dry_run=dry_run) as work:
        for claim in session.picked(picked):
            set_status(session, work, claim, wish)
        if work.claims:
            work.sentences.append(f"{numbered(len(work.claims), 'claim')} marked {statuses.known(wish.status)}.")
    return work.change


def set_status(session: Session, work: Work, claim: TrackedClaim, wish: Wish) -> None:
    """One claim's status, or the refusal that names it."""
    then = statuses.known(wish.status)
    reason = wish.reason() or wish.correction
    fault = statuses.step_error(claim.status, then, reason=reason, reviewer=session.reviewer)
    if fault:
        raise UsageError(_barred(claim, then, fault), say("mark_reason"))
    if claim.published_url and claim.status in statuses.VERDICTS and then != claim.status and not wish.correction:
        raise UsageError(
            say("mark_published", claim=claim.id, status=term("status", claim.status), url=claim.published_url),
            say("mark_correct"),
        )
    if then != claim.status:
        _judge(session, work, claim, then, wish)
    _write(work, claim, then, reason, wish)


def _judge(session: Session, work: Work, claim: TrackedClaim, then: Status, wish: Wish) -> None:
    ruling = gates.rule(
        claim, then, because=wish.because, without_evidence=wish.without_evidence, strict=session.strict
    )
    if ruling.refused:
        raise EvidenceRefused(_barred(claim, then, ruling.refused), say("evidence_hint", claim=claim.id))
    work.warnings.extend(say("of_claim", claim=claim.id, what=warning) for warning in ruling.warnings)
    if claim.status == "in_review" and then in statuses.VERDICTS and claim.status_by == session.actor:
        work.warnings.append(say("of_claim", claim=claim.id, what=say("own_review", actor=session.actor)))


def _barred(claim: TrackedClaim, then: Status, why: str) -> Message:
    return say("mark_barred", claim=claim.id, status=term("status", then), why=why)


def _write(work: Work, claim: TrackedClaim, then: Status, reason: str | None, wish: Wish) -> None:
    fields: dict[str, object] = {}
    if then != claim.status:
        fields = {
            "status": then,
            "status_at": work.ledger.at,
            "status_by": work.ledger.actor,
            "status_reason": reason,
        }
        if wish.without_evidence and not wish.because and then in statuses.VERDICTS:
            fields["status_reason"] = f"{WITHOUT_EVIDENCE}{wish.without_evidence}"
        if wish.correction:
            fields["correction"] = f"{corrected(claim.status)}{wish.correction}"
    elif reason and reason != claim.status_reason:
        fields["status_reason"] = reason
    fields |= {k: v for k, v in (("published_url", wish.published_url), ("outdated_on", wish.outdated_on)) if v}
    if fields and work.ledger.update("claims", claim.id, fields):
        work.did("marked", claim.id)
