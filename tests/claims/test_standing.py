"""Polarity and modality on given trees: the scope of a cue, not only its presence."""

from __future__ import annotations

import pytest
from trees import draft, passage

from claimtrack.claims import cues
from claimtrack.claims.draft import Frame
from claimtrack.claims.judging.standing import standing

RELATIVE = (
    "The firm that never paid taxes opened an office.",
    "DET det 1,NOUN nsubj 6,PRON nsubj 4,ADV advmod 4,VERB:VBD acl:relcl 1,NOUN:S obj 4,"
    "VERB:VBD root -1,DET det 8,NOUN obj 6,PUNCT punct 6",
)
PLAIN = ("The firm {} pay taxes.", "DET det 1,NOUN nsubj 3,AUX aux 3,VERB:VB root -1,NOUN:S obj 3,PUNCT punct 3")


def test_a_negator_of_a_relative_clause_stays_in_it() -> None:
    sentence = passage("en", *RELATIVE)
    assert standing(draft(sentence, 6), cues("en"))[0] == "affirmed"
    assert standing(draft(sentence, 4), cues("en"))[0] == "negated"


def test_a_negator_before_the_verb_negates() -> None:
    tree = "DET det 1,NOUN nsubj 4,AUX:VBD aux 4,PART advmod 4,VERB:VB root -1,NOUN:S obj 4,PUNCT punct 4"
    assert standing(draft(passage("en", "The firm did not pay taxes.", tree), 4), cues("en"))[0] == "negated"


def test_without_a_negator_it_is_affirmed() -> None:
    tree = "DET det 1,NOUN nsubj 2,VERB:VBD root -1,NOUN:S obj 2,PUNCT punct 2"
    assert standing(draft(passage("en", "The firm paid taxes.", tree), 2), cues("en")) == ("affirmed", "asserted", ())


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("may", "possible"),
        ("might", "possible"),
        ("could", "possible"),
        ("will", "planned"),
        ("can", "asserted"),
        ("must", "asserted"),
    ],
)
def test_an_auxiliary_says_how_firmly(word: str, expected: str) -> None:
    text, tree = PLAIN
    assert standing(draft(passage("en", text.format(word), tree), 3), cues("en"))[1] == expected


def test_a_denying_speaker_negates_and_denies() -> None:
    tree = "DET det 1,NOUN nsubj 2,VERB:VBD root -1,NOUN:S obj 2,PUNCT punct 2"
    denied = draft(
        passage("en", "The firm paid taxes.", tree), 2, frame=Frame("The clerk", "reported", "denied", "denying")
    )
    assert standing(denied, cues("en"))[0] == "negated"
    assert standing(denied, cues("en"))[1] == "denied"


@pytest.mark.parametrize(
    ("text", "tree", "head", "expected"),
    [
        ("لم تدفع الشركة الضريبة", "PART advmod 1,VERB:i root -1,NOUN nsubj 1,NOUN obj 1", 1, "negated"),
        ("دفعت الشركة الضريبة", "VERB:p root -1,NOUN nsubj 0,NOUN obj 0", 0, "affirmed"),
        ("لن تدفع الشركة الضريبة", "PART advmod 1,VERB:i root -1,NOUN nsubj 1,NOUN obj 1", 1, "negated"),
    ],
)
def test_arabic_negators(text: str, tree: str, head: int, expected: str) -> None:
    assert standing(draft(passage("ar", text, tree), head), cues("ar"))[0] == expected


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        ("قد تدفع الشركة الضريبة", "VERB:i", "possible"),
        ("قد دفعت الشركة الضريبة", "VERB:p", "asserted"),
    ],
)
def test_the_arabic_particle_hedges_the_imperfect_only(text: str, tag: str, expected: str) -> None:
    tree = f"PART advmod 1,{tag} root -1,NOUN nsubj 1,NOUN obj 1"
    assert standing(draft(passage("ar", text, tree), 1), cues("ar"))[1] == expected


def test_word_order_decides_where_the_tree_is_wrong() -> None:
    """The negator hangs on the relative clause by mistake; it stands behind it, so it is the claim's own."""
    sentence = passage(
        "en",
        "The grain that was sold never reached Kiel.",
        "DET det 1,NOUN nsubj 6,PRON nsubj:pass 4,AUX:VBD aux:pass 4,VERB:VBN acl:relcl 1,ADV advmod 4,"
        "VERB:VBD root -1,PROPN obj 6,PUNCT punct 6",
    )
    assert standing(draft(sentence, 6), cues("en"))[0] == "negated"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("شريط من الرمل لا يحمي البيوت", "negated"), ("زارت لجنة مدينة لا تملك ميناء", "affirmed")],
)
def test_a_negator_behind_an_indefinite_noun_is_in_a_clause_about_it(text: str, expected: str) -> None:
    """Where a verb has come before: "visited a town that has no port"; without one it is the claim's own."""
    tags = "NOUN root -1,ADP case 2,NOUN nmod 0,PART advmod 4,VERB:i acl:relcl 0,NOUN obj 4"
    told = "VERB:p root -1,NOUN nsubj 0,NOUN obj 0,PART advmod 4,VERB:i acl:relcl 2,NOUN obj 4"
    tree = told if expected == "affirmed" else tags
    assert standing(draft(passage("ar", text, tree), 0), cues("ar"))[0] == expected


def test_an_auxiliary_is_shared_by_a_bare_verb_behind_it() -> None:
    sentence = passage(
        "en",
        "The mill may close and sell boats.",
        "DET det 1,NOUN nsubj 3,AUX:MD aux 3,VERB:VB root -1,CCONJ cc 5,VERB:VB conj 3,NOUN:S obj 5,PUNCT punct 3",
    )
    assert standing(draft(sentence, 5, [5, 6]), cues("en"))[1] == "possible"
