"""Word lists seen from outside: what stands in a list is read with its value by the program itself."""

from __future__ import annotations

import datetime

import pytest

from claimtrack import extract, languages
from claimtrack.model import Date, Place, Quantity

CODES = languages.codes()
MET = {"ar": "التقى الوزيران في {} يوم 3 مارس.", "en": "The ministers met in {} on 3 March."}
ON_DAY = {"ar": "وصل الوفد في 5 {} 2020.", "en": "The delegation arrived on 5 {} 2020."}
# Twice: "won" and "rand" are money for certain only in millions, a pound of something only without them.
COST = {
    "ar": "دفعت الشركة 300 {0} أمس و300 مليون {0} اليوم.",
    "en": "The company paid 300 {0} yesterday and 300 million {0} today.",
}
ANCHOR = datetime.date(2024, 9, 6)


def values(sentence: str, code: str, kind: type) -> list[object]:
    mentions = extract(sentence, language=code, published=ANCHOR).mentions
    return [mention.value for mention in mentions if isinstance(mention.value, kind)]


@pytest.mark.parametrize("code", CODES)
def test_every_country_is_found_by_its_name(code: str) -> None:
    names = languages.load(code).data("countries")["names"]
    missed = {
        name: country
        for country, forms in names.items()
        for name in forms[:1]
        if country not in [place.code for place in values(MET[code].format(name), code, Place)]
    }
    assert missed == {}


@pytest.mark.parametrize("code", CODES)
def test_every_month_is_read(code: str) -> None:
    months = languages.load(code).data("months")["month"]
    missed = {
        name: month
        for month, forms in months.items()
        for name in forms
        if f"2020-{int(month):02}-05" not in [date.start for date in values(ON_DAY[code].format(name), code, Date)]
    }
    assert missed == {}


@pytest.mark.parametrize("code", CODES)
def test_every_currency_is_read(code: str) -> None:
    currencies = languages.load(code).data("units")["currencies"]
    weighed = languages.load(code).data("units")["weighed"]
    paid = {weighed["unit"]: weighed["money"]}  # what a weight that is also money is called where it is paid
    missed = {
        forms[0]: unit
        for unit, forms in currencies.items()
        if forms and paid.get(unit, unit) not in [q.unit for q in values(COST[code].format(forms[0]), code, Quantity)]
    }
    assert missed == {}
