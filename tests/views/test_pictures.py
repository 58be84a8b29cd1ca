"""Pictures say in words what they show, and show what they say."""

from __future__ import annotations

from decimal import Decimal
from xml.etree import ElementTree

import pytest
from test_marking import tracked

from claimtrack.model.tracking import Fact, FactPoint
from claimtrack.views import pictures

SVG = "{http://www.w3.org/2000/svg}"


def drawn(svg: str) -> ElementTree.Element:
    """The picture as XML: it must be well formed and say what it is."""
    root = ElementTree.fromstring(svg)
    title = root.find(f"{SVG}title")
    assert root.get("role") == "img"
    assert title is not None
    assert title.text == root.get("aria-label")
    return root


def test_progress_is_cut_in_proportion() -> None:
    root = drawn(pictures.progress({"verified": 1, "unverified": 3}, language="en"))
    widths = {rect.get("class"): float(rect.get("width") or 0) for rect in root.iter(f"{SVG}rect")}
    assert widths == {"s-unverified": pytest.approx(748), "s-verified": pytest.approx(248)}
    assert root.get("aria-label") == "unverified: 3, verified: 1"


def test_progress_of_nothing_says_so() -> None:
    assert drawn(pictures.progress({}, language="en")).get("aria-label") == "no claims"


def test_progress_starts_at_the_right_in_arabic() -> None:
    root = drawn(pictures.progress({"verified": 1, "unverified": 3}, language="ar", right_to_left=True))
    left = {rect.get("class"): float(rect.get("x") or 0) for rect in root.iter(f"{SVG}rect")}
    assert left["s-unverified"] > left["s-verified"]


def test_strip_stands_where_the_claim_stands() -> None:
    text = "x" * 100
    claims = [tracked(1, 10, 20, text), tracked(2, 90, 100, text, status="false")]
    for right_to_left, at in ((False, [100, 900]), (True, [800, 0])):
        root = drawn(pictures.strip(100, claims, language="en", right_to_left=right_to_left))
        bars = [rect for rect in root.iter(f"{SVG}rect") if rect.get("data-c")]
        assert [float(bar.get("x") or -1) for bar in bars] == at
        assert [bar.get("height") for bar in bars] == ["10", "20"]
    assert "2 claims, 1 of them" in str(root.get("aria-label"))


def fact(*values: tuple[str | None, int | None, tuple[int, int] | None]) -> Fact:
    points = [
        FactPoint(
            day=day,
            value=None if value is None else Decimal(value),
            low=None if span is None else Decimal(span[0]),
            high=None if span is None else Decimal(span[1]),
            claim=tracked(n, 0, 1, "a", gloss="<b>"),
        )
        for n, (day, value, span) in enumerate(values, 1)
    ]
    return Fact(subject="Telegram & co", unit="user", points=tuple(points))


def test_timeline_goes_up_and_to_the_right() -> None:
    root = drawn(pictures.timeline(fact(("2021-01-01", 500, None), ("2024-01-01", 950, None)), language="en"))
    first, last = [(float(c.get("cx") or 0), float(c.get("cy") or 0)) for c in root.iter(f"{SVG}circle")]
    assert first[0] < last[0]
    assert first[1] > last[1]
    assert "2021-01-01: 500; 2024-01-01: 950" in str(root.get("aria-label"))


def test_timeline_of_a_range_and_of_one_day() -> None:
    root = drawn(pictures.timeline(fact(("2021-01-01", None, (10, 20)), ("2021-01-01", 15, None)), language="en"))
    assert [line.get("class") for line in root.iter(f"{SVG}line")].count("range") == 1


def test_no_timeline_without_days_to_compare() -> None:
    for values in (((None, 5, None), ("-0499-01-01", 5, None)), (("2021-01-01", 5, None),)):
        assert pictures.timeline(fact(*values), language="en") == ""


@pytest.mark.parametrize(
    ("size", "words"), [("950000000", "950M"), ("12500", "12.5K"), ("0", "0"), ("-3000000000", "-3B"), ("7.5", "7.5")]
)
def test_numbers_on_axes_are_short(size: str, words: str) -> None:
    assert pictures.short(Decimal(size)) == words
