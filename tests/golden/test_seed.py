"""The whole extraction of the seed, word for word, and the claims that an editor must recognise in it.

The golden file shows what a change does to a real statement. Only `pytest --rewrite-golden` rewrites it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal

import pytest

import claimtrack
from claimtrack.model import Claim, Extraction


@pytest.fixture(scope="module")
def extraction(seed: str) -> Extraction:
    return claimtrack.extract(seed)


def test_the_extraction_is_the_golden_one(extraction: Extraction, golden: Callable[[str, str], None]) -> None:
    golden("seed.json", json.dumps(extraction.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n")


def test_the_same_input_gives_the_same_output(extraction: Extraction, seed: str) -> None:
    assert claimtrack.extract(seed).model_dump_json() == extraction.model_dump_json()


def test_quotes_are_the_words_of_the_text(extraction: Extraction, seed: str) -> None:
    spans = [*extraction.claims, *(a for claim in extraction.claims for a in claim.appearances)]
    assert all(seed[span.start : span.end] == span.quote for span in spans)


def test_the_document_says_its_own_date(extraction: Extraction) -> None:
    assert (extraction.document.language, extraction.document.published) == ("ar", "2024-09-06")


def test_every_sentence_is_accounted_for(extraction: Extraction) -> None:
    places = [(a.start, a.end) for claim in extraction.claims for a in (claim, *claim.appearances)]
    lost = [
        s
        for s in extraction.sentences
        if s.set_aside is None and not any(start < s.end and end > s.start for start, end in places)
    ]
    assert lost == []


def measured(claim: Claim) -> set[tuple[object, str, str | None]]:
    return {(q.value, q.comparator, q.unit) for q in claim.quantities}


@pytest.mark.parametrize(
    ("value", "comparator", "unit"),
    [(Decimal(950_000_000), "=", "user"), (Decimal(12_000_000), ">", "subscriber")],
)
def test_quantities_of_the_design(extraction: Extraction, value: Decimal, comparator: str, unit: str) -> None:
    assert any((value, comparator, unit) in measured(claim) for claim in extraction.claims if claim.checkable)


def test_questioned_for_four_days(extraction: Extraction) -> None:
    assert any(
        getattr(time, "duration", None) == "P4D"
        for claim in extraction.claims
        if claim.checkable
        for time in claim.times
    )


@pytest.mark.parametrize("country", ["RU", "IR"])
def test_blocked_countries(extraction: Extraction, country: str) -> None:
    alone = [claim for claim in extraction.claims if claim.checkable and list(claim.places) == [country]]
    assert alone, "a claim of its own for each country"


def test_last_month_is_the_whole_month_before_the_text(extraction: Extraction) -> None:
    times = [time for claim in extraction.claims for time in claim.times]
    assert any((getattr(t, "start", None), getattr(t, "end", None)) == ("2024-08-01", "2024-08-31") for t in times)
