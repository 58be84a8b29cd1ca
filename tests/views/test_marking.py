"""A text cut at the borders of its claims: nothing lost, nothing twice, every claim found again."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.documents import Sentence
from claimtrack.model.tracking import TrackedClaim
from claimtrack.views.marking import direction, paragraphs


def tracked(id: int, start: int, end: int, text: str, **fields: object) -> TrackedClaim:
    given = {
        "id": id, "document_id": 1, "document": "a", "key": f"c{id}", "start": start, "end": end,
        "quote": text[start:end], "kind": "event", "text": text[start:end], "gloss": "g",
        "added_at": "2024-09-06T12:00:00Z",
    }  # fmt: skip
    return TrackedClaim.model_validate(given | fields)


TEXTS = st.text(st.sampled_from("ab كم\n\u202e."), min_size=1, max_size=40)
SPANS = st.lists(st.tuples(st.integers(0, 39), st.integers(1, 40)), max_size=8)


@given(text=TEXTS, spans=SPANS)
def test_pieces_make_up_the_text_and_know_their_claims(text: str, spans: list[tuple[int, int]]) -> None:
    claims = [tracked(n, a, b, text) for n, (a, b) in enumerate(spans, 1) if a < b <= len(text)]
    pieces = [piece for paragraph in paragraphs(text, (), claims) for piece in paragraph.pieces]
    assert "".join(text[p.start : p.end] for p in pieces) == text.replace("\n", "")
    assert all(a.end <= b.start for a, b in pairwise(pieces))
    for piece in pieces:
        covering = {c.id for c in claims if c.start <= piece.start and piece.end <= c.end}
        touching = {c.id for c in claims if c.start < piece.end and piece.start < c.end}
        assert set(piece.claims) == covering == touching


def test_a_claim_within_a_claim_comes_first() -> None:
    text = "He said it grew."
    (paragraph,) = paragraphs(text, (), [tracked(1, 0, 15, text), tracked(2, 8, 15, text)])
    assert [(text[p.start : p.end], p.claims, p.begins) for p in paragraph.pieces] == [
        ("He said ", (1,), (1,)),
        ("it grew", (2, 1), (2,)),
        (".", (), ()),
    ]


def test_claims_that_cross_each_other() -> None:
    text = "abcdef"
    (paragraph,) = paragraphs(text, (), [tracked(1, 0, 4, text), tracked(2, 2, 6, text)])
    assert [p.claims for p in paragraph.pieces] == [(1,), (1, 2), (2,)]


def test_a_claim_over_two_lines_stands_in_both() -> None:
    text = "ab\ncd"
    assert [p.claims for q in paragraphs(text, (), [tracked(1, 1, 4, text)]) for p in q.pieces] == [(), (1,), (1,), ()]


def test_a_claim_whose_place_was_lost_is_not_shown() -> None:
    assert not any(p.claims for q in paragraphs("abc", (), [tracked(1, 0, 2, "abc", orphaned=True)]) for p in q.pieces)


def test_sentences_keep_why_they_were_set_aside() -> None:
    sentences = (Sentence(start=0, end=3, set_aside="question"), Sentence(start=4, end=7))
    (paragraph,) = paragraphs("Eh? No.", sentences, [])
    assert [p.set_aside for p in paragraph.pieces if p.end - p.start > 1] == ["question", None]


def test_marks_that_could_act_are_alone() -> None:
    (paragraph,) = paragraphs("a\u202eb", (), [])
    assert [p.control for p in paragraph.pieces] == [False, True, False]


def test_direction_is_that_of_most_letters() -> None:
    assert direction("DuRove وفي منشوراته على قناته") == "rtl"
    assert direction("He said سلام to them all") == "ltr"
    assert direction("12 – 13") == "ltr"


def test_a_line_without_arabic_letters_in_an_arabic_text_reads_left_to_right() -> None:
    text = "قال المستخدمون ذلك أمس\nPavel Durov wrote\n950"
    assert [p.direction for p in paragraphs(text, (), [])] == ["rtl", "ltr", "rtl"]
