"""Sentences: what ends one and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.sentences import split

SHORT = frozenset({"mr", "gen", "د"})


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in split(text, 0, len(text), SHORT)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. It stopped.", ["It rained.", "It stopped."]),
        ("Mr. Hall left. He ran.", ["Mr. Hall left.", "He ran."]),
        ("Prices rose 3.5 percent. Wages fell.", ["Prices rose 3.5 percent.", "Wages fell."]),
        ("J. Hall left.", ["J. Hall left."]),
        ("He works for the U.S. Army.", ["He works for the U.S. Army."]),
        ('"Why?" she asked.', ['"Why?" she asked.']),
        ('He said: "Go." They went.', ['He said: "Go."', "They went."]),
        ("هل غادر؟ نعم، غادر.", ["هل غادر؟", "نعم، غادر."]),
        ("وصل د. سالم. ثم غادر.", ["وصل د. سالم.", "ثم غادر."]),
        ("قال: «اذهبوا». فذهبوا.", ["قال: «اذهبوا».", "فذهبوا."]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
        ("no end", ["no end"]),
        ("   ", []),
    ],
)
def test_ends(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet='aب .!?؟"«»\n1', max_size=60))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def test_a_sentence_without_end_comes_in_readable_parts_and_loses_nothing() -> None:
    text = "the bank lost money, " * 500
    parts = list(split(text, 0, len(text), frozenset()))
    assert max(end - start for start, end in parts) <= 2000
    assert "".join(text[start:end] for start, end in parts).replace(" ", "") == text.replace(" ", "")


def test_a_word_without_end_is_cut_all_the_same() -> None:
    text = "x" * 7000
    assert "".join(text[start:end] for start, end in split(text, 0, len(text), frozenset())) == text
