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


def test_a_dateline_is_furniture_of_its_own() -> None:
    text = "LEEDS, Jan. 4 (Wire) - The canal was closed to barges. It opens in May."
    found = laid_out(text)
    assert [(p.role, text[p.start : p.end]) for p in found.pieces] == [
        ("furniture", "LEEDS, Jan. 4 (Wire) -"),
        ("body", "The canal was closed to barges."),
        ("body", "It opens in May."),
    ]


def test_a_dateline_without_capitals_has_a_few_words() -> None:
    assert roles("بيروت 4 مايو - أغلقت البلدية القناة أمام الزوارق. تفتح غدا.", "ar") == ["furniture", "body", "body"]


def test_a_dash_in_a_sentence_opens_no_dateline() -> None:
    assert roles("The mayor – a former nurse – closed the canal. It opens in May.") == ["body", "body"]
    assert roles("DELAYED. The canal - an old one - was closed on Monday.")[0] == "body"


def test_only_the_first_line_of_prose_has_a_dateline() -> None:
    assert roles("The canal was closed.\nBATH - The other canal was closed too.") == ["body", "body"]


def test_what_stands_before_the_last_sentence_of_a_lead_in_is_prose() -> None:
    assert roles("The firm lost a ship. Its statement in full:\nWe lost a ship.") == ["body", "lead_in", "statement"]


def test_a_heading_may_say_whose_statement_follows() -> None:
    found = laid_out("Statement by Ida Holm on the fire\nI saw the smoke. I ran.")
    assert found.statement_by == "Ida Holm"
    assert [p.role for p in found.pieces] == ["heading", "statement", "statement"]


def test_a_label_loses_its_party() -> None:
    found = laid_out("Reed (Green): We closed it.\nCole (Blue): You did not.\nReed (Green): We did.")
    assert [p.voice for p in found.pieces] == ["Reed", "Cole", "Reed"]
