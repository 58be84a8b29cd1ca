"""Every field of a claim can be edited on the page, and a claim split, by plain forms."""

from __future__ import annotations

from decimal import Decimal

import pytest
from visitor import Make, Page

from builders import TEXT
from claimtrack.errors import UsageError
from claimtrack.model import Date, Duration, Frequency
from claimtrack.model.tracking import TrackedClaim
from claimtrack.web import reading

AT = "/documents/1?claim=1"


def edited(page: Page, id: int = 1, **fields: str) -> TrackedClaim:
    """The claim after an edit on the page."""
    answer = page.deed(id, "edit", checkable="yes", **fields)
    assert answer.status_code == 303, answer.text
    with page.tracker() as tracker:
        return tracker.claim(id)


def test_what_the_form_shows_comes_back_as_it_is_stored(page: Page) -> None:
    with page.tracker() as tracker:
        before = tracker.claim(2)
    answer = page.deed(2, "edit", checkable="yes", q0_number="12,000,000", q0_comparator=">", q0_unit="subscriber")
    assert answer.status_code == 303
    assert "Nothing was changed" in page.get("/documents/1").text
    with page.tracker() as tracker:
        assert tracker.claim(2) == before


def test_a_quantity_gets_another_number_and_keeps_its_place(page: Page) -> None:
    with page.tracker() as tracker:
        old = tracker.claim(1).quantities[0]
    claim = edited(page, q0_number="900 million", q0_comparator="≈", q0_per="P1M")
    (new,) = claim.quantities
    assert (new.value, new.comparator, new.per, new.unit) == (Decimal(900_000_000), "≈", "P1M", "user")
    assert (new.start, new.end) == (old.start, old.end)
    assert claim.edited == ("quantities",)


def test_a_range_a_second_quantity_and_none(page: Page) -> None:
    claim = edited(page, q0_number="900,000,000", q0_to="950,000,000", q1_number="950", q1_unit="million")
    first, second = claim.quantities
    assert (first.value, first.low, first.high) == (None, Decimal(900_000_000), Decimal(950_000_000))
    assert TEXT[second.start : second.end] == "950"
    claim = edited(page, q0_to="", q1_number="")
    assert [q.value for q in claim.quantities] == [Decimal(900_000_000)]
    assert edited(page, q0_number="").quantities == ()


def test_times_of_every_sort(page: Page) -> None:
    claim = edited(page, t0_start="2024-02")
    assert isinstance(claim.times[0], Date)
    assert (claim.times[0].start, claim.times[0].end) == ("2024-02-01", "2024-02-29")
    edited(page, t1_kind="duration", t1_length="4", t1_in="P*D")
    claim = edited(page, t2_kind="frequency", t2_length="1", t2_in="P*W")
    day, span, rhythm = claim.times
    assert isinstance(day, Date)
    assert isinstance(span, Duration)
    assert isinstance(rhythm, Frequency)
    assert (span.duration, rhythm.period) == ("P4D", "P1W")
    claim = edited(page, t0_start="2024-02-03", t0_end="2024-02-05", t2_length="")
    assert [time.kind for time in claim.times] == ["date", "duration"]


def test_places_by_code_and_by_name(page: Page) -> None:
    assert edited(page, places="ru، Iran, فرنسا").places == ("RU", "IR", "FR")


def test_kind_text_and_gloss_with_the_reason_in_the_history(page: Page) -> None:
    claim = edited(page, kind="state", text="Telegram has users.", gloss="users", because="clearer")
    assert (claim.kind, claim.text, claim.gloss) == ("state", "Telegram has users.", "users")
    with page.tracker() as tracker:
        last = tracker.history(1)[0]
    assert (last.command, last.reason) == ("page: edit", "clearer")


@pytest.mark.parametrize(
    "fields",
    [
        {"q0_number": "many"},
        {"q0_number": "9", "q0_to": "3"},
        {"q0_comparator": "about"},
        {"q0_change": "jumps"},
        {"t0_start": "2024-13"},
        {"t0_start": "2024-02-30"},
        {"t0_start": "2025", "t0_end": "2024"},
        {"t0_kind": "duration", "t0_length": "long"},
        {"t0_kind": "moon", "t0_length": "P1D"},
        {"places": "Atlantis"},
    ],
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_values_that_make_no_sense_change_nothing_and_stay_in_the_form(
    make: Make, language: str, fields: dict[str, str]
) -> None:
    page = make(language=language)
    with page.tracker() as tracker:
        before = tracker.claim(1)
    answer = page.deed(1, "edit", checkable="yes", **fields)
    assert answer.status_code == 422
    assert all(f">{value}<" in answer.text or f'value="{value}"' in answer.text for value in fields.values())
    with page.tracker() as tracker:
        assert tracker.claim(1) == before


def test_values_are_undone_in_one_step(page: Page) -> None:
    with page.tracker() as tracker:
        before = tracker.claim(1)
    edited(page, q0_number="1", t0_start="2024", places="RU")
    page.send("/undo", AT)
    with page.tracker() as tracker:
        after = tracker.claim(1)
    assert (after.quantities, after.times, after.places) == (before.quantities, before.times, before.places)


def test_values_know_conflicts(page: Page, make: Make) -> None:
    stale = page.hidden(AT, "/claims/1/edit")
    edited(make(), q0_number="2")
    answer = page.client.post("/claims/1/edit", data=stale | {"q0_number": "3", "checkable": "yes"})
    assert answer.status_code == 409
    assert 'value="3"' in answer.text


def test_a_claim_is_split_and_put_together_again(page: Page) -> None:
    answer = page.deed(2, "split", part0="Its channel", part1="more than 12 million subscribers", part2=" ")
    with page.tracker() as tracker:
        old = tracker.claim(2)
        parts = sorted(tracker.claims(), key=lambda c: c.id)[-2:]
        last = tracker.history(2)[0]
    assert answer.headers["location"] == f"/documents/1?claim={parts[0].id}#panel"
    assert old.superseded_by == parts[0].id
    assert [part.quote for part in parts] == ["Its channel", "more than 12 million subscribers"]
    assert [len(part.quantities) for part in parts] == [0, 1]
    assert last.command == "page: split"
    page.send("/undo", "/documents/1")
    with page.tracker() as tracker:
        assert tracker.claim(2).superseded_by is None
        assert parts[0].id not in {claim.id for claim in tracker.claims()}


@pytest.mark.parametrize(("parts", "status"), [(("Its channel",), 422), (("Its channel", "not there"), 404)])
def test_a_split_that_cannot_be_keeps_what_was_typed(page: Page, parts: tuple[str, ...], status: int) -> None:
    answer = page.deed(2, "split", **{f"part{at}": part for at, part in enumerate(parts)}, part3="")
    assert answer.status_code == status
    assert all(f">{part}</textarea>" in answer.text for part in parts)
    with page.tracker() as tracker:
        assert tracker.claim(2).superseded_by is None


def test_a_split_knows_conflicts(page: Page) -> None:
    stale = page.hidden("/documents/1?claim=2", "/claims/2/split")
    page.deed(2, "tag", tags="later")
    answer = page.client.post("/claims/2/split", data=stale | {"part0": "Its channel", "part1": "subscribers"})
    assert answer.status_code == 409


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", "12"),
        ("-3.5", "-3.5"),
        ("٩٥٠", "950"),
        ("12,000,000", "12000000"),
        ("12 000", "12000"),
        ("950 مليون", "950000000"),
        ("twelve million", "12000000"),
    ],
)
def test_numbers_as_people_type_them(text: str, value: str) -> None:
    assert reading.number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "12 or 13", "7 users", "x" * 500])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(UsageError):
        reading.number(text)


@pytest.mark.parametrize("iso", ["P4D", "PT30M", "P2M", "P1Y", "P2Y6M"])
def test_lengths_come_back(iso: str) -> None:
    assert reading.length(*reading.length_parts(iso)) == iso


@pytest.mark.parametrize(
    ("text", "days"), [("-0499", ("-0499-01-01", "-0499-12-31")), ("٢٠٢٤-٠٢", ("2024-02-01", "2024-02-29"))]
)
def test_days_before_our_era_and_in_other_digits(text: str, days: tuple[str, str]) -> None:
    assert reading.days(text) == days


def test_the_narrator_by_the_name_that_the_page_gives_it(make: Make) -> None:
    page = make(language="ar")
    edited(page, speaker="الراوي")
    shown = page.get(AT).text
    with page.tracker() as tracker:
        assert tracker.claim(1).speaker == "narrator"
    assert 'value="الراوي"' in shown
    assert edited(page, speaker="الراوي").edited == ("speaker",)
    assert edited(page, speaker="Omar").speaker == "Omar"


SAID = [
    ("en", {"t0_start": "2024"}, "2024"),
    ("en", {"t0_start": "2024-02-03", "t0_end": "2024-02-05"}, "2024-02-03 – 2024-02-05"),
    ("en", {"t0_kind": "duration", "t0_length": "1", "t0_in": "P*D"}, "for 1 day"),
    ("en", {"t0_kind": "duration", "t0_length": "P2Y6M"}, "for 2 years and 6 months"),
    ("ar", {"t0_kind": "duration", "t0_length": "2", "t0_in": "P*D"}, "لمدة يومين"),
    ("ar", {"t0_kind": "duration", "t0_length": "4", "t0_in": "P*D"}, "لمدة 4 أيام"),
    ("ar", {"t0_kind": "duration", "t0_length": "12", "t0_in": "P*D"}, "لمدة 12 يوماً"),
    ("ar", {"t0_kind": "frequency", "t0_length": "1", "t0_in": "P*D"}, "كل يوم"),
    ("ar", {"q0_number": "5", "q0_per": "P1M", "q0_change": "rise_by"}, "لكل شهر (ارتفع بمقدار)"),
]


@pytest.mark.parametrize(("language", "fields", "words"), SAID)
def test_values_are_said_in_words_of_the_page(make: Make, language: str, fields: dict[str, str], words: str) -> None:
    page = make(language=language)
    edited(page, **fields)
    assert words in page.get(AT).text
