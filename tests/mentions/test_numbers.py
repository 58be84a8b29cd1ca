"""Numbers in digits and words, from the corpora and over num2words."""

from __future__ import annotations

import random
import tomllib
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.languages import folder, load
from claimtrack.mentions.numbers.finding import find_numbers
from claimtrack.text.tokens import tokenize

num2words = pytest.importorskip("num2words").num2words


def _cases() -> list[Any]:
    out = []
    for code in ("ar", "en"):
        data = tomllib.loads((folder(code) / "corpus" / "numbers.toml").read_text("utf-8"), parse_float=Decimal)
        for case in data["case"]:
            reason = case.get("expected_failure")
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            out.append(pytest.param(code, case, id=f"{code}: {case['text']}", marks=marks))
    return out


@pytest.mark.parametrize(("code", "case"), _cases())
def test_corpus(code: str, case: dict[str, Any]) -> None:
    found = find_numbers(tokenize(case["text"]), load(code))
    assert [hit.value for hit in found if not hit.ordinal] == case.get("numbers", [])
    assert [hit.value for hit in found if hit.ordinal] == case.get("ordinals", [])


@pytest.mark.parametrize(("code", "least"), [("ar", 0.99), ("en", 1.0)])
def test_words_to_value(code: str, least: float) -> None:
    dice = random.Random(7)
    values = [*range(300), *(dice.randrange(10 ** dice.randrange(3, 10)) for _ in range(1200))]
    right = 0
    for value in values:
        found = find_numbers(tokenize(num2words(value, lang=code)), load(code))
        right += len(found) == 1 and found[0].value == value
    assert right / len(values) >= least


@given(st.text(max_size=80), st.sampled_from(["ar", "en"]))
def test_any_text(text: str, code: str) -> None:
    last = 0
    for hit in find_numbers(tokenize(text), load(code)):
        assert last <= hit.start < hit.end <= len(text)
        last = hit.end
