"""Verb forms by their tense, and the tables that choose among the senses of a verb."""

from __future__ import annotations

import pytest

from claimtrack.languages import load, verbs
from claimtrack.text.folding import fold

PREDICATES = load("ar").data("predicates")
GLOSSES = load("ar").data("glosses")


@pytest.mark.parametrize(
    ("form", "tag", "short", "lemma"),
    [
        ("تعقد", "VERB:i", False, "hold"),
        ("ستعقدها", "VERB:i", False, "hold"),
        ("يقل", "VERB:i", True, "say"),
        ("يقل", "VERB:i", False, "decrease"),
        ("فقدت", "VERB:p", False, "lose"),
        ("فقالوا", "c|VERB:p", False, "say"),
        ("آمل", "VERB:i", False, "hope"),
        ("تعهد", "VERB:i", False, "pledge"),
        ("لكانت", "VERB:p", False, "be"),
    ],
)
def test_the_endings_of_its_own_tense_come_off(form: str, tag: str, short: bool, lemma: str) -> None:
    found = verbs.meaning("ar", fold(form), tag, short)
    assert found is not None
    assert found.lemma == lemma


@pytest.mark.parametrize("form", ["استؤنفت", "أصيبوا", "هوجم"])
def test_letters_show_a_passive_perfect(form: str) -> None:
    found = verbs.meaning("ar", fold(form), "VERB:p")
    assert found is not None
    assert (found.passive, found.past) == (True, True)


def test_no_verb_has_no_meaning() -> None:
    assert verbs.meaning("ar", fold("الحديقة"), "VERB:p") is None
    assert verbs.meaning("en", "run", "VERB:VB") is None


def test_every_sense_is_of_a_listed_verb() -> None:
    families = [*PREDICATES["predicates"].values(), *GLOSSES["predicates"].values()]
    listed = {verb for entry in families for verb in entry.get("verb", ())}
    tables = ("idioms", "adjacent", "states", "senses")
    lines = [line for table in tables for each in PREDICATES[table].values() for line in each]
    assert [line for line in lines if line.split()[0] not in listed] == []
    assert {verb for each in PREDICATES["aspect"].values() for verb in each} <= listed
    assert {verb for verbs in GLOSSES["verbs"].values() for verb in verbs} <= listed
    assert {verb for verbs in GLOSSES["doubled"].values() for verb in verbs} <= listed
    assert {verb for table in ("transitive", "intransitive") for verb in PREDICATES[table]["verbs"]} <= listed
    for table in ("passives", "perfects", "shortened", "shortened_passives", "governed"):
        assert set(PREDICATES[table]) <= listed, table


def test_a_pronoun_on_a_verb_is_its_object() -> None:
    assert verbs.bears_object("ar", fold("قصفتها"), "VERB:p")
    assert not verbs.bears_object("ar", fold("يواجه"), "VERB:i")
