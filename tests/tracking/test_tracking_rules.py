"""Pure rules: statuses, evidence gates, rows of sheets, stems."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import UsageError
from claimtrack.model import Quantity
from claimtrack.model.tracking import Evidence, Note, TrackedClaim
from claimtrack.tracking import facts, gates, rows, sheets, statuses

_CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def tracked(**fields: Any) -> TrackedClaim:
    plain: dict[str, Any] = {
        "id": 1,
        "document_id": 1,
        "document": "d",
        "key": "c1",
        "start": 0,
        "end": 1,
        "quote": "x",
        "kind": "event",
        "text": "x",
        "gloss": "x",
        "added_at": "2024-09-07T12:00:00Z",
    }
    return TrackedClaim(**(plain | fields))


def evidence(id: int, stance: str, **fields: Any) -> Evidence:
    plain: dict[str, Any] = {
        "id": id,
        "claim_id": 1,
        "source_id": id,
        "source": "s",
        "stance": stance,
        "added_at": "2024",
        "added_by": "x",
    }
    return Evidence(**(plain | fields))


@pytest.mark.parametrize(
    ("stances", "status", "because", "passes"),
    [
        (["supports"], "verified", None, True),
        ([], "verified", "r", False),
        (["context"], "verified", "r", False),
        (["supports", "refutes"], "verified", None, False),
        (["supports", "refutes"], "verified", "answered", True),
        (["refutes"], "false", None, True),
        (["supports", "refutes"], "partly_true", None, True),
        (["supports"], "partly_true", None, False),
        (["supports"], "partly_true", "half", True),
        (["context"], "misleading", None, False),
        (["context"], "misleading", "cut", True),
        ([], "unproven", None, False),
        ([], "unproven", "no records", True),
        ([], "in_progress", None, True),
    ],
)
def test_what_a_verdict_wants(stances: list[str], status: Any, because: str | None, passes: bool) -> None:
    claim = tracked(evidence=tuple(evidence(i, s) for i, s in enumerate(stances, 1)))
    ruling = gates.rule(claim, status, because=because, without_evidence=None, strict=False)
    assert (ruling.refused is None) is passes


@pytest.mark.parametrize(
    ("origins", "rank", "because", "passes"),
    [
        (["court", "court"], None, "r", False),
        (["court", "press"], None, None, True),
        (["court"], "primary", None, False),
        (["court"], "primary", "the filing itself", True),
    ],
)
def test_strict_wants_two_origins_or_a_primary_source(
    origins: list[str], rank: Any, because: str | None, passes: bool
) -> None:
    held = tuple(evidence(i, "supports", origin=o, rank=rank) for i, o in enumerate(origins, 1))
    ruling = gates.rule(tracked(evidence=held), "verified", because=because, without_evidence=None, strict=True)
    assert (ruling.refused is None) is passes


def test_withdrawn_evidence_does_not_count() -> None:
    claim = tracked(evidence=(evidence(1, "supports", withdrawn_at="2024"),))
    assert gates.rule(claim, "verified", because=None, without_evidence=None, strict=False).refused


def test_statuses_are_known_by_other_spellings() -> None:
    assert statuses.known("In-Progress") == "in_progress"
    with pytest.raises(UsageError, match="maybe"):
        statuses.known("maybe")


def test_a_reviewer_setting_wants_a_review_first() -> None:
    assert statuses.step_error("in_progress", "verified", reason="r", reviewer=True)
    assert statuses.step_error("in_review", "verified", reason=None, reviewer=True) is None


@given(st.lists(_CELLS))
def test_joined_cells_come_apart_again(values: list[str]) -> None:
    assert rows.parted(rows.joined(values)) == [v.strip() for v in values if v.strip()]


@given(
    st.lists(_CELLS.map(str.strip).filter(bool), max_size=3),
    st.lists(_CELLS.filter(str.strip), max_size=3),
    _CELLS,
)
def test_an_unedited_export_changes_nothing(tags: list[str], notes: list[str], assignee: str) -> None:
    claim = tracked(
        tags=tuple(tags),
        assignee=assignee or None,
        notes=tuple(Note(id=i, text=text, author="x", at="2024") for i, text in enumerate(notes)),
    )
    read, problems = sheets.read([rows.to_row(claim)])
    plan = sheets.plan(read, problems, {1: claim})
    assert (plan.differences, plan.conflicts) == ((), ())


def test_confidential_evidence_never_stands_in_a_row() -> None:
    claim = tracked(
        evidence=(
            evidence(1, "supports", url="https://secret.example", access="confidential"),
            evidence(2, "refutes", url="https://open.example"),
        )
    )
    assert "secret" not in str(rows.to_row(claim))
    assert "secret" in rows.to_row(claim, confidential=True)["evidence"]


@pytest.mark.parametrize(
    ("quote", "words", "unit_text", "subject", "measure"),
    [
        ("3,400 nurses left", "3,400 nurses", "nurses", "3,400 nurses", None),
        ("3,400 nurses in Leeds left", "3,400 nurses", "nurses", "3,400 nurses in Leeds", "nurses in Leeds"),
        ("غادر 3400 ممرض", "3400 ممرض", "ممرض", "3400 ممرض", None),
        ("the hospital has 1,200 beds", "1,200 beds", "beds", "the hospital", "the hospital"),
        ("it has 1,200 beds", "1,200 beds", "beds", None, None),
    ],
)
def test_a_measure_is_named_without_its_value(
    quote: str, words: str, unit_text: str, subject: str | None, measure: str | None
) -> None:
    start = quote.index(words) + 7
    held = Quantity(value=Decimal(1), unit="u", unit_text=unit_text, start=start, end=start + len(words))
    claim = tracked(start=7, end=7 + len(quote), quote=quote, subject=subject, quantities=(held,))
    (fact,) = facts.facts([claim])
    assert fact.subject == measure
