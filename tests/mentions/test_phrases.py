"""Phrases as a reader would say them: how many of each list are read as meant, and none worse than agreed."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from claimtrack.languages import load
from claimtrack.mentions.numbers.finding import find_numbers
from claimtrack.mentions.quantities.finding import find_quantities
from claimtrack.mentions.times.finding import find_times
from claimtrack.model import Date, Duration, Quantity
from claimtrack.text.tokens import tokenize

_WEDNESDAY = datetime.date(2025, 3, 12)
_LISTS = Path(__file__).parent / "phrases"


def _phrases(name: str) -> list[tuple[str, str]]:
    lines = (_LISTS / f"{name}.tsv").read_text("utf-8").splitlines()
    return [(line.partition("\t")[0], line.partition("\t")[2]) for line in lines if line and line[0] != "#"]


def times(text: str, code: str) -> str:
    tokens, language = tokenize(text), load(code)
    said = []
    for hit in find_times(tokens, language, _WEDNESDAY, find_numbers(tokens, language)):
        value = hit.value
        if isinstance(value, Date):
            said.append(value.start if value.start == value.end else f"{value.start}/{value.end}")
        else:
            said.append(value.duration if isinstance(value, Duration) else f"every {value.period}")  # type: ignore[union-attr]
    return "; ".join(said) or "-"


def quantities(text: str, code: str) -> str:
    tokens, language = tokenize(text), load(code)
    numbers = find_numbers(tokens, language)
    taken = [(hit.first, hit.last) for hit in find_times(tokens, language, _WEDNESDAY, numbers)]
    found = [hit.value for hit in find_quantities(tokens, language, numbers, taken)]
    return "; ".join(_said(each) for each in found if isinstance(each, Quantity)) or "-"


def _said(each: Quantity) -> str:
    if each.value is None:
        return f"{_plain(each.low)}..{_plain(each.high)} {each.unit or '?'}"
    return f"{each.comparator}{_plain(each.value)} {each.unit or '?'}"


def _plain(value: object) -> str:
    return f"{Decimal(str(value)).normalize():f}"


@pytest.mark.parametrize(("text", "meant"), _phrases("en_times"))
def test_english_times(text: str, meant: str) -> None:
    assert times(text, "en") == meant


@pytest.mark.parametrize(("text", "meant"), _phrases("ar_times"))
def test_arabic_times(text: str, meant: str) -> None:
    assert times(text, "ar") == meant


@pytest.mark.parametrize(("text", "meant"), _phrases("ar_numbers"))
def test_arabic_numbers(text: str, meant: str) -> None:
    assert quantities(text, "ar") == meant
