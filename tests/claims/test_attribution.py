"""Reporting frames on given trees: who speaks, with what stance, and how far the report reaches."""

from __future__ import annotations

from trees import passage

from claimtrack.claims import cues
from claimtrack.claims.voices.attribution import frame_of, frames

SAID = (
    "The mayor {} that the bridge collapsed.",
    "DET det 1,NOUN nsubj 2,VERB:VBD root -1,SCONJ mark 6,DET det 5,NOUN nsubj 6,VERB:VBD ccomp 2,PUNCT punct 2",
)


def test_a_report_with_a_complementizer() -> None:
    sentence = passage("en", SAID[0].format("said"), SAID[1])
    found = frames(sentence, cues("en"))
    assert [(f.frame.speaker, f.frame.attribution, f.frame.cue, f.frame.stance) for f in found] == [
        ("The mayor", "reported", "said", "neutral")
    ]
    inner = frame_of(sentence, 6, [4, 5, 6], found)
    assert inner is not None
    assert inner.speaker == "The mayor"


def test_the_cue_keeps_its_stance() -> None:
    stances = {
        word: frames(passage("en", SAID[0].format(word), SAID[1]), cues("en"))[0].frame.stance
        for word in ("denied", "admitted", "claimed", "confirmed")
    }
    assert stances == {"denied": "denying", "admitted": "admitting", "claimed": "distancing", "confirmed": "committing"}


def test_a_verb_that_reports_nothing_opens_no_frame() -> None:
    tree = "DET det 1,NOUN nsubj 2,VERB:VBD root -1,DET det 4,NOUN obj 2,PUNCT punct 2"
    assert frames(passage("en", "The mayor opened the bridge.", tree), cues("en")) == []


def test_according_to_at_the_front() -> None:
    tree = (
        "VERB:VBG case 2,ADP fixed 0,NOUN:S obl 6,PUNCT punct 2,NUM nummod 5,NOUN:S nsubj 6,"
        "VERB:VBD root -1,PUNCT punct 6"
    )
    sentence = passage("en", "According to police, two men fled.", tree)
    found = frames(sentence, cues("en"))
    inner = frame_of(sentence, 6, [4, 5, 6], found)
    assert inner is not None
    assert inner.speaker == "police"


def test_an_arabic_report() -> None:
    sentence = passage(
        "ar", "قال الوزير إن الجيش غادر", "VERB:p root -1,NOUN nsubj 0,SCONJ mark 4,NOUN nsubj 4,VERB:p ccomp 0"
    )
    found = frames(sentence, cues("ar"))
    inner = frame_of(sentence, 4, [3, 4], found)
    assert inner is not None
    assert inner.speaker == "الوزير"
