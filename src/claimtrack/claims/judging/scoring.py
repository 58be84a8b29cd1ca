"""How much a fact-checker would want a claim checked: 0 to 1, with the named reasons."""

from __future__ import annotations

from claimtrack.claims.draft import Draft
from claimtrack.model.mentions import Date, Duration, Frequency, Name, Quantity

_BASE = 0.35
_WEIGHTS = {
    "a specific number": 0.25,
    "a date or a duration": 0.12,
    "a named actor": 0.12,
    "a place": 0.06,
    "a past event": 0.08,
    "a cause asserted": 0.06,
    "hedged or conditional": -0.15,
    "announced, not yet done": -0.1,
    "vague": -0.12,
    "a judgement": -0.3,
}
_NOT_CHECKABLE = 0.2


def score(draft: Draft) -> tuple[float, list[str]]:
    """The score and the reasons that made it."""
    reasons = [name for name, holds in _signs(draft).items() if holds]
    total = _BASE + sum(_WEIGHTS[name] for name in reasons)
    if not draft.checkable:
        total = min(total, _NOT_CHECKABLE)
    return round(min(1.0, max(0.0, total)), 2), reasons


def _signs(draft: Draft) -> dict[str, bool]:
    values = [m.value for m in draft.mentions]
    return {
        "a specific number": any(isinstance(v, Quantity) for v in values),
        "a date or a duration": any(isinstance(v, Date | Duration | Frequency) for v in values),
        "a named actor": any(isinstance(v, Name) for v in values),
        "a place": bool(draft.places),
        "a past event": draft.kind == "event" and draft.modality == "asserted",
        "a cause asserted": draft.kind == "cause",
        "hedged or conditional": draft.modality in ("possible", "conditional"),
        "announced, not yet done": draft.modality == "planned" or draft.kind == "pledge",
        "vague": not values and len(draft.tokens) < 5,
        "a judgement": draft.kind == "opinion",
    }
