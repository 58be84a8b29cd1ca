"""The reading commands: the same filters and formats everywhere, data on stdout, messages on stderr."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from cli_statement import Run, read_json
from sqlite_utils import Database

from claimtrack.store import opening
from claimtrack.store.schema import migrations
from claimtrack.tracking.rows import COLUMNS


def test_list_tells_an_editor_without_arabic_what_is_there(desk: Run) -> None:
    out = desk("list").stdout
    assert "950M users · Telegram" in out
    assert "blocked · Russia" in out
    assert "○ unverified" in out
    assert "love" not in out, "what cannot be checked is listed with --all only"
    assert "love" in desk("list", "--all").stdout


def test_messages_do_not_mix_with_data(desk: Run) -> None:
    found = desk("list")
    assert "3 claims, 1 more with --all." in found.stderr
    assert "more with" not in found.stdout
    assert desk("list", "--quiet").stderr == ""


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["--place", "ru"], [2]),
        (["--place", "Russia"], [2]),
        (["--place", "روسيا"], [2]),
        (["--place", "the UK,russia"], [2]),
        (["--kind", "quantity"], [1, 3]),
        (["--kind", "quantity,event"], [1, 2, 3]),
        (["--unit", "user"], [1]),
        (["--min", "100M"], [1]),
        (["--max", "12,000,000"], [3]),
        (["--speaker", "بافيل دوروف"], [1]),
        (["--document", "statement"], [1, 2, 3]),
        (["--text", "subscribers"], [3]),
        (["--since", "2024-09-07"], []),
        (["--until", "2024-09-06", "--all"], [1, 2, 3, 4]),
        (["2-4"], [2, 3, 4]),
        (["٣"], [3]),
        (["--order", "-id", "--limit", "1"], [3]),
        (["--offset", "1", "--limit", "1"], [2]),
    ],
)
def test_filters(desk: Run, words: list[str], ids: list[int]) -> None:
    assert [claim["id"] for claim in read_json(desk("list", "--json", *words))] == ids


def test_json_carries_typed_values(desk: Run) -> None:
    (claim,) = read_json(desk("list", "1", "--json"))
    assert claim["quantities"][0]["value"] == 950_000_000
    assert claim["status"] == "unverified"
    assert claim["speaker"] == "بافيل دوروف"


def test_every_format_has_the_same_claims(desk: Run) -> None:
    assert desk("list", "--format", "ids").stdout.split() == ["1", "2", "3"]
    rows = list(csv.DictReader(io.StringIO(desk("list", "--format", "csv").stdout)))
    assert [row["id"] for row in rows] == ["1", "2", "3"]
    assert tuple(rows[0]) == COLUMNS
    assert rows[2]["gloss"] == ">12M subscribers"
    assert len(desk("list", "--format", "jsonl").stdout.splitlines()) == 3
    assert len(desk("list", "--format", "tsv").stdout.splitlines()) == 4
    assert desk("list", "--format", "markdown").stdout.splitlines()[1].startswith("| ---")


def test_labels_in_arabic_keep_the_ids(desk: Run) -> None:
    assert "لم يُتحقق منه" in desk("list", "--labels", "ar").stdout
    assert read_json(desk("list", "--json", "--labels", "ar"))[0]["status"] == "unverified"


def test_show_has_one_field_a_line(desk: Run) -> None:
    lines = desk("show", "1").stdout.splitlines()
    assert lines[0] == "Claim 1  ○ unverified"
    assert any("950,000,000 user" in line for line in lines)
    assert any("بافيل دوروف (direct)" in line for line in lines)
    assert any(line.startswith("history 1") for line in lines)


def test_show_without_a_claim_asks_which(desk: Run) -> None:
    assert desk("show").exit_code == 2
    assert "Claim 2" in desk("show", "--place", "RU").stdout


def test_search_finds_arabic_by_another_form_and_marks_it(desk: Run) -> None:
    found = desk("search", "المستخدمين")
    assert "950M users" in found.stdout
    assert "«" in found.stdout
    assert desk("search", "nowheretobefound").stdout == ""


def test_explain_accounts_for_every_sentence(desk: Run) -> None:
    (account,) = read_json(desk("explain", "1", "--json"))
    assert [each["set_aside"] for each in account["sentences"]] == ["heading", None, None, None, None]
    assert [claim["id"] for each in account["sentences"] for claim in each["claims"]] == [1, 2, 3, 4]


def test_explain_shows_how_a_sentence_was_read(desk: Run, home: Path) -> None:
    (home / "news.txt").write_text("Exports fell by 7 percent in March 2024, the ministry said.\n", encoding="utf-8")
    said = desk("explain", "news.txt", "--tokens").stdout
    assert all(len(line) <= 100 for line in said.splitlines())
    words = {tuple(line.split()[:2]): line.split()[2] for line in said.splitlines() if len(line.split()) > 2}
    assert words["2", "fell"].startswith("VERB")
    assert "value 7, comparator =, unit percent" in said
    (read,) = read_json(desk("explain", "news.txt", "--tokens", "--json"))
    (reading,) = read["readings"]
    assert [word["text"] for word in reading["words"]][:3] == ["Exports", "fell", "by"]
    assert {each["text"] for each in reading["candidates"] if each["claimed"]} >= {"fell"}
    rows = desk("explain", "news.txt", "--tokens", "--format", "csv").stdout.splitlines()
    assert len(rows) == 1 + len(reading["words"])


def test_stats_count(desk: Run) -> None:
    (stats,) = read_json(desk("stats", "--json", "--all"))
    assert stats["claims"] == 4
    assert stats["by_kind"]["quantity"] == 2
    assert "quantity" in desk("stats").stdout


def test_facts_and_documents(desk: Run) -> None:
    assert "950,000,000" in desk("facts", "users").stdout
    assert read_json(desk("document", "--json"))[0]["name"] == "statement.txt"
    assert "950 مليون" in desk("document", "show", "1", "--text").stdout


def test_a_filter_is_saved_and_called_by_name(desk: Run) -> None:
    assert desk("list", "--place", "RU", "--save", "russia").exit_code == 0
    assert desk("list", "@russia", "--format", "ids").stdout.split() == ["2"]


@pytest.mark.parametrize(
    "command",
    [
        "list",
        "search",
        "explain",
        "stats",
        "facts",
        "tags",
        "show",
        "compare",
        "similar",
        "history",
        "export",
    ],
)
def test_every_reading_command_takes_the_same_filters(desk: Run, command: str) -> None:
    help = desk(command, "-h").stdout
    for option in (
        "--status",
        "--tag",
        "--kind",
        "--speaker",
        "--document",
        "--place",
        "--language",
        "--all",
        "--assignee",
        "--text",
        "--since",
        "--until",
        "--unit",
        "--min",
        "--max",
        "--format",
        "--json",
    ):
        assert option in help, f"{command} lacks {option}"


def test_a_database_of_an_older_claimtrack_is_brought_up_to_date_and_read(run: Run, home: Path) -> None:
    file = home / "claims.db"
    database = Database(file)
    migrations.apply(database, stop_before="m007_ways_of_captures")
    database.execute(f"PRAGMA application_id = {opening.APPLICATION_ID}")
    database.execute("PRAGMA user_version = 6")
    database.close()
    listed = run("--db", str(file), "list")
    assert listed.exit_code == 0
    assert "claims.db.schema-6.bak" in listed.stderr
    assert "schema" not in run("--db", str(file), "list").stderr


def test_show_names_a_linked_claim_by_its_id_on_file(run: Run, home: Path) -> None:
    text = "The firm has 62 million users. The firm has 62 million users. The firm has 58 million users."
    (home / "said.txt").write_text(text, encoding="utf-8")
    run("extract", "said.txt")
    ids = [claim["id"] for claim in read_json(run("list", "--json"))]
    assert len(ids) == 2, "the second sentence is the first claim once more"
    for one, other in (ids, reversed(ids)):
        shown = run("show", str(one)).stdout
        assert f"conflict: claim {other}" in shown


_WITH_FILTERS = (
    "list",
    "tags",
    "source",
    "document",
    "history",
    "stats",
    "facts",
    "export",
    "search users",
    "compare 1 1",
)


@pytest.mark.parametrize("words", _WITH_FILTERS)
def test_a_document_that_is_not_there_is_an_error_in_every_filter(desk: Run, words: str) -> None:
    wrong = desk(*words.split(), "--document", "nope")
    assert wrong.exit_code == 3
    assert "no document “nope”" in wrong.stderr
    assert desk(*words.split(), "--document", "stat").exit_code == 0


def test_a_document_without_a_claim_that_fits_is_none(desk: Run) -> None:
    assert desk("list", "--document", "statement.txt", "--status", "false", "--json").exit_code == 0


def test_that_no_measure_fits_is_not_told_as_no_measure_at_all(desk: Run) -> None:
    found = desk("facts", "--unit", "users")
    assert "No claim has the unit “users”. Did you mean user?" in found.stderr
    assert "carries a measure" not in found.stderr
    assert "No measure fits" in desk("facts", "furlongs").stderr


def test_a_number_in_the_subject_is_the_value_and_not_the_measure(run: Run, home: Path) -> None:
    (home / "may.txt").write_text("Last year 3,400 nurses left the hospital.\n", encoding="utf-8")
    (home / "june.txt").write_text("Some 3,900 nurses left the hospital.\n", encoding="utf-8")
    run("extract", "may.txt", "june.txt")
    rows = run("facts", "nurses", "--format", "csv").stdout.splitlines()[1:]
    assert {row.split(",")[0] for row in rows} == {""}
    shown = run("facts", "nurses").stdout
    assert shown.count("nurse\n") == 1
    assert "3,400" in shown
    assert "3,900" in shown
