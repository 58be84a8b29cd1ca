"""Places: each language's corpus, agreement between languages, freshness of the generated list, traps."""

from __future__ import annotations

import time
import tomllib
from collections import defaultdict
from typing import Any

import pytest

from claimtrack import extract
from claimtrack.languages import codes, folder, load
from claimtrack.mentions.places.finding import find_places
from claimtrack.model import Place
from claimtrack.text.tokens import tokenize

KNOWN = {"proves", "text", "places", "pair", "expected_failure"}


def cases(code: str) -> list[dict[str, Any]]:
    text = (folder(code) / "corpus" / "places.toml").read_text(encoding="utf-8")
    return list(tomllib.loads(text)["case"])


def found(text: str, code: str) -> list[tuple[str, str]]:
    return [(text[hit.start : hit.end], hit.value.code) for hit in find_places(tokenize(text), load(code))]


def country_codes(text: str, code: str) -> set[str]:
    return {each for _, each in found(text, code)}


ALL = [
    pytest.param(code, case, id=f"{code}-{case['proves']}-{i}")
    for code in codes()
    for i, case in enumerate(cases(code))
]


@pytest.mark.parametrize(("code", "case"), ALL)
def test_corpus(code: str, case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    assert set(case) <= KNOWN
    if reason := case.get("expected_failure"):
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))
    assert country_codes(case["text"], code) == set(case["places"]), found(case["text"], code)


def test_paired_cases_say_the_same_in_each_language() -> None:
    pairs: dict[int, dict[str, set[str]]] = defaultdict(dict)
    for code in codes():
        for case in cases(code):
            if "pair" in case:
                pairs[case["pair"]][code] = set(case["places"])
    assert len(pairs) >= 80
    for number, by_language in pairs.items():
        assert set(by_language) == set(codes()), number
        assert len({frozenset(each) for each in by_language.values()}) == 1, number


def test_generated_countries_are_fresh() -> None:
    pytest.importorskip("babel")
    from claimtrack.languages.generate_places import countries

    for code in codes():
        assert (folder(code) / "countries.toml").read_text(encoding="utf-8") == countries(code)


@pytest.mark.parametrize("code", codes())
def test_every_listed_name_is_found_in_a_sentence_of_itself(code: str) -> None:
    language = load(code)
    ambiguous = set(language.data("places")["contextual"])
    lists = language.data("places")
    missed = []
    for table in ("countries", "cities", "nationalities", "peoples"):
        for key, names in lists.get(table, {}).items():
            missed += [
                (key, name, found(name, code))
                for name in names
                if name not in ambiguous and name.removeprefix("the ") and country_codes(f", {name} ,", code) != {key}
            ]
    for key, names in language.entry("countries", "names").items():
        missed += [
            (key, name, found(name, code))
            for name in names
            if name not in ambiguous and country_codes(name, code) != {key}
        ]
    assert missed == []


def test_capitals_of_all_countries_and_more() -> None:
    for code in codes():
        assert sum(map(len, load(code).data("places")["cities"].values())) >= 700


@pytest.mark.parametrize("code", codes())
def test_no_name_belongs_to_two_countries(code: str) -> None:
    lists = load(code).data("places")
    owners = defaultdict(set)
    for table in ("countries", "cities", "nationalities"):
        for key, names in lists[table].items():
            for name in names:
                owners[name].add(key)
    assert {name: keys for name, keys in owners.items() if len(keys) > 1 and name not in lists["contextual"]} == {}


# Arabic: the nationality of each country by rule and list, in the four commonest forms.
NISBA = {
    "FR": "فرنسي",
    "DE": "ألماني",
    "GB": "بريطاني",
    "IT": "إيطالي",
    "ES": "إسباني",
    "PT": "برتغالي",
    "NL": "هولندي",
    "BE": "بلجيكي",
    "DK": "دنماركي",
    "SE": "سويدي",
    "NO": "نرويجي",
    "FI": "فنلندي",
    "PL": "بولندي",
    "RU": "روسي",
    "UA": "أوكراني",
    "TR": "تركي",
    "GR": "يوناني",
    "CH": "سويسري",
    "AT": "نمساوي",
    "HU": "مجري",
    "US": "أمريكي",
    "CA": "كندي",
    "MX": "مكسيكي",
    "BR": "برازيلي",
    "CU": "كوبي",
    "CN": "صيني",
    "JP": "ياباني",
    "IN": "هندي",
    "PK": "باكستاني",
    "AF": "أفغاني",
    "IR": "إيراني",
    "IQ": "عراقي",
    "SY": "سوري",
    "LB": "لبناني",
    "JO": "أردني",
    "PS": "فلسطيني",
    "IL": "إسرائيلي",
    "EG": "مصري",
    "SD": "سوداني",
    "LY": "ليبي",
    "TN": "تونسي",
    "DZ": "جزائري",
    "MA": "مغربي",
    "SA": "سعودي",
    "AE": "إماراتي",
    "QA": "قطري",
    "KW": "كويتي",
    "YE": "يمني",
    "NG": "نيجيري",
    "ET": "إثيوبي",
    "KE": "كيني",
    "AU": "أسترالي",
    "RO": "روماني",
    "BG": "بلغاري",
    "RS": "صربي",
    "BH": "بحريني",
}


def test_arabic_nationalities_in_each_form() -> None:
    forms = [
        (f"{article}{base}{ending}", key)
        for key, base in NISBA.items()
        for article, ending in (("", ""), ("ال", "ة"), ("وال", "ين"), ("لل", "ون"))
    ]
    assert len(forms) >= 150
    assert [(form, key, found(form, "ar")) for form, key in forms if country_codes(form, "ar") != {key}] == []


def test_the_span_leaves_particles_out_and_keeps_the_article() -> None:
    assert found("وبالقاهرة", "ar") == [("القاهرة", "EG")]
    assert found("والفرنسية", "ar") == [("الفرنسية", "FR")]
    assert found("لفرنسا", "ar") == [("فرنسا", "FR")]
    assert found("in China's army", "en") == [("China", "CN")]


def test_value_is_the_english_name() -> None:
    hit = find_places(tokenize("في القاهرة"), load("ar"))[0]
    assert (hit.type, hit.value.name, hit.value.code) == ("place", "Egypt", "EG")


def test_cost_is_linear() -> None:
    def cost(times: int) -> float:
        tokens = tokenize("جورجيا وعمان وفرنسا والصين. " * times)
        begin = time.process_time()
        find_places(tokens, load("ar"))
        return time.process_time() - begin

    cost(10)
    assert cost(4000) < 40 * max(cost(400), 1e-3)


WHOLE_TEXTS = [
    ("en", "A blast hit Beirut. Two people died in Tripoli on Sunday.", ["LB", "LB"]),
    ("en", "Two people died in Tripoli on Sunday. Libya said so.", ["LY", "LY"]),
    ("en", "American officials met. They flew to Paris.", ["US", "FR"]),
    ("en", "They met in Paris, Texas. Officials left Paris on Monday.", ["US", "US", "US"]),
    ("ar", "قال الجيش اللبناني إن انفجارا وقع في الشمال. وقتل شخصان في طرابلس.", ["LB", "LB"]),
    ("ar", "قتل شخصان في طرابلس يوم الأحد.", ["LY"]),
]


@pytest.mark.parametrize(("code", "text", "codes"), WHOLE_TEXTS)
def test_an_ambiguous_name_lies_where_the_text_speaks_of(code: str, text: str, codes: list[str]) -> None:
    found = [m.value.code for m in extract(text, language=code).mentions if isinstance(m.value, Place)]
    assert found == codes
