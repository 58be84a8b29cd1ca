"""Links between claims: which claim one hangs on."""

from __future__ import annotations

import pytest

import claimtrack


def _targets(text: str) -> dict[str, list[tuple[str, str]]]:
    claims = claimtrack.extract(text).claims
    quotes = {claim.id: claim.quote for claim in claims}
    return {claim.quote: [(link.kind, quotes[link.to]) for link in claim.links] for claim in claims}


@pytest.mark.parametrize(
    ("text", "claim", "kind", "other"),
    [
        (
            "He was fined because he fished without a licence and because he lied about it.",
            "he lied about it",
            "reason",
            "He was fined",
        ),
        (
            "كتب المالك: «احترقت المطحنة لأن مصباحا سقط، لكن أحدا لم يصب».",
            "أحدا لم يصب",
            "contrast",
            "احترقت المطحنة",
        ),
        (
            "After the merger was approved, the bank cut 300 jobs.",
            "the merger was approved",
            "time",
            "the bank cut 300 jobs",
        ),
    ],
)
def test_claim_hangs_on(text: str, claim: str, kind: str, other: str) -> None:
    assert (kind, other) in _targets(text)[claim]
