"""What the program says when a person errs: what is wrong, and what to do; and what it does not do in silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_statement import Run, read_json


def said(desk: Run, *words: str, input: str | None = None) -> tuple[int, str]:
    found = desk(*words, input=input)
    return found.exit_code, found.stderr


def test_the_bare_name_shows_the_help_and_no_error(run: Run) -> None:
    code, message = said(run)
    assert code == 2
    assert message.startswith("Usage:")
    assert "Error" not in message


@pytest.mark.parametrize("command", [("list",), ("show",), ("export", "-")])
def test_a_claim_that_is_not_there_is_an_error_also_beside_one_that_is(desk: Run, command: tuple[str, ...]) -> None:
    for ids in (("99",), ("1", "99")):
        code, message = said(desk, *command, *ids)
        assert (code, "no claim 99" in message) == (3, True)
    assert desk(*command, "1-99").exit_code == 0 or command == ("show",), "a range may have gaps"


def test_many_ids_are_no_trouble(desk: Run) -> None:
    assert len(read_json(desk("list", "1-300000", "--json"))) == 4


def test_no_ids_on_stdin_are_no_claims_not_all(desk: Run) -> None:
    assert json.loads(desk("list", "-", "--json", input="").stdout) == []
    assert desk("export", "-", "-", "--format", "ids", input="\n").stdout == ""


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--tag", "rusia"), "No claim bears the tag “rusia”. Did you mean russia?"),
        (("--unit", "users"), "No claim has the unit “users”. Did you mean user?"),
        (("--document", "statment.txt"), "There is no document “statment.txt”. Did you mean statement.txt?"),
        (("--assignee", "Moan"), "No claim is assigned to “Moan”."),
        (("--language", "fr"), "No claim is in the language “fr”."),
    ],
)
def test_a_filter_that_picks_nothing_names_the_word_that_does(desk: Run, words: tuple[str, str], says: str) -> None:
    desk("tag", "1", "--add", "russia")
    found = desk("list", *words)
    assert (found.exit_code, says in found.stderr) == (3 if words[0] == "--document" else 0, True)
    code, message = said(desk, "note", f"--where-{words[0][2:]}", words[1], "--text", "x")
    assert (code, says in message) == (3, True)


def test_words_that_fit_alone_but_not_together_are_not_blamed(desk: Run) -> None:
    desk("tag", "3", "--add", "russia")
    message = desk("list", "--tag", "russia", "--place", "RU").stderr
    assert "No claim fits" in message
    assert "No claim bears" not in message


@pytest.mark.parametrize(
    "bounds", [("--min", "5M", "--max", "300k"), ("--since", "2025-01-01", "--until", "2024-12-31")]
)
def test_bounds_the_wrong_way_round_are_told(desk: Run, bounds: tuple[str, ...]) -> None:
    code, message = said(desk, "list", *bounds)
    assert (code, "nothing lies between them" in message) == (2, True)
    low, least, high, most = bounds
    assert desk("list", low, most, high, least).exit_code == 0


def test_hints_name_commands_that_there_are(desk: Run) -> None:
    assert "claimtrack show CLAIM" in said(desk, "note", "--remove", "x")[1]
    assert "claimtrack show CLAIM" in said(desk, "detach", "x")[1]
    assert "https://" in said(desk, "source", "add", "example.org/report")[1]
    assert "--bundle case.zip" in said(desk, "export", "case.zip")[1]


def test_withdrawn_evidence_is_not_called_unknown(desk: Run) -> None:
    desk("attach", "1", "https://example.org/a", "--stance", "supports")
    assert "claimtrack detach 1" in said(desk, "source", "remove", "1")[1]
    desk("detach", "1")
    code, message = said(desk, "detach", "1")
    assert (code, "withdrawn already, by Mona" in message) == (5, True)


def test_only_a_web_address_is_taken_as_one(desk: Run) -> None:
    for address in ("http://[x", "ftp://example.org", "http://"):
        code, message = said(desk, "source", "add", address)
        assert (code, "no web address" in message) == (2, True)
    for words in (("mark", "1", "in_progress"), ("edit", "1")):
        code, message = said(desk, *words, "--published-url", "nowhere")
        assert (code, "wants a web address" in message) == (2, True)


def test_places_of_a_claim_are_countries(desk: Run) -> None:
    code, message = said(desk, "edit", "1", "--places", "Rusia")
    assert (code, "Did you mean Russia" in message) == (2, True)
    desk("edit", "1", "--places", "Russia,ir")
    assert read_json(desk("list", "1", "--json"))[0]["places"] == ["RU", "IR"]
    desk("edit", "1", "--places", "none")
    assert read_json(desk("list", "1", "--json"))[0]["places"] == []


def test_an_empty_sheet_is_called_empty_and_a_wrong_id_is_not_blamed_on_columns(desk: Run, home: Path) -> None:
    (home / "none.csv").write_text("")
    assert "none.csv is empty" in said(desk, "import", "none.csv")[1]
    desk("export", "claims.csv")
    sheet = (home / "claims.csv").read_text(encoding="utf-8-sig").splitlines()
    (home / "claims.csv").write_text("\n".join([sheet[0], "abc" + sheet[1][1:]]), encoding="utf-8")
    message = said(desk, "import", "claims.csv")[1]
    assert "“abc” is not the id of a claim" in message
    assert "Known columns" not in message


def test_one_claim_is_not_claims(desk: Run, home: Path) -> None:
    assert "1 claim written" in said(desk, "export", "one.csv", "1")[1]
    assert "1 claim of 1 document written" in said(desk, "export", "--bundle", "case.zip", "1")[1]


def test_columns_without_a_word_leave_their_room_to_the_others(desk: Run) -> None:
    desk("source", "add", "https://example.org/report")
    head = desk("source").stdout.splitlines()[0]
    assert "url" in head
    assert "publisher" not in head


def test_what_was_said_about_a_text_holds_when_it_is_extracted_again(run: Run, home: Path) -> None:
    (home / "said.txt").write_text("The ministry opened 40 schools on Monday.\n")
    run("extract", "said.txt", "--published", "2024-04-02", "--speaker", "Mona Saleh")
    before = read_json(run("list", "--all", "--json"))
    assert before[0]["times"][0]["start"] == "2024-04-01"
    assert "nothing new" in run("extract", "said.txt").stderr
    assert read_json(run("list", "--all", "--json")) == before
