"""ClaimReview: right by its own model, and read by a reader that others wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from builders import ARABIC, TEXT, Clock, arabic, english
from claimtrack.cli.claim_sheet import claim_sheet
from claimtrack.model.tracking import Filter
from claimtrack.tracker import Tracker
from claimtrack.views.exports import claimreview

HOUSE = {"organisation": {"name": "The Desk", "url": "https://desk.example"}}
SCALE = {"false": {"label": "Pants on fire", "value": 0}, "verified": {"label": "Spot on", "value": 10}}


@pytest.fixture
def tracker(tmp_path: Path) -> Iterator[Tracker]:
    with Tracker(tmp_path / "claims.db", actor="sara", clock=Clock()) as opened:
        opened.store(english(), TEXT, name="statement")
        opened.store(arabic(), ARABIC, name="خبر")
        opened.mark(1, "verified", without_evidence="filing", published_url="https://desk.example/1")
        opened.mark(3, "false", without_evidence="decree")
        opened.mark(4, "unproven", because="nobody knows the date", without_evidence="nobody knows")
        opened.mark(6, "misleading", without_evidence="old figure")
        opened.mark(5, "not_checkable", because="opinion")
        yield opened


def exported(tracker: Tracker, settings: dict[str, Any] = HOUSE) -> bytes:
    return claimreview.to_bytes(claim_sheet(lambda: tracker.iter_claims(Filter(checkable=None))), settings)


def test_only_verdicts_leave(tracker: Tracker) -> None:
    reviews = json.loads(exported(tracker))
    names = [each["reviewRating"]["alternateName"] for each in reviews]
    assert names == ["True", "False", "Unproven", "مضلل"]
    assert [each["reviewRating"].get("ratingValue") for each in reviews] == [5, 1, None, 2]
    assert "bestRating" not in reviews[2]["reviewRating"], "a verdict without a number has no scale"


def test_our_own_model_takes_it_back(tracker: Tracker) -> None:
    for each in json.loads(exported(tracker)):
        found = claimreview.ClaimReview.model_validate(without_at(each))
        assert found.claimReviewed
        assert found.itemReviewed.datePublished == "2024-09-06"
        assert found.inLanguage in ("ar", "en")


def without_at(value: Any) -> Any:
    if isinstance(value, dict):
        return {name.removeprefix("@"): without_at(each) for name, each in value.items()}
    return value


def test_an_independent_reader_finds_the_reviews_in_a_page(tracker: Tracker) -> None:
    extruct = pytest.importorskip("extruct", reason="the independent reader extruct is not installed")
    script = f'<script type="application/ld+json">{exported(tracker).decode()}</script>'
    found = extruct.extract(f"<html><head>{script}</head></html>", syntaxes=["json-ld"])["json-ld"]
    assert [each["@type"] for each in found] == ["ClaimReview"] * 4
    assert found[0]["@context"] == "https://schema.org"
    assert found[0]["claimReviewed"] == "Telegram has 950 million users"
    assert found[0]["url"] == "https://desk.example/1"
    assert found[0]["author"] == {"@type": "Organization", "name": "The Desk", "url": "https://desk.example"}
    assert found[0]["itemReviewed"]["author"] == {"@type": "Person", "name": "Pavel Durov"}
    assert found[3]["claimReviewed"].startswith("عدد مستخدمي")


def test_the_house_scale_renames_and_renumbers(tracker: Tracker) -> None:
    first, second, *_ = json.loads(exported(tracker, HOUSE | {"ratings": SCALE}))
    assert first["reviewRating"]["alternateName"] == "Spot on"
    assert (second["reviewRating"]["ratingValue"], second["reviewRating"]["worstRating"]) == (0, 0)
    assert second["reviewRating"]["bestRating"] == 10


def test_a_claim_cannot_break_out_of_its_script(tracker: Tracker) -> None:
    tracker.edit(1, text="</script><script>alert(1)</script>")
    data = exported(tracker)
    assert b"<" not in data
    assert json.loads(data)[0]["claimReviewed"] == "</script><script>alert(1)</script>"


def test_a_publisher_is_asked_for_and_never_made_up(tracker: Tracker) -> None:
    assert "organisation" in (claimreview.missing({}) or "")
    assert claimreview.missing(HOUSE) is None
    assert "author" not in json.loads(exported(tracker, {}))[0]
