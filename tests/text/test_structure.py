"""Structure: what each line of a text is for, and whose words a full statement is."""

from __future__ import annotations

from claimtrack.languages import load
from claimtrack.languages.layout import structure_words
from claimtrack.text.structure import Structure, structure


def laid_out(text: str, code: str = "en") -> Structure:
    return structure(text, structure_words(load(code)))


def roles(text: str, code: str = "en") -> list[str]:
    return [piece.role for piece in laid_out(text, code).pieces]


def test_a_source_line_names_the_source() -> None:
    found = laid_out("Source: Harbour News\nThe ship sank. The crew swam.")
    assert found.source == "Harbour News"
    assert [piece.role for piece in found.pieces] == ["source_line", "body", "body"]


def test_a_short_line_without_an_end_is_a_heading_and_the_title() -> None:
    found = laid_out("Ship sinks off Malta\nThe ship sank.\nThe crew swam.")
    assert found.title == "Ship sinks off Malta"
    assert [piece.role for piece in found.pieces] == ["heading", "body", "body"]


def test_list_items_lose_their_mark() -> None:
    text = "The ship carried:\n- It carried 40 cars.\n2. It carried coal."
    found = laid_out(text)
    assert [text[p.start : p.end] for p in found.pieces if p.role == "item"] == [
        "It carried 40 cars.",
        "It carried coal.",
    ]


def test_links_and_marks_are_furniture() -> None:
    assert roles("https://example.org/a\n***\nThe ship sank.") == ["furniture", "furniture", "body"]


def test_one_line_is_prose() -> None:
    assert roles("The ship sank") == ["body"]


def test_turns_of_a_debate_name_their_voices() -> None:
    found = laid_out("HALL: It rained.\nREED: It did not.\nHALL: It did.")
    assert [piece.voice for piece in found.pieces] == ["HALL", "REED", "HALL"]


def test_one_label_is_no_debate() -> None:
    assert [piece.voice for piece in laid_out("Weather: it rained.\nThe ship sank.").pieces] == [None, None]


def test_the_seed_has_a_narrator_and_a_statement(seed: str) -> None:
    found = laid_out(seed, "ar")
    assert found.statement_by == "DuRove"
    kinds = [piece.role for piece in found.pieces]
    assert kinds[0] == "source_line"
    assert "statement" in kinds
    assert "body" in kinds[: kinds.index("statement")]


def test_an_empty_text_has_no_pieces() -> None:
    assert laid_out("").pieces == ()
    assert laid_out(" \n \r\n").pieces == ()
