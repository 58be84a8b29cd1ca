"""Annotated sentences: gold claims by treebank sentence id and offsets, without the sentences themselves."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimtrack.claims.analysis import Analysis
from claimtrack.claims.selection import is_candidate
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
            row["document"], row["text"], row.get("published"), row.get("speaker"), tuple(map(_claim, row["claims"]))
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


def align(a: Analysis, claim: GoldClaim) -> tuple[int, frozenset[int]] | None:
    """The head token and the tokens of a gold claim in a tree: the word whose subtree covers most of the claim."""
    inside = frozenset(
        i for i, t in enumerate(a.tokens) if t.end > claim.start and t.start < claim.end and t.kind != "mark"
    )
    best: tuple[int, int] | None = None
    for i in sorted(inside):
        if a.heads[i] in inside:
            continue
        covered = sum(k in inside for k in a.subtree(i)) + 2 * is_candidate(a, i)
        if best is None or covered > best[0]:
            best = (covered, i)
    return None if best is None else (best[1], inside)


def branch_labels(a: Analysis, head: int, inside: frozenset[int]) -> list[tuple[int, bool]]:
    """For the branches met on the way down from `head`: does the claim hold them?"""
    found: list[tuple[int, bool]] = []
    todo = [head]
    while todo:
        for kid in a.kids[todo.pop()]:
            words: Sequence[int] = [k for k in a.subtree(kid) if a.tokens[k].kind != "mark"]
            if not words:
                continue
            held = kid in inside and 2 * sum(k in inside for k in words) >= len(words)
            found.append((kid, held))
            if held:
                todo.append(kid)
    return found
