"""Quantities from the corpora, and their spans on any text."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.languages import folder, load
from claimtrack.mentions.numbers.finding import find_numbers
from claimtrack.mentions.quantities.finding import find_quantities
from claimtrack.model import Quantity
from claimtrack.text.tokens import tokenize

_WORDS = [
    "more than",
    "between",
    "and",
    "to",
    "from",
    "5",
    "-",
    "$",
    "million",
    "half",
    "users",
    "a",
    "day",
    "%",
    "بين",
    "و",
    "من",
    "إلى",
    "٥",
    "مليون",
    "نصف",
    "مستخدم",
    "ال",
    "شخصان",
    "يوميا",
    "أكثر من",
    "4m",
    "1.5",
]


def _cases() -> list[Any]:
    out = []
    for code in ("ar", "en"):
        data = tomllib.loads((folder(code) / "corpus" / "quantities.toml").read_text("utf-8"), parse_float=Decimal)
        for case in data["case"]:
            reason = case.get("expected_failure")
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            out.append(pytest.param(code, case, id=f"{code}: {case['text']}", marks=marks))
    return out


def _values(text: str, code: str) -> list[Quantity]:
    tokens, language = tokenize(text), load(code)
    found = [hit.value for hit in find_quantities(tokens, language, find_numbers(tokens, language))]
    return [value for value in found if isinstance(value, Quantity)]


@pytest.mark.parametrize(("code", "case"), _cases())
def test_corpus(code: str, case: dict[str, Any]) -> None:
    found = _values(case["text"], code)
    shown = [
        tuple(getattr(each, name) for name in ("value", "low", "high", "comparator", "unit", "per", "change"))
        for each in found
    ]
    assert shown == [
        tuple(want.get(name) for name in ("value", "low", "high", "comparator", "unit", "per", "change"))
        for want in case["quantities"]
    ]


def test_taken_tokens_are_no_quantity() -> None:
    tokens, language = tokenize("11 نيسان"), load("ar")
    assert find_quantities(tokens, language, find_numbers(tokens, language), [(0, 2)]) == []


@given(st.lists(st.sampled_from(_WORDS), max_size=14), st.sampled_from(["ar", "en"]))
def test_any_order_of_words(words: list[str], code: str) -> None:
    text = " ".join(words)
    for value in _values(text, code):
        assert 0 <= value.start < value.end <= len(text)
