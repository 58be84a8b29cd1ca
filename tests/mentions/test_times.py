"""Times: the corpus of each language, parallel cases, spans, derived dates, calendars, fresh lists."""

from __future__ import annotations

import datetime
import tomllib
from itertools import pairwise
from typing import Any

import pytest

from claimtrack.languages import codes, folder, load
from claimtrack.languages.generate import months
from claimtrack.mentions.hits import Hit
from claimtrack.mentions.numbers.finding import find_numbers
from claimtrack.mentions.times import calendars
from claimtrack.mentions.times.finding import DerivedDate, derive_dates, find_times
from claimtrack.mentions.times.time_words import TimeText
from claimtrack.model import Date, Duration, Frequency
from claimtrack.text.tokens import tokenize


def cases(code: str) -> list[dict[str, Any]]:
    file = folder(code) / "corpus" / "times.toml"
    found: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))["case"]
    return found


def read(code: str, text: str, anchor: str | None = None) -> tuple[list[Hit], list[DerivedDate]]:
    tokens, language = tokenize(text), load(code)
    day = datetime.date.fromisoformat(anchor) if anchor else None
    hits = find_times(tokens, language, day, find_numbers(tokens, language))
    return hits, derive_dates(tokens, language, hits)


def plain(hit: Hit) -> dict[str, str]:
    value = hit.value
    assert isinstance(value, Date | Duration | Frequency)
    found = value.model_dump(mode="json", exclude={"span"})
    if found.get("calendar") == "gregorian":
        del found["calendar"]
    return found


def params() -> list[Any]:
    found = []
    for code in codes():
        for case in cases(code):
            reason = case.get("expected_failure")
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            found.append(pytest.param(code, case, id=f"{code}: {case['proves']}", marks=marks))
    return found


@pytest.mark.parametrize(("code", "case"), params())
def test_corpus(code: str, case: dict[str, Any]) -> None:
    hits, _ = read(code, case["text"], case.get("anchor"))
    assert [plain(hit) for hit in hits] == case["times"]


def test_languages_say_the_same() -> None:
    arabic = {case["proves"]: case["times"] for case in cases("ar")}
    english = {case["proves"]: case["times"] for case in cases("en")}
    assert len(arabic) >= 110
    assert arabic == english


@pytest.mark.parametrize("code", ["ar", "en"])
def test_hits_are_ordered_and_span_their_words(code: str) -> None:
    for case in cases(code):
        hits, _ = read(code, case["text"], case.get("anchor"))
        tokens = tokenize(case["text"])
        for hit in hits:
            assert tokens[hit.first].start <= hit.start < hit.end == tokens[hit.last - 1].end
            assert (hit.value.span.start, hit.value.span.end) == (hit.start, hit.end)  # type: ignore[union-attr]
        assert all(one.last <= two.first for one, two in pairwise(hits))


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("ar", "تستمر لشهرين فقط", "شهرين"),
        ("ar", "وصلت إلى باريس الشهر الماضي", "الشهر الماضي"),
        ("ar", "وفي ٦ سبتمبر ٢٠٢٤ تحدث", "٦ سبتمبر ٢٠٢٤"),
        ("en", "On Friday, September 6, 2024, it began", "Friday, September 6, 2024"),
        ("en", "in the mid-1970s there", "mid-1970s"),
    ],
)
def test_span_leaves_attached_particles_out(code: str, text: str, words: str) -> None:
    hits, _ = read(code, text, "2024-09-06")
    assert [text[hit.start : hit.end] for hit in hits] == [words]


@pytest.mark.parametrize(
    ("code", "text", "date", "event"),
    [
        (
            "ar",
            "بعد اثني عشر يوما من اعتقال المؤسس في باريس، تحدث علنا في 6 سبتمبر 2024",
            "2024-08-25",
            "اعتقال",
        ),
        ("ar", "قبل ثلاثة أيام من الانتخابات، استقال في 6 سبتمبر 2024", "2024-09-09", "الانتخابات"),
        ("en", "Twelve days after his arrest in Paris, he spoke on 6 September 2024.", "2024-08-25", "his"),
        ("en", "He spoke on 6 September 2024, twelve days after his arrest.", "2024-08-25", "his"),
        ("en", "Three days before the vote, he resigned on 6 September 2024.", "2024-09-09", "the"),
    ],
)
def test_distance_dates_the_event(code: str, text: str, date: str, event: str) -> None:
    _, derived = read(code, text)
    assert [(each.date.start, each.date.end, each.whose) for each in derived] == [(date, date, "event")]
    assert tokenize(text)[derived[0].event_first].text == event


def test_distance_from_a_dated_event_dates_the_sentence() -> None:
    _, derived = read("en", "Two days after the vote of 6 September 2024, he resigned.")
    assert [(each.date.start, each.whose) for each in derived] == [("2024-09-08", "sentence")]


def test_distance_in_years_is_no_finer_than_a_year() -> None:
    _, derived = read("en", "Two years after his arrest, he spoke on 6 September 2024.")
    assert [(each.date.start, each.date.end) for each in derived] == [("2022-01-01", "2022-12-31")]


@pytest.mark.parametrize("text", ["Twelve days after his arrest, he spoke.", "بعد يومين من اعتقاله، تحدث"])
def test_distance_without_a_date_derives_nothing(text: str) -> None:
    assert read("en" if text.isascii() else "ar", text)[1] == []


def test_hijri_days() -> None:
    assert calendars.hijri_day(1, 1, 1) == (622, 7, 19)  # 16 July 622 in the Julian calendar
    assert calendars.hijri_day(1445, 1, 1) == (2023, 7, 19)
    assert calendars.hijri_year_of(datetime.date(2024, 9, 6)) == 1446


def test_days_before_our_era_are_signed() -> None:
    assert calendars.iso((-499, 1, 1)) == "-0499-01-01"


def test_generated_files_are_fresh() -> None:
    pytest.importorskip("babel")
    for code, name, text in months():
        assert (folder(code) / f"{name}.toml").read_text(encoding="utf-8") == text, (
            "run python -m claimtrack.languages.generate"
        )


@pytest.mark.parametrize("code", ["ar", "en"])
@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_name_is_found(code: str, number: int) -> None:
    for name in load(code).entry("months", "month", str(number)):
        hits, _ = read(code, f"6 {name} 2024")
        assert [plain(hit)["start"] for hit in hits] == [f"2024-{number:02d}-06"]


@pytest.mark.parametrize(
    "text",
    [
        "32 May 2024",
        "30 February 2024",
        "99999999999999 days ago",
        "year 0",
        "May " * 50,
        "every every every",
        "a a a year",
        "- - 1914 - -",
        "القرن",
        "قبل قبل عام",
    ],
)
def test_strange_text_is_read_without_an_exception(text: str) -> None:
    for code in codes():
        for anchor in (None, "2024-09-06", "0001-01-01", "9999-12-31"):
            for hit in read(code, text, anchor)[0]:
                assert hit.start < hit.end


@pytest.mark.parametrize("code", codes())
def test_a_word_that_opens_no_time_would_have_begun_none(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told = [(case["text"], case.get("published", "2024-05-14")) for case in cases(code)]
    passed_over = [read(code, text, anchor) for text, anchor in told]
    monkeypatch.setattr(TimeText, "opens", lambda text, i: True)
    assert [read(code, text, anchor) for text, anchor in told] == passed_over
