"""What a tracker knows, all under one roof; each name lives in the room's file that says what it is about."""

from __future__ import annotations

from claimtrack.model.across import Comparison, Fact, FactPoint, Pair
from claimtrack.model.counts import Problem, Stats, TagCount
from claimtrack.model.filters import Filter, Order, SavedFilter
from claimtrack.model.history import Change, FieldChange, Operation
from claimtrack.model.sources import (
    Access,
    Capture,
    CaptureState,
    Evidence,
    EvidenceStance,
    Source,
    SourceKind,
    SourceRank,
)
from claimtrack.model.spreadsheets import ImportPlan, ImportRow, RowDifference, RowProblem
from claimtrack.model.statuses import Status
from claimtrack.model.stored import DocumentRow, ExtractionOutcome
from claimtrack.model.tracked import Note, Origin, SearchHit, Similar, TrackedClaim

__all__ = [
    "Access",
    "Capture",
    "CaptureState",
    "Change",
    "Comparison",
    "DocumentRow",
    "Evidence",
    "EvidenceStance",
    "ExtractionOutcome",
    "Fact",
    "FactPoint",
    "FieldChange",
    "Filter",
    "ImportPlan",
    "ImportRow",
    "Note",
    "Operation",
    "Order",
    "Origin",
    "Pair",
    "Problem",
    "RowDifference",
    "RowProblem",
    "SavedFilter",
    "SearchHit",
    "Similar",
    "Source",
    "SourceKind",
    "SourceRank",
    "Stats",
    "Status",
    "TagCount",
    "TrackedClaim",
]
