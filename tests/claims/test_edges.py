"""Where exactly claims begin: no conjunction and no preposition that belongs to the clause around them."""

from __future__ import annotations

import pytest

from claimtrack import extract


def _texts(text: str) -> list[str]:
    return [claim.text for claim in extract(text, language="ar").claims]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("ومن المنتظر أن تصل الباخرة يوم الخميس.", "من المنتظر أن تصل الباخرة يوم الخميس"),
        ("واليوم يستقبل الميناء 300 قارب.", "اليوم يستقبل الميناء 300 قارب"),
        ("ولد الطفل في المستشفى.", "ولد الطفل في المستشفى"),
        ("وصلت الباخرة يوم الخميس.", "وصلت الباخرة يوم الخميس"),
    ],
)
def test_a_conjunction_written_on_the_first_word_is_no_part_of_a_claim(text: str, claim: str) -> None:
    assert _texts(text) == [claim]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("حكم على التاجر بغرامة قدرها 40 دينارا.", "غرامة قدرها 40 دينارا"),
        ("أحاط الأمير المدينة بسور طوله ثلاثة كيلومترات.", "سور طوله ثلاثة كيلومترات"),
        ("دفع التاجر غرامة قدرها 40 دينارا.", "غرامة قدرها 40 دينارا"),
        ("بنى الأمير باحة طولها 40 مترا.", "باحة طولها 40 مترا"),
    ],
)
def test_a_preposition_written_on_a_noun_is_no_part_of_what_is_told_of_it(text: str, claim: str) -> None:
    assert claim in _texts(text)
