"""The gloss: short English from slots and lexicon, with negation and modality always in it, and nothing invented."""

from __future__ import annotations

import pytest
from trees import draft, passage

from claimtrack import extract
from claimtrack.claims.gloss import figures
from claimtrack.claims.gloss.composing import LONGEST, gloss
from claimtrack.languages import lexicon
from claimtrack.text.folding import fold

REMOVES = ("ar", "يقوم الموقع بإزالة القنوات.", "VERB:i root -1,NOUN nsubj 0,NOUN obl 0,NOUN nmod 2,PUNCT punct 0")
BLOCKED = ("ar", "تم حظر الموقع.", "VERB:p root -1,NOUN nsubj 0,NOUN nmod 1,PUNCT punct 0")


def test_a_support_verb_hands_over_to_its_noun() -> None:
    claim = draft(passage(*REMOVES), 0)
    claim.kind = "practice"
    assert gloss(claim, None, None).startswith("removes channels")


def test_a_passive_support_verb_makes_the_noun_passive() -> None:
    of = passage(*BLOCKED)
    assert gloss(draft(of, 0), None, None).startswith("blocked")


def test_negation_stays_where_no_word_is_known() -> None:
    of = passage("ar", "لم يتقسطن الموقع.", "PART advmod 1,VERB:i root -1,NOUN nsubj 1,PUNCT punct 1")
    claim = draft(of, 1)
    claim.polarity = "negated"
    assert gloss(claim, None, None).split(" · ")[0] == "not"


@pytest.mark.parametrize(
    ("modality", "shown"), [("possible", "may have closed"), ("planned", "will close"), ("denied", "denied: closed")]
)
def test_modality_is_part_of_the_line(modality: str, shown: str) -> None:
    of = passage("en", "The firm closed.", "DET det 1,NOUN nsubj 2,VERB:VBD root -1,PUNCT punct 2")
    claim = draft(of, 2)
    claim.modality = modality  # type: ignore[assignment]
    assert gloss(claim, None, None).startswith(shown)


def test_an_active_verb_takes_its_object_and_a_second_verb_along() -> None:
    of = passage(
        "en",
        "The firm refused to pay taxes.",
        "DET det 1,NOUN nsubj 2,VERB:VBD root -1,PART mark 4,VERB:VB xcomp 2,NOUN:S obj 4,PUNCT punct 2",
    )
    assert gloss(draft(of, 2), None, None) == "refused to pay taxes · firm"


@pytest.mark.parametrize(
    "text",
    [
        "دمر الفيضان 80 قسطنطونا في الوادي، وتقول إن الإصلاحات الطويلة المعقدة في المدارس والمستشفيات والمصانع انتهت.",
        "قال الوزير إن الطريق مغلق.",
        "لدى المنظمة ثلاثة مكاتب في لبنان.",
    ],
)
def test_no_arabic_letters_and_no_long_lines(text: str) -> None:
    for claim in extract(text, language="ar").claims:
        assert not any("\u0600" <= char <= "\u06ff" for char in claim.gloss)
        assert 0 < len(claim.gloss) <= LONGEST


def test_a_rate_is_said_once() -> None:
    for claim in extract("يزيل الموقع ملايين المنشورات يوميا.", language="ar").claims:
        assert claim.gloss.count("daily") <= 1


@pytest.mark.parametrize(("iso", "shown"), [("P4D", "4 days"), ("P2Y6M", "2 years 6 months"), ("PT1H", "1 hour")])
def test_durations(iso: str, shown: str) -> None:
    assert figures.duration(iso) == shown


@pytest.mark.parametrize(
    ("lemma", "present", "gerund"),
    [
        ("remove", "removes", "removing"),
        ("be closed", "is closed", "being closed"),
        ("deny", "denies", "denying"),
        ("have", "has", "having"),
        ("begin", "begins", "beginning"),
        ("reach", "reaches", "reaching"),
        ("die", "dies", "dying"),
    ],
)
def test_english_forms(lemma: str, present: str, gerund: str) -> None:
    assert (lexicon.present(lemma), lexicon.gerund(lemma)) == (present, gerund)


@pytest.mark.parametrize(
    ("word", "shown"),
    [("القنوات", "channels"), ("قناة", "channel"), ("الوزراء", "ministers"), ("السلطات", "authorities")],
)
def test_a_noun_keeps_its_number(word: str, shown: str) -> None:
    assert lexicon.noun_form("ar", fold(word)) == shown


@pytest.mark.parametrize(
    ("word", "possessed"), [("مكتبنا", True), ("أبوابها", True), ("الشركة", False), ("وزير", False)]
)
def test_a_possessive_is_told_from_a_bare_noun(word: str, possessed: bool) -> None:
    assert lexicon.has_possessive("ar", fold(word)) is possessed
