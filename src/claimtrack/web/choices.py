"""What can be chosen in forms: the values that the models allow, in their order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from claimtrack.model.claims import Kind, Modality, Polarity
from claimtrack.model.tracking import Access, EvidenceStance, SourceKind, SourceRank

CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "polarity": get_args(Polarity),
    "modality": get_args(Modality),
    "stance": get_args(EvidenceStance),
    "source_kind": get_args(SourceKind),
    "rank": get_args(SourceRank),
    "access": get_args(Access),
}
