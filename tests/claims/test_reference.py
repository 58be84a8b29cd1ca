"""Who is meant: what is added stands in brackets, what is open stays open, and the quote is never touched."""

from __future__ import annotations

import re

import pytest
from trees import draft, passage

from claimtrack import extract
from claimtrack.claims.draft import Frame
from claimtrack.claims.reference.discourse import Discourse
from claimtrack.claims.reference.entities import Entity
from claimtrack.claims.reference.resolving import resolve
from claimtrack.claims.reference.writing import written
from claimtrack.languages import load

TEXTS = [
    ("en", "Boris Petrov won the race. He was born in Varna. His car broke down.", None),
    ("en", "I founded the clinic and we opened nine schools.", "Rana Aziz"),
    ("en", "The company, which makes tyres, lost its licence. It closed in 2014.", None),
    ("ar", "أسست العيادة عام 1998 وفتحنا تسع مدارس.", "رنا عزيز"),
    ("ar", "خسرت الشركة رخصتها. وأغلقت أبوابها عام 2014.", None),
]


@pytest.mark.parametrize(("code", "text", "speaker"), TEXTS)
def test_without_the_brackets_a_text_is_its_quote(code: str, text: str, speaker: str | None) -> None:
    for claim in extract(text, language=code, speaker=speaker).claims:
        bare = re.sub(r"\[[^\]]*\]", " ", claim.text)
        assert bare.split() == claim.quote.split()


def test_added_words_stand_where_they_belong() -> None:
    assert written("He left.", 0, 7, [(2, " [Ivan]")]) == "He [Ivan] left"
    assert written("and left  Malta", 4, 15, [(4, "[Ivan] ")]) == "[Ivan] left Malta"
    assert written("He left.", 0, 7, []) == "He left"


def test_a_pronoun_with_one_fitting_antecedent_is_resolved() -> None:
    sentence = passage("en", "She left.", "PRON nsubj 1,VERB:VBD root -1,PUNCT punct 1")
    known = Discourse(recent=[Entity("Ivan", "m", "s"), Entity("Clara", "f", "s")])
    found = resolve(draft(sentence, 1), known, load("en").hooks)
    assert (found.subject, found.ambiguous) == ("Clara", ())


def test_two_equal_antecedents_stay_open() -> None:
    sentence = passage("en", "He left.", "PRON nsubj 1,VERB:VBD root -1,PUNCT punct 1")
    known = Discourse(recent=[Entity("Ivan", "m", "s"), Entity("Pavel", "m", "s")])
    found = resolve(draft(sentence, 1), known, load("en").hooks)
    assert found.subject is None
    assert found.additions == ()
    assert set(found.ambiguous[0].candidates) == {"Ivan", "Pavel"}


def test_the_first_person_is_the_speaker() -> None:
    sentence = passage("en", "I left.", "PRON nsubj 1,VERB:VBD root -1,PUNCT punct 1")
    found = resolve(draft(sentence, 1, frame=Frame("Rana", "direct")), Discourse(), load("en").hooks)
    assert found.subject == "Rana"
    assert [words.strip() for _, words in found.additions] == ["[Rana]"]


def test_we_of_an_organisation_is_the_organisation() -> None:
    sentence = passage("en", "We left.", "PRON nsubj 1,VERB:VBD root -1,PUNCT punct 1")
    found = resolve(draft(sentence, 1, frame=Frame("Rana", "direct")), Discourse("Acme"), load("en").hooks)
    assert found.subject == "Acme"


REPORTS = [
    ("en", "The ministry said it had received 12 reports.", "The ministry"),
    ("en", "Apple closed two plants. The ministry said it would hire 300 inspectors.", "The ministry"),
    ("en", "Telegram has many users. Rana Haddad, founder of Noor, said it had helped 4,000 families.", "Noor"),
    ("en", "Police said they had arrested four men.", "Police"),
    ("en", "Apple said on Monday it had sold 12 million phones.", "Apple"),
    ("en", "Minister Laila Amin said she had met the workers.", "Minister Laila Amin"),
    ("ar", "قالت الوزارة إنها تلقت 12 بلاغا.", "الوزارة"),
    ("ar", "قال الوزير كريم سعيد إنه وقع الاتفاق يوم الأحد.", "الوزير كريم سعيد"),
    ("ar", "قال محللون إنهم راجعوا حسابات الشركة.", "محللون"),
]


@pytest.mark.parametrize(("code", "text", "subject"), REPORTS)
def test_a_pronoun_in_a_report_means_its_speaker(code: str, text: str, subject: str) -> None:
    assert extract(text, language=code).claims[-1].subject == subject


def test_a_report_that_names_another_leaves_the_pronoun_open() -> None:
    text = "The ministry said the company had lost 3 million euros and that it would close two plants."
    last = extract(text, language="en").claims[-1]
    assert last.subject is None
    assert set(last.ambiguous[0].candidates) == {"the company", "The ministry"}


def test_what_falls_is_not_said_to_be_the_speaker() -> None:
    assert extract("ذكرت الوكالة أنه سقط 12 قتيلا.", language="ar").claims[-1].subject is None


def test_each_country_of_a_list_gets_the_words_before_it() -> None:
    claims = extract("Telegram was blocked in Russia and Iran.", language="en").claims
    assert [(c.text, c.places) for c in claims] == [
        ("Telegram was blocked in Russia", ("RU",)),
        ("[Telegram was blocked in] Iran", ("IR",)),
    ]
    assert [c.subject for c in claims] == ["Telegram", "Telegram"]


@pytest.mark.parametrize(
    ("text", "quote", "subject"),
    [
        ("كان قسطنطين، المولود في قرطاج، من أشهر المترجمين.", "كان قسطنطين", "قسطنطين"),
        ("تظاهر مئات المودعين أمام المصرف. وهاجر نحو ربع الأطباء.", "هاجر", None),
    ],
)
def test_who_acts_is_not_what_describes_or_was_named_before(text: str, quote: str, subject: str | None) -> None:
    claim = next(c for c in extract(text, language="ar").claims if quote in c.quote)
    assert claim.subject == subject
