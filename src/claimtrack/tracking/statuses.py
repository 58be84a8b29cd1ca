"""Statuses and the steps between them."""

from __future__ import annotations

from typing import Literal, get_args

from claimtrack.errors import UsageError
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
        raise UsageError(f"There is no status “{status}”.", f"Statuses: {', '.join(STATUSES)}")
    return name


def step_error(now: Status, then: Status, *, reason: str | None, reviewer: bool) -> str | None:
    """Why a claim cannot go from one status to another, or None where it can."""
    if now == then or (then == "unverified" and now == "in_progress"):
        return None
    if group(now) == "verdict" and not reason:
        return f"it has the verdict {now}; changing a verdict needs a reason"
    if then == "not_checkable" and not reason:
        return "not_checkable needs a reason"
    if group(now) == "closed" and not reason:
        return "it was closed as not checkable; opening it again needs a reason"
    if then in VERDICTS and now not in ("in_review", *VERDICTS) and reviewer:
        return "a second person gives the verdict here; mark it in_review first"
    if then == "in_review" and now == "unverified":
        return None
    return None
