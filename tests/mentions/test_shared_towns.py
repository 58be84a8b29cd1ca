"""Towns that only their text can place."""

from __future__ import annotations

from claimtrack import extract


def codes(text: str) -> list[tuple[str, str]]:
    found = extract(text).mentions
    return [(m.text, m.value.code) for m in found if m.type == "place"]  # type: ignore[union-attr]


def test_a_name_of_several_countries_lies_in_the_one_that_the_text_is_about() -> None:
    assert ("Elmore", "AU") in codes("Australia has had no rain. The wheat in Elmore failed.")
    assert ("Elmore", "US") in codes("Alabama has had no rain. The wheat in Elmore failed.")


def test_where_the_text_speaks_of_no_such_country_the_name_is_none() -> None:
    assert codes("There was no rain. The wheat in Elmore failed.") == []
    assert codes("Norway has had no rain. The wheat in Elmore failed.") == [("Norway", "NO")]


def test_two_countries_that_are_named_alike_leave_it_open() -> None:
    assert len(codes("Australia and Canada and Alabama sent seed. The wheat in Elmore failed.")) == 3


def test_a_loose_word_announces_it_where_the_text_does_so_surely_elsewhere() -> None:
    assert codes("Australia is dry. I farm at Elmore.") == [("Australia", "AU")]
    assert codes("Australia is dry. I farm at Elmore. Nobody in Elmore sows.")[1:] == [("Elmore", "AU")] * 2


def test_a_person_of_that_name_is_no_town() -> None:
    assert codes("Australia is dry. Susan Elmore farms. I believe in Elmore.") == [("Australia", "AU")]


def test_an_adjective_behind_the_name_places_it_alone() -> None:
    assert ("سان لويس", "US") not in codes("أغلقت الولايات المتحدة المعبر في بلدة سان لويس المكسيكية.")


def test_a_short_name_behind_a_loose_word_lies_in_the_country_that_the_text_is_about() -> None:
    assert codes("Georgia has a new railway. The trains run from Poti.") == [("Georgia", "GE"), ("Poti", "GE")]
    assert codes("Norway has a new railway. The trains run from Poti.") == [("Norway", "NO")]
