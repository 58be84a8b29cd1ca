"""The bilingual lexicon: every entry is found in a text made of itself, and the English forms are English."""

from __future__ import annotations

import tomllib
from collections import Counter

import pytest

from claimtrack.languages import folder, lexicon, load
from claimtrack.text.folding import fold, fold_text
from claimtrack.text.tokens import tokenize

PREDICATES = load("ar").data("predicates")["predicates"]
NOUNS = load("ar").data("nouns")["nouns"]
ARABIC = {chr(code) for code in range(0x0621, 0x064B)} - {"\u0640"}


def words(entry: dict[str, list[str]]) -> list[str]:
    return [part for forms in entry.values() for form in forms for part in form.split("/")]


def in_sentence(word: str) -> str:
    """The folded word as the tokens of a sentence around it have it."""
    sentence = f"وفي يوم أمس {word} هناك."
    found = [token.fold for token in tokenize(sentence)]
    assert fold_text(sentence).text.split()[3] == found[3]
    return found[3]


def test_the_lexicon_is_broad() -> None:
    assert len(PREDICATES) >= 1500
    assert len(NOUNS) >= 800


def test_no_word_has_letters_that_arabic_text_does_not() -> None:
    for key, entry in PREDICATES.items():
        assert all(set(word) <= ARABIC for word in words(entry)), key
    for key, forms in NOUNS.items():
        assert all(set(word) <= ARABIC for word in forms), key


def test_every_key_is_an_english_lemma_or_phrase() -> None:
    for key in (*PREDICATES, *NOUNS):
        letters = key.replace(" ", "").replace("-", "")
        assert letters.isascii(), key
        assert letters.isalpha(), key


def test_every_predicate_has_a_word() -> None:
    assert all(words(entry) for entry in PREDICATES.values())
    assert {field for entry in PREDICATES.values() for field in entry} == {
        "verb",
        "noun",
        "participle",
        "forms",
    }


def test_no_word_stands_twice() -> None:
    verbs = Counter(
        tuple(fold(form) for form in verb.split("/")) for e in PREDICATES.values() for verb in e.get("verb", ())
    )
    assert [verb for verb, count in verbs.items() if count > 1] == []
    nominal = Counter(
        fold(word) for e in PREDICATES.values() for field in ("noun", "participle") for word in e.get(field, ())
    )
    assert [word for word, count in nominal.items() if count > 1] == []
    nouns = Counter(fold(word) for forms in NOUNS.values() for word in forms)
    assert [word for word, count in nouns.items() if count > 1] == []


def test_every_verb_is_found_in_a_sentence_made_of_itself() -> None:
    """A perfect or imperfect that two verbs share belongs to the first; it never leads to a third."""
    owners: dict[str, set[str]] = {}
    for key, entry in PREDICATES.items():
        for verb in entry.get("verb", ()):
            for form in verb.split("/"):
                owners.setdefault(fold(form), set()).add(key)
    for key, entry in PREDICATES.items():
        for verb in entry.get("verb", ()):
            for form in verb.split("/"):
                assert lexicon.english_predicate("ar", in_sentence(form), True) in owners[fold(form)], (
                    key,
                    form,
                )


def test_nearly_every_verb_form_has_one_owner() -> None:
    """Ambiguity of unvowelled verbs is the exception: one form in twenty at most says another verb."""
    forms = [(key, form) for key, e in PREDICATES.items() for verb in e.get("verb", ()) for form in verb.split("/")]
    strays = [form for key, form in forms if lexicon.english_predicate("ar", fold(form), True) != key]
    assert len(strays) <= len(forms) / 20, strays


def test_every_masdar_and_participle_is_found_in_a_sentence_made_of_itself() -> None:
    for key, entry in PREDICATES.items():
        for field in ("noun", "participle"):
            for word in entry.get(field, ()):
                assert lexicon.english_predicate("ar", in_sentence(word), False) == key, (key, word)


def test_every_noun_is_found_in_a_sentence_made_of_itself() -> None:
    for key, forms in NOUNS.items():
        for word in forms:
            assert lexicon.english_noun("ar", in_sentence(word)) == key, (key, word)


SAMPLE_WORDS = """
    block arrest announce accuse reject attack kill threaten support propose withdraw decide
    agree demand affirm condemn explode resign visit receive mourn negotiate examine execute
    bomb demolish deport employ export import invest vaccinate record extend increase cancel
    schedule adopt appoint elect vote free occupy besiege target protect manufacture train
    imprison interrogate mobilise exploit use translate contribute participate cooperate develop
    publish organise
    require expel resist defeat produce
"""
SAMPLE = SAMPLE_WORDS.split()


def first_verb(key: str) -> tuple[str, str]:
    perfect, imperfect = PREDICATES[key]["verb"][0].split("/")
    return perfect, imperfect


@pytest.mark.parametrize("key", [key for key in SAMPLE if PREDICATES.get(key, {}).get("verb")])
def test_prefixes_and_endings_come_off_a_verb(key: str) -> None:
    perfect, imperfect = first_verb(key)
    stem = imperfect[1:]
    for form in (
        "و" + perfect,
        "ف" + perfect,
        perfect + "ت",
        perfect + "وا",
        "س" + imperfect,
        "وس" + imperfect,
        "ت" + stem,
        "ن" + stem,
        "ست" + stem,
        imperfect + "ون",
    ):
        assert lexicon.english_predicate("ar", fold(form), True) == key, form


def test_the_sample_is_large_enough() -> None:
    assert sum(1 for key in SAMPLE if PREDICATES.get(key, {}).get("verb")) >= 60


@pytest.mark.parametrize("key", [key for key in SAMPLE if PREDICATES.get(key, {}).get("noun")])
def test_article_and_pronoun_come_off_a_masdar(key: str) -> None:
    masdar = PREDICATES[key]["noun"][0]
    joined = masdar[:-1] + "ت" if masdar.endswith("ة") else masdar
    for form in ("ال" + masdar, "وال" + masdar, "ب" + masdar, joined + "ه", joined + "ها"):
        assert lexicon.english_predicate("ar", fold(form), False) == key, form


@pytest.mark.parametrize(
    ("word", "verbal", "english"),
    [
        ("قيل", True, "say"),
        ("يقال", True, "say"),
        ("أدينت", True, "convict"),
        ("اغتيل", True, "assassinate"),
        ("حوكم", True, "try"),
        ("دعت", True, "call for"),
        ("يوصف", True, "describe"),
        ("محجوبة", False, "block"),
        ("والمعتقلين", False, "arrest"),
        ("اعتقلته", True, "arrest"),
        ("خطيرة", False, "be dangerous"),
        ("ولدت", True, "be born"),
        ("يمكن", True, "be possible"),
        ("يعد", True, "consider"),
        ("شاركت", True, "participate"),
        ("أغلقت", True, "close"),
    ],
)
def test_weak_verbs_and_agreement(word: str, verbal: bool, english: str) -> None:
    assert lexicon.english_predicate("ar", fold(word), verbal) == english


@pytest.mark.parametrize("word", ["الهاتفي", "قسطنطينوبل", "جدا", "والتي"])
def test_a_word_without_entry_is_unknown(word: str) -> None:
    assert lexicon.english_predicate("ar", fold(word), True) is None


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("المستشفيات", "hospital"),
        ("والمستشفى", "hospital"),
        ("للصحفيين", "journalist"),
        ("وزيرة", "minister"),
        ("نساء", "woman"),
        ("بالمدارس", "school"),
        ("جنوده", "soldier"),
        ("مشتركون", "subscriber"),
        ("الشركة", "company"),
        ("شركاتهم", "company"),
    ],
)
def test_nouns_in_the_forms_of_text(word: str, english: str) -> None:
    assert lexicon.english_noun("ar", fold(word)) == english


@pytest.mark.parametrize(
    ("word", "verbal", "english"),
    [
        ("said", True, "say"),
        ("blocked", True, "block"),
        ("left", True, "leave"),
        ("wounded", True, "wound"),
        ("dying", True, "die"),
        ("chose", True, "choose"),
        ("decision", False, "decide"),
        ("resignation", False, "resign"),
        ("dangerous", False, "be dangerous"),
        ("arrested", False, "arrest"),
        ("attacks", False, "attack"),
        ("doctor", False, None),
    ],
)
def test_english_predicates(word: str, verbal: bool, english: str | None) -> None:
    assert lexicon.english_predicate("en", word, verbal) == english


def test_english_nouns() -> None:
    assert [lexicon.english_noun("en", word) for word in ("people", "women", "cities")] == [
        "person",
        "woman",
        "city",
    ]


IRREGULAR_WORDS = """
    be been, bear borne, beat beaten, become become, begin begun, bend bent, bind bound, bite bitten,
    bleed bled, blow blown, break broken, bring brought, broadcast broadcast, build built, buy bought,
    catch caught, choose chosen, come come, cost cost, cut cut, deal dealt, dig dug, do done, draw drawn,
    drink drunk, drive driven, eat eaten, fall fallen, feed fed, feel felt, fight fought, find found,
    flee fled, fly flown, forbid forbidden, forecast forecast, forget forgotten, forgive forgiven,
    freeze frozen, give given, go gone, grow grown, hang hung, have had, hear heard, hide hidden,
    hit hit, hold held, hurt hurt, keep kept, know known, lead led, leave left, lend lent, let let,
    lose lost, make made, mean meant, meet met, mislead misled, overthrow overthrown, pay paid, put put,
    read read, ride ridden, ring rung, rise risen, run run, say said, see seen, seek sought, sell sold,
    send sent, shake shaken, shoot shot, show shown, shrink shrunk, shut shut, sing sung, sink sunk,
    sit sat, sleep slept, speak spoken, spend spent, split split, spread spread, stand stood,
    steal stolen, strike struck, swear sworn, swim swum, take taken, teach taught, tear torn, tell told,
    think thought, throw thrown, understand understood, uphold upheld, win won, withdraw withdrawn,
    write written
"""
IRREGULAR = dict(pair.split() for pair in IRREGULAR_WORDS.split(","))


def test_participles_of_irregular_verbs() -> None:
    assert len(IRREGULAR) >= 80
    assert {verb: lexicon.past_participle(verb) for verb in IRREGULAR} == IRREGULAR


@pytest.mark.parametrize(
    ("lemma", "past", "participle"),
    [
        ("block", "blocked", "blocked"),
        ("ban", "banned", "banned"),
        ("visit", "visited", "visited"),
        ("refer", "referred", "referred"),
        ("cry", "cried", "cried"),
        ("play", "played", "played"),
        ("free", "freed", "freed"),
        ("tax", "taxed", "taxed"),
        ("open", "opened", "opened"),
        ("cancel", "cancelled", "cancelled"),
        ("kidnap", "kidnapped", "kidnapped"),
        ("shut down", "shut down", "shut down"),
        ("take part", "took part", "taken part"),
        ("be born", "was born", "born"),
        ("be dangerous", "was dangerous", "dangerous"),
        ("write", "wrote", "written"),
    ],
)
def test_past_forms(lemma: str, past: str, participle: str) -> None:
    assert (lexicon.past(lemma), lexicon.past_participle(lemma)) == (past, participle)


@pytest.mark.parametrize(
    ("lemma", "was", "does"),
    [
        ("block", "did not block", "does not block"),
        ("be born", "was not born", "is not born"),
        ("be", "was not", "is not"),
    ],
)
def test_denied_forms(lemma: str, was: str, does: str) -> None:
    assert (lexicon.negative(lemma, True), lexicon.negative(lemma, False)) == (was, does)


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("subscriber", "subscribers"),
        ("person", "people"),
        ("woman", "women"),
        ("child", "children"),
        ("city", "cities"),
        ("day", "days"),
        ("bus", "buses"),
        ("wife", "wives"),
        ("police officer", "police officers"),
        ("human", "humans"),
        ("crisis", "crises"),
        ("aircraft", "aircraft"),
        ("ambush", "ambushes"),
        ("ton of oil", "tons of oil"),
    ],
)
def test_plurals(noun: str, plural: str) -> None:
    assert lexicon.plural(noun) == plural


def test_countries_have_their_short_name_and_unknown_codes_stay() -> None:
    assert lexicon.country("RU") == "Russia"
    assert lexicon.country("ZZZ") == "ZZZ"


@pytest.mark.parametrize(
    ("code", "name"), [("ar", "predicates"), ("ar", "nouns"), ("en", "predicates"), ("en", "verbs")]
)
def test_every_list_names_where_it_comes_from(code: str, name: str) -> None:
    text = (folder(code) / f"{name}.toml").read_text(encoding="utf-8")
    assert text.startswith("#")
    assert "Written for claimtrack" in text.split("\n[")[0]
    assert tomllib.loads(text)
