"""The town lists: what the generator keeps, and that the lists in the package are what it writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.languages import codes, folder, load
from claimtrack.languages.generate_regions import read_regions, region_lines
from claimtrack.languages.generate_towns import HEAD, SHARED_HEAD, shared_towns, towns

NONE: frozenset[str] = frozenset()


def town(name: str, country: str, people: int, *others: str) -> dict[str, object]:
    return {"name": name, "countrycode": country, "population": people, "alternatenames": list(others)}


def test_a_name_stands_for_the_country_that_far_outnumbers_the_others() -> None:
    cities = [town("Santa Rosa", "AR", 100_000), town("Santa Rosa", "PH", 90_000), town("Malmberget", "SE", 5_000)]
    assert towns("en", cities, NONE) == HEAD + "SE malmberget\n"
    assert "AR santarosa" in towns("en", [*cities[:1], town("Santa Rosa", "PH", 10_000)], NONE)


def test_words_of_the_language_are_no_towns() -> None:
    assert towns("en", [town("Nice", "FR", 300_000)], frozenset({"nice"})) == HEAD
    assert towns("ar", [town("x", "IR", 9_000, "بستانها")], frozenset({"بستان"})) == HEAD


def test_what_stands_behind_the_river_may_be_left_out() -> None:
    assert towns("en", [town("Hanau am Main", "DE", 96_000)], NONE) == HEAD + "DE hanau|hanauammain\n"


def test_towns_called_like_families_must_be_large() -> None:
    assert towns("en", [town("Wilson", "US", 4_000), town("Raleigh", "US", 400_000)], NONE) == HEAD + "US raleigh\n"


def test_what_several_countries_share_or_is_small_waits_for_its_text() -> None:
    cities = [town("Elmtree", "AU", 700), town("Elmtree", "US", 900), town("Raleigh", "US", 400_000)]
    assert shared_towns("en", cities, NONE, {"raleigh"}) == SHARED_HEAD + "AU,US elmtree\n"


def test_accents_are_left_out() -> None:
    assert towns("en", [town("Jhālāwār", "IN", 90_000)], NONE) == HEAD + "IN jhalawar\n"


def test_a_region_of_another_country_makes_a_small_town_wait_for_its_text() -> None:
    cities, regions = [town("Mayo", "PH", 9_000)], {"mayo": {"IE"}}
    assert towns("en", cities, NONE, regions) == HEAD
    assert shared_towns("en", cities, NONE, set(), regions) == SHARED_HEAD + "IE,PH mayo\n"


def test_regions_lose_the_word_for_their_kind_and_what_tells_them_apart(tmp_path: Path) -> None:
    lines = (
        '<subdivision type="zmxx">محافظة موتشينغا، زامبيا</subdivision>',
        '<subdivision type="ienn">x</subdivision>',
    )
    (tmp_path / "ar.xml").write_text("\n".join(lines), encoding="utf-8")
    assert region_lines(read_regions(tmp_path / "ar.xml", "ar")).splitlines()[-1] == "ZM موتشينغا"


@pytest.mark.parametrize("code", codes())
def test_no_town_that_waits_for_its_text_is_told_by_its_name(code: str) -> None:
    language = load(code)
    countries = load("en").entry("countries", "names")
    assert not language.shared_towns.keys() & language.towns.keys()
    assert {code for codes in language.shared_towns.values() for code in codes.split(",")} <= set(countries)


@pytest.mark.parametrize("code", codes())
def test_the_lists_name_countries_and_each_town_once(code: str) -> None:
    lines = (folder(code) / "towns.txt").read_text(encoding="utf-8").removeprefix(HEAD).splitlines()
    countries = load("en").entry("countries", "names")
    names = [name for line in lines for name in line.partition(" ")[2].split("|")]
    assert {line.partition(" ")[0] for line in lines} <= set(countries)
    assert len(names) == len(set(names)) > 10_000
