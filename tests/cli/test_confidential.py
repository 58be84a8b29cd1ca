"""Confidential sources leave the house in no format, unless a flag names them."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import pytest
from cli_statement import Run, read_json

SECRETS = ("Deep Throat", "hush hush", "garage", "level 32", "Felt", "leaked papers", "retracted by him")
EXPORTS = ("json", "jsonl", "csv", "tsv", "xlsx", "markdown", "claimreview", "ids")
READING = (
    ["list", "--all"],
    ["show", "1"],
    ["search", "users"],
    ["history"],
    ["history", "1"],
    ["compare", "1", "1"],
    ["facts"],
    ["source"],
    ["source", "show", "1"],
    ["explain"],
    ["similar", "3"],
    ["stats"],
)


@pytest.fixture
def secret(desk: Run, home: Path) -> Run:
    """A case with a confidential source that was named, edited, used, withdrawn and used again."""
    papers = home / "leaked papers.txt"
    papers.write_text("hush hush: the leaked papers")
    desk("source", "add", "--kind", "person", "--title", "Deep Throat", "--access", "confidential")
    desk("source", "edit", "1", "--author", "Felt")
    desk("attach", "1", "source:1", "--stance", "supports", "--quote", "hush hush", "--note", "garage")
    desk("detach", "1", "--because", "retracted by him")
    desk("attach", "1", "source:1", "--stance", "supports", "--locator", "level 32", "--note", "garage")
    assert desk("source", "add", str(papers), "--access", "confidential").exit_code == 0
    assert desk("attach", "3", "source:2", "--stance", "supports", "--quote", "leaked papers").exit_code == 0
    desk("attach", "3", "https://example.org/open", "--stance", "supports", "--quote", "what all may see")
    assert desk("mark", "1", "3", "verified", "--because", "two papers").exit_code == 0
    return desk


def everything(file: Path) -> str:
    """The content of a file, and of what is packed in it."""
    data = file.read_bytes()
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            parts = [f"{name}\n{archive.read(name).decode('utf-8', 'replace')}" for name in archive.namelist()]
    except BadZipFile:
        parts = []
    return "\n".join([data.decode("utf-8", "replace"), *parts])


def leaks(text: str) -> list[str]:
    return [word for word in SECRETS if word in text]


@pytest.mark.parametrize("format", EXPORTS)
def test_no_export_lets_them_out(secret: Run, home: Path, format: str) -> None:
    if format == "xlsx":
        pytest.importorskip("xlsxwriter", reason="the extra xlsx is not installed")
    assert secret("export", "out.file", "--format", format, "--all").exit_code == 0
    assert leaks(everything(home / "out.file")) == []


def test_no_bundle_lets_them_out(secret: Run, home: Path) -> None:
    assert secret("export", "--bundle", "case.zip", "--all").exit_code == 0
    said = everything(home / "case.zip")
    assert leaks(said) == []
    assert "what all may see" in said
    assert not [name for name in ZipFile(home / "case.zip").namelist() if name.startswith("captures/")]
    index = ZipFile(home / "case.zip").read("index.html").decode()
    assert "confidential sources is left out" in index, "that something is missing is said"


@pytest.mark.parametrize("ending", ["html", "md", "docx"])
def test_no_report_lets_them_out(secret: Run, home: Path, ending: str) -> None:
    if ending == "docx":
        pytest.importorskip("docx", reason="the extra docx is not installed")
    assert secret("report", "1", "-o", f"report.{ending}").exit_code == 0
    said = everything(home / f"report.{ending}")
    assert leaks(said) == []
    assert "what all may see" in said


@pytest.mark.parametrize("words", READING, ids=" ".join)
@pytest.mark.parametrize("format", ["json", "jsonl", "csv", "tsv", "markdown"])
def test_no_format_for_machines_lets_them_out(secret: Run, words: list[str], format: str) -> None:
    done = secret(*words, "--format", format)
    assert done.exit_code == 0, done.output
    assert leaks(done.stdout) == []


def test_a_removed_source_stays_confidential(secret: Run) -> None:
    secret("detach", "2")
    assert secret("source", "remove", "1").exit_code == 0
    assert leaks(secret("history", "--json", "--limit", "0").stdout) == []


def test_tables_of_lists_do_not_show_them(secret: Run) -> None:
    said = "".join(secret(*words).stdout for words in (["list", "--all"], ["search", "users"], ["stats"], ["facts"]))
    assert leaks(said) == []


def test_the_person_at_the_desk_sees_them(secret: Run) -> None:
    assert "Deep Throat" in secret("show", "1").stdout


@pytest.mark.parametrize("words", [["--bundle", "out"], ["out", "--format", "jsonl"], ["out", "--format", "csv"]])
def test_an_explicit_flag_names_them(secret: Run, home: Path, words: list[str]) -> None:
    assert secret("export", *words, "--all", "--confidential").exit_code == 0
    said = everything(home / "out")
    assert "hush hush" in said or "source:1" in said


def test_a_sheet_without_them_comes_back_without_conflict(secret: Run, home: Path) -> None:
    for flag in ([], ["--confidential"]):
        secret("export", "claims.csv", "--force", *flag)
        file = home / "claims.csv"
        file.write_bytes(file.read_bytes().replace(b",verified,", b",verified,looked at", 1))
        done = secret("import", "claims.csv")
        assert done.exit_code == 0, done.output
        claim = read_json(secret("show", "1", "--json"))[0]
        assert claim["tags"] == ["looked at"]
        secret("undo")
    shown = secret("show", "1").stdout
    assert shown.count("Deep Throat") == 2, "nothing was withdrawn and nothing doubled"


def test_a_known_address_becomes_confidential_when_it_is_called_so(desk: Run) -> None:
    desk("source", "add", "https://example.org/a")
    done = desk("source", "add", "https://example.org/a", "--access", "confidential")
    assert "confidential now" in done.stderr
    assert "stays confidential" in desk("source", "add", "https://example.org/a", "--access", "public").stderr
    assert "example.org" not in desk("source", "--json").stdout
