"""What can be chosen in forms: the values that the models allow, in their order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from claimtrack.model.claims import Kind, Modality, Polarity
from claimtrack.model.mentions import Comparator
from claimtrack.model.tracking import Access, EvidenceStance, SourceKind, SourceRank
from claimtrack.web.reading import UNITS

MOST_PARTS = 4
"""How many parts the page can split a claim into at once."""
CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "polarity": get_args(Polarity),
    "modality": get_args(Modality),
    "stance": get_args(EvidenceStance),
    "source_kind": get_args(SourceKind),
    "rank": get_args(SourceRank),
    "access": get_args(Access),
    "time": ("date", "duration", "frequency"),
    "comparator": get_args(Comparator),
    "change": ("rise_by", "fall_by", "rise_to", "fall_to", "multiply"),
    "per": ("PT1H", "P1D", "P1W", "P1M", "P1Y"),
    "length": UNITS,
}
