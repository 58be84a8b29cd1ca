"""Annotated sentences: gold claims by treebank sentence id and offsets, without the sentences themselves."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimtrack.claims.analysis import Analysis
from claimtrack.model.claims import Attribution


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One annotated claim, as the annotation guideline describes it."""

    start: int
    end: int
    kind: str
    also_kinds: tuple[str, ...]
    checkable: bool
    speaker: str | None
    attribution: Attribution
    polarity: str
    modality: str


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A whole annotated text of our own, with what a caller would say about it."""

    name: str
    genre: str
    text: str
    published: str | None
    speaker: str | None
    claims: tuple[GoldClaim, ...]


def read(path: Path) -> dict[str, list[GoldClaim]]:
    """Gold claims by sentence id; a sentence that was annotated and has none has an empty list."""
    return {row["sentence"]: [_claim(c) for c in row["claims"]] for row in _rows(path)}


def read_documents(path: Path) -> list[GoldDocument]:
    """Annotated documents."""
    return [
        GoldDocument(
            row["document"],
            row.get("genre", "mixed"),
            row["text"],
            row.get("published"),
            row.get("speaker"),
            tuple(map(_claim, row["claims"])),
        )
        for row in _rows(path)
    ]


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _claim(c: dict[str, Any]) -> GoldClaim:
    return GoldClaim(
        c["start"],
        c["end"],
        c["kind"],
        tuple(c.get("also_kinds", ())),
        c.get("checkable", True),
        c.get("speaker", "narrator"),
        c.get("attribution", "narrated"),
        c.get("polarity", "affirmed"),
        c.get("modality", "asserted"),
    )


def tokens_of(a: Analysis, claim: GoldClaim) -> tuple[int, int] | None:
    """The first and the last token of a gold claim, marks at its edges left out; None where it holds no word."""
    inside = [i for i, t in enumerate(a.tokens) if t.end > claim.start and t.start < claim.end and t.kind != "mark"]
    return (inside[0], inside[-1]) if inside else None
