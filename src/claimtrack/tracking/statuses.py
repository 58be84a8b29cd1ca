"""Statuses and the steps between them."""

from __future__ import annotations

from typing import Literal, get_args

from claimtrack.errors import UsageError
from claimtrack.languages.messages import say, term
from claimtrack.model.statuses import Status

STATUSES: tuple[Status, ...] = get_args(Status)
VERDICTS: frozenset[Status] = frozenset({"verified", "partly_true", "misleading", "false", "unproven"})
OPEN: frozenset[Status] = frozenset({"unverified", "in_progress", "in_review"})


def group(status: Status) -> Literal["open", "verdict", "closed"]:
    """Whether work goes on, a verdict is given, or the claim is out of scope."""
    return "open" if status in OPEN else "verdict" if status in VERDICTS else "closed"


def known(status: str) -> Status:
    """The status called so ("in-progress" and "in progress" are fine); UsageError names what there is."""
    name = status.strip().lower().replace("-", "_").replace(" ", "_")
    if name not in STATUSES:
        raise UsageError(say("no_status", status=status), say("statuses", names=", ".join(STATUSES)))
    return name


def step_error(now: Status, then: Status, *, reason: str | None, reviewer: bool) -> str | None:
    """Why a claim cannot go from one status to another, or None where it can."""
    if now == then or (then == "unverified" and now == "in_progress"):
        return None
    if group(now) == "verdict" and not reason:
        return say("step_verdict", status=term("status", now))
    if then == "not_checkable" and not reason:
        return say("step_reason", status=term("status", then))
    if group(now) == "closed" and not reason:
        return say("step_closed")
    if then in VERDICTS and now not in ("in_review", *VERDICTS) and reviewer:
        return say("step_reviewer", status=term("status", "in_review"))
    if then == "in_review" and now == "unverified":
        return None
    return None
