"""Interviews: which labels are letters, and whom the words before the first turn introduce."""

from __future__ import annotations

import pytest

from claimtrack import extract
from claimtrack.claims.voices.interviews import asks, is_letter
from claimtrack.languages import load


@pytest.mark.parametrize(
    ("code", "label", "letter", "asking"),
    [
        ("en", "Q.", True, True),
        ("en", "A", True, False),
        ("en", "Answer", True, False),
        ("en", "Roy", False, False),
        ("ar", "س", True, True),
        ("ar", "ج", True, False),
        ("ar", "الضيف", True, False),
        ("ar", "المحافظ", False, False),
    ],
)
def test_labels(code: str, label: str, letter: bool, asking: bool) -> None:
    assert is_letter(label, load(code)) is letter
    assert asks(label, load(code)) is asking


@pytest.mark.parametrize(
    ("intro", "guest"),
    [
        ("تتحدث إلينا الدكتورة فريدة الكواري، مديرة المركز، عن الموسم.", "فريدة الكواري"),
        ("أجرت مجلة «ضفاف» هذا الحوار مع الروائية نائلة الصباغ بعد فوز روايتها.", "نائلة الصباغ"),
        ("زهرة المنصوري أول امرأة تقود قطارا في تونس.", "زهرة المنصوري"),
    ],
)
def test_answers_are_those_of_the_guest(intro: str, guest: str) -> None:
    text = f"{intro}\nس: كيف كان العام؟\nج: أغلقنا ثلاثة مكاتب في مايو.\nس: ولماذا؟\nج: انتهى عقدها في أبريل."
    claims = [c for c in extract(text, language="ar").claims if c.attribution == "direct"]
    assert claims
    assert all(guest in (c.speaker or "") for c in claims), [c.speaker for c in claims]


def test_a_title_that_labels_a_turn_has_the_name_of_the_lead_in() -> None:
    text = (
        "مقتطفات من ندوة عقدها الوزير الأول كمال عبروق في العاصمة:\n"
        "الصحفي: كم سيارة استوردتم؟\nالوزير الأول: استوردنا 180 ألف سيارة.\n"
        "الصحفي: ومتى يفتح المصنع؟\nالوزير الأول: يفتح المصنع في نوفمبر."
    )
    speakers = {c.speaker for c in extract(text, language="ar").claims if c.quote.startswith("استوردنا")}
    assert speakers == {"الوزير الأول كمال عبروق"}


def test_headings_that_ask_make_no_interview() -> None:
    text = (
        "تداول مستخدمون مقطعا قالوا إنه يوثق انهيار جسر. لكن المقطع صُوّر في الصين عام 2022.\n"
        "ماذا نرى في الفيديو؟\n"
        "يظهر في المقطع جسر خرساني. وتحمل لوحات الشاحنات حروفا صينية.\n"
        "هل يوجد الجسر؟\n"
        "لا يوجد جسر بهذا الاسم في المدينة. وسبق أن نُشر المقطع نفسه في مصر."
    )
    speakers = {c.quote: c.speaker for c in extract(text, language="ar").claims}
    told = [who for quote, who in speakers.items() if "لا يوجد جسر" in quote or "حروفا صينية" in quote]
    assert told
    assert set(told) == {"narrator"}


def test_a_fact_check_with_questions_for_headings_speaks_for_itself() -> None:
    text = (
        "A video shared on Facebook claims that a bridge fell into the river on 9 March. The claim is false.\n\n"
        "What does the video show?\n\n"
        "The footage was filmed in Peru in 2017. Road signs in it are in Spanish.\n\n"
        "Did the mayor confirm it?\n\n"
        "The mayor's office told us that the bridge was open. The post was later deleted."
    )
    speakers = {c.quote: c.speaker for c in extract(text, language="en").claims}
    assert speakers["The footage was filmed in Peru in 2017"] == "narrator"
    assert speakers["The post was later deleted"] == "narrator"


def test_questions_to_somebody_make_an_interview() -> None:
    text = (
        "Maya Lind runs the only cinema in Visby.\n\n"
        "Why did you close in March?\n\n"
        "The roof leaked. It cost 40,000 euros.\n\n"
        "When will you open again?\n\n"
        "The first film starts on 4 June."
    )
    claims = {c.quote: c.speaker for c in extract(text, language="en").claims}
    assert claims["The roof leaked"] == "Maya Lind"
