"""Dates that need more than their own words: the sentence before, the time of the verb, the text's own day."""

from __future__ import annotations

import datetime

import pytest

import claimtrack
from claimtrack.model import Date

_WEDNESDAY = datetime.date(2024, 5, 15)


def dates(text: str, code: str, published: datetime.date | None = None) -> list[tuple[str, str]]:
    found = claimtrack.extract(text, language=code, published=published).mentions
    return [(m.value.start, m.value.end) for m in found if isinstance(m.value, Date)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Miners stopped work on 3 October 1906. On 15 October soldiers came. A stone recalls it since 2006."),
        ("ar", "أضرب عمال المنجم في 3 أكتوبر 1906. وفي 15 أكتوبر وصل الجنود. ويذكر نصب بذلك منذ 2006."),
    ],
)
def test_a_story_without_a_date_of_its_own_keeps_to_the_year_it_told_last(code: str, text: str) -> None:
    assert dates(text, code)[:2] == [("1906-10-03", "1906-10-03"), ("1906-10-15", "1906-10-15")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "She opened a school in 1931. Two years later she sold it."),
        ("ar", "افتتحت مدرسة عام 1931. وبعد ذلك بعامين باعتها."),
    ],
)
def test_a_length_counts_from_the_date_of_the_sentence_before(code: str, text: str) -> None:
    assert dates(text, code) == [("1931-01-01", "1931-12-31"), ("1933-01-01", "1933-12-31")]


def test_a_length_counts_from_nothing_where_no_date_was_told() -> None:
    assert dates("She opened a school. Two years later she sold it.", "en", _WEDNESDAY) == []


@pytest.mark.parametrize(
    ("text", "dates_told"),
    [
        ("The party lost nine seats in March 2023. If we win on 7 May, rents will fall.", ["2023-03-01"]),
        ("The mill lost nine orders in March 2023. It said it would shut on 7 May.", ["2023-03-01", "2023-05-07"]),
        ("The mill will open in 2030. Workers will arrive on 7 May.", ["2030-01-01", "2030-05-07"]),
    ],
)
def test_what_is_to_come_takes_no_year_that_is_over(text: str, dates_told: list[str]) -> None:
    assert [start for start, _ in dates(text, "en")] == dates_told


def test_a_dateline_is_the_day_of_the_text_and_a_birth_is_not() -> None:
    assert dates("LEEDS, 14 May 2024 - The plant closed yesterday.", "en")[-1] == ("2024-05-13", "2024-05-13")
    told = dates("She was born on 2 March 1871. Her book sells well today. It was printed again in 1988.", "en")
    assert told == [("1871-03-02", "1871-03-02"), ("1988-01-01", "1988-12-31")]


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("en", "Talks resume by Monday.", "2024-05-20"),
        ("en", "The board met on Monday.", "2024-05-13"),
        ("en", "The nurses are leaving on Monday.", "2024-05-20"),
        ("en", "From midnight on Monday, nobody can enter the port.", "2024-05-20"),
        ("ar", "وسيمثل الرجل أمام القاضي يوم الاثنين.", "2024-05-20"),
        ("ar", "ومثل الرجل أمام القاضي يوم الاثنين.", "2024-05-13"),
        ("ar", "سأزور المصنع يوم الاثنين.", "2024-05-20"),
        ("en", "She said the digging could begin on Monday.", "2024-05-20"),
        ("ar", "سيعوض المتضررون قبل يوم الاثنين.", "2024-05-20"),
    ],
)
def test_a_weekday_lies_where_its_verb_does(code: str, text: str, day: str) -> None:
    assert dates(text, code, _WEDNESDAY) == [(day, day)]


@pytest.mark.parametrize(
    ("code", "text", "start"),
    [
        ("en", "Steel exports fell in February.", "2024-02-01"),
        ("en", "The first data should arrive in July.", "2024-07-01"),
        ("ar", "يعقد مؤتمر الحزب في أكتوبر.", "2024-10-01"),
        ("ar", "عقد مؤتمر الحزب في أكتوبر.", "2023-10-01"),
        ("ar", "سنبدأ بناء القمر الثالث في أكتوبر.", "2024-10-01"),
    ],
)
def test_a_month_lies_where_its_verb_does(code: str, text: str, start: str) -> None:
    assert [first for first, _ in dates(text, code, _WEDNESDAY)] == [start]


def test_a_door_and_a_demonstrative_are_no_august() -> None:
    assert dates("ننشر العقود على باب هذه القاعة.", "ar", _WEDNESDAY) == []


def test_a_past_within_a_number_of_years_is_no_date_to_come() -> None:
    assert dates("The rule has been used twice in five years.", "en", _WEDNESDAY) == []


def test_a_year_after_its_noun_stands_before_a_verb_and_not_before_what_it_counts() -> None:
    assert dates("The treaty of 1868 ended the raids.", "en") == [("1868-01-01", "1868-12-31")]
    assert dates("A crowd of 1868 people cheered.", "en") == []


@pytest.mark.parametrize(
    ("code", "text", "year"),
    [
        ("en", "The bridge will be ready by the end of 2028, the council said. Work began in May.", "2028"),
        ("en", "The line opens in 2030. Tests started in March.", "2030"),
        ("ar", "تعهدت البلدية بإنجاز النفق بحلول نهاية 2028. وبدأ العمل في مايو.", "2028"),
    ],
)
def test_what_was_done_was_not_done_in_a_year_that_lies_ahead(code: str, text: str, year: str) -> None:
    assert [start[:4] for start, _ in dates(text, code)] == [year]


def test_what_was_done_is_of_the_last_year_that_does_not_lie_ahead() -> None:
    text = "The works began in 2021. The bridge will be ready by the end of 2028. The tower fell in May."
    assert dates(text, "en")[-1] == ("2021-05-01", "2021-05-31")
