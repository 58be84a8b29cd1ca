"""The roll: what pronouns, descriptions and labels go back to."""

from __future__ import annotations

import pytest

from claimtrack.claims.voices.roll import Roll
from claimtrack.languages import load


def roll(code: str, *names: str) -> Roll:
    found = Roll(load(code).hooks)
    for name in names:
        found.enter(name)
    return found


@pytest.mark.parametrize(
    ("said", "meant"),
    [("she", "Minister Ada Roy"), ("The minister", "Minister Ada Roy"), (None, "Minister Ada Roy"), ("Bo Li", "Bo Li")],
)
def test_english_words_go_back_to_who_was_named(said: str | None, meant: str) -> None:
    assert roll("en", "Bo Li", "Minister Ada Roy").speaker(said) == meant


def test_an_arabic_description_goes_back_to_the_title() -> None:
    assert roll("ar", "وزيرة النقل سلمى حداد", "الشرطة").speaker("الوزيرة") == "وزيرة النقل سلمى حداد"


def test_a_description_of_nobody_named_stays() -> None:
    assert roll("en", "Ada Roy").speaker("the bank") == "the bank"


def test_a_verb_goes_back_to_the_last_one_of_its_gender() -> None:
    assert roll("ar", "الباحثة", "المدير").speaker(None, "وأضافت") == "الباحثة"


def test_a_text_of_one_s_own_goes_back_to_who_spoke_most() -> None:
    found = Roll(load("ar").hooks, frozenset({"رسالته"}))
    found.told.update(["مروان دياب", "الوزارة", "مروان دياب"])
    assert found.speaker("رسالته المفتوحة") == "مروان دياب"
    assert found.principal == "مروان دياب"


def test_the_same_source_is_who_was_named_last() -> None:
    found = Roll(load("ar").hooks, same=frozenset({"المصدر نفسه"}))
    found.enter("وزارة الصحة")
    assert found.full("المصدر نفسه") == "وزارة الصحة"


def test_a_description_goes_back_to_the_name_that_it_was_said_of() -> None:
    found = roll("en", "Ada Roy")
    found.titles["insurer"] = "Straits Mutual"
    assert found.speaker("The insurer") == "Straits Mutual"
