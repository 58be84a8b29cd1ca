"""Numbers that count nothing, from the corpora, and that no claim carries them."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import extract
from claimtrack.languages import folder


def _cases() -> list[Any]:
    out = []
    for code in ("ar", "en"):
        data = tomllib.loads((folder(code) / "corpus" / "numerals.toml").read_text("utf-8"), parse_float=Decimal)
        out += [pytest.param(code, case, id=f"{code}: {case['text']}") for case in data["case"]]
    return out


@pytest.mark.parametrize(("code", "case"), _cases())
def test_corpus(code: str, case: dict[str, Any]) -> None:
    mentions = extract(case["text"], language=code).mentions
    assert [each.value.value for each in mentions if each.numeral] == case["numerals"]


def test_no_claim_carries_a_numeral() -> None:
    claims = extract("The third F-16 killed 12 farmers on Friday.", language="en").claims
    assert {q.value for claim in claims for q in claim.quantities} <= {Decimal(12)}


@given(st.text(alphabet="0123456789-.:()+/ abIVX%", max_size=40), st.sampled_from(["ar", "en"]))
def test_any_digits(text: str, code: str) -> None:
    for each in extract(text, language=code).mentions:
        assert text[each.start : each.end] == each.text
