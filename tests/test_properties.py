"""What holds for any text at all: no exception, honest spans, the same answer twice, every sentence accounted for."""

from __future__ import annotations

import datetime
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack import extract
from claimtrack.model import Date, Extraction

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""All marks that turn the direction of writing."""

_PIECES = [
    "The minister said",
    "that",
    "she denied",
    "was not",
    "300 workers",
    "in Iran",
    "on 4 May 2016",
    "may",
    "if",
    "because",
    "and",
    "who",
    '"',
    "“",
    "”",
    "«",
    "»",
    ":",
    ",",
    ".",
    "?",
    "؟",
    "،",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "(",
    ")",
    "I",
    "we",
    "http://a.b/c",
    "قال الوزير",
    "إن",
    "أن",
    "لم",
    "قد",
    "وأضاف",
    "الذي",
    "12 مليون مشترك",
    "في روسيا",
    "عام 2016",
    "٪",
    "٥٠",
    "بحسب",
    "إذا",
    "لأن",
    "\x1b[31m",
    "\x00",
    "\ud800",
    "\udfff",
    "\u200d",
    "\u0640",
    "\ufeff",
    "\u2028",
    "\r\n",
    "\t",
    "é",
    "😀",
    "١٬٠٠٠",
    "1e9",
    "-0",
    "½",
    "99999999999999999999",
    *BIDI,
]
_ANY = st.text(st.characters(), max_size=200)
"""Any code points, lone surrogates and controls included."""
_JUMBLED = st.lists(st.sampled_from(_PIECES), max_size=30).map(" ".join)
_GLUED = st.lists(st.sampled_from(_PIECES), max_size=30).map("".join)
_TEXTS = st.one_of(_ANY, _JUMBLED, _GLUED)
_MANY = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def sound(text: str, found: Extraction) -> None:
    """What every extraction owes its text."""
    for claim in found.claims:
        assert text[claim.start : claim.end] == claim.quote
        assert claim.quote.strip()
        assert 0 <= claim.score <= 1
        for at in claim.appearances:
            assert text[at.start : at.end] == at.quote
        for quantity in claim.quantities:
            assert 0 <= quantity.start < quantity.end <= len(text)
        for time in claim.times:
            assert 0 <= time.span.start < time.span.end <= len(text)
    for mention in found.mentions:
        assert mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        if isinstance(mention.value, Date):
            assert not _is_later(mention.value.start, mention.value.end)
    _accounted(text, found)


def _is_later(a: str, b: str) -> bool:
    """Whether ISO day `a` is after `b`; days before our era are only looked at for their year."""
    if a.startswith("-") or b.startswith("-"):
        return int(a[:5]) > int(b[:5]) if b.startswith("-") else False
    return a > b


def _accounted(text: str, found: Extraction) -> None:
    """Sentences stand in order without overlap, and each has a claim or the reason why it has none."""
    at = 0
    places = [(each.start, each.end) for claim in found.claims for each in (claim, *claim.appearances)]
    for sentence in found.sentences:
        assert at <= sentence.start < sentence.end <= len(text)
        at = sentence.end
        has_claim = any(start < sentence.end and end > sentence.start for start, end in places)
        assert has_claim != bool(sentence.set_aside), text[sentence.start : sentence.end]


@given(_TEXTS)
@_MANY
def test_any_text_goes_through(text: str) -> None:
    sound(text, extract(text))


@given(
    _TEXTS,
    st.sampled_from(["ar", "en"]),
    st.one_of(st.none(), st.text(max_size=12)),
    st.one_of(st.none(), st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31))),
)
@_MANY
def test_any_text_in_a_given_language(text: str, language: str, speaker: str | None, day: datetime.date | None) -> None:
    sound(text, extract(text, language=language, speaker=speaker, published=day))


@given(_JUMBLED)
@_MANY
def test_the_same_text_gives_the_same_bytes(text: str) -> None:
    first, second = extract(text), extract(text)
    assert first == second
    assert first.model_dump(mode="json") == second.model_dump(mode="json")


@given(_JUMBLED.filter(lambda text: not any("\ud800" <= char <= "\udfff" for char in text)))
@_MANY
def test_an_extraction_survives_json(text: str) -> None:
    found = extract(text)
    assert Extraction.model_validate(json.loads(found.model_dump_json())) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "\u200f",
        BIDI,
        "\ud800",
        "\x1b[2J\x1b[31mThe minister resigned in 2011.\x1b[0m",
        "\x00" * 50,
        "." * 5000,
        "((((" * 500,
        '"' * 999,
        "«" * 999,
        "?" * 999,
        "٠" * 999,
        "9" * 4000,
        "لا " * 800,
        "not " * 800,
        "and " * 800,
        "\n" * 3000,
        "a" * 20000,
        "ا" * 20000,
        "10 " * 1500,
        "-" * 3000,
        "\u0301" * 2000,
        "😀" * 2000,
        "وأود أمامكم.\n\nوالتقيت الوزيرة السابقة ماريا دراكو الت",  # breaks off within a name
    ],
)
def test_hostile_texts(text: str) -> None:
    for language in (None, "ar", "en"):
        sound(text, extract(text, language=language))


def test_marks_of_direction_stay_outside_the_values() -> None:
    text = "The \u202bfactory\u202c employs \u2066300\u2069 people in \u200fIran\u200f."
    found = extract(text)
    sound(text, found)
    assert [int(q.value or 0) for claim in found.claims for q in claim.quantities] == [300]
    assert {code for claim in found.claims for code in claim.places} == {"IR"}


def test_line_ends_do_not_change_the_claims() -> None:
    text = "The river destroyed 30 farms.\nThe army sent boats."
    assert [c.quote for c in extract(text).claims] == [c.quote for c in extract(text.replace("\n", "\r\n")).claims]
