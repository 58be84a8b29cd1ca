"""How far a claim is checked."""

from __future__ import annotations

from typing import Literal

Status = Literal[
    "unverified",
    "in_progress",
    "in_review",
    "verified",
    "partly_true",
    "misleading",
    "false",
    "unproven",
    "not_checkable",
]
