"""What the tracker says to the person at the page is said in the language of the page."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from visitor import Make, Page

import claimtrack
from claimtrack import errors, languages
from claimtrack.languages.messages import say, term, told
from claimtrack.tracker import Tracker
from claimtrack.web.deeds import DEEDS

ROOT = Path(claimtrack.__file__).parent
SHOWN = (
    "store/documents.py", "store/opening.py", "store/undoing.py", "tracking/gates.py", "tracking/statuses.py",
    "tracker/by_hand.py", "tracker/capturing.py", "tracker/curating.py", "tracker/marking.py", "tracker/reversing.py",
    "tracker/session.py", "tracker/sourcing.py", *(f"web/{path.name}" for path in sorted((ROOT / "web").glob("*.py"))),
)  # fmt: skip
"""The modules whose errors and warnings can reach the page."""
FOR_THE_TERMINAL = {"listen", "serve"}
"""Functions that run before there is a page."""
ERRORS = {name for name, each in vars(errors).items() if isinstance(each, type)} | {"StaleForm"}
MESSAGES = {code: languages.load(code).data("labels")["message"] for code in languages.codes()}
ON_PAGE: dict[str, str] = languages.load("en").data("labels")["on_page"]  # type: ignore[assignment]
NO_WORDS = re.compile(r"\{\w+\}|claimtrack check|https?:|ISO|RU|P2Y6M")
"""Parameters, the one command that a message names, and forms to be typed as they are."""
LATIN_WORDS = re.compile("[A-Za-z]{2,}")


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """The calls of a module, without those of functions for the terminal."""
    if isinstance(tree, ast.FunctionDef) and tree.name in FOR_THE_TERMINAL:
        return
    if isinstance(tree, ast.Call):
        yield tree
    for child in ast.iter_child_nodes(tree):
        yield from calls(child)


def named(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def said() -> list[ast.Call]:
    """Every call of `say` in the package."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in sorted(ROOT.rglob("*.py")))
    return [call for tree in trees for call in calls(tree) if isinstance(call.func, ast.Name) and named(call) == "say"]


def fields(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}


def is_plain(node: ast.AST) -> bool:
    """Whether a text is written out in the code, so that no other language can have it."""
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


@pytest.mark.parametrize("module", SHOWN)
def test_no_error_that_can_reach_the_page_is_written_out_in_one_language(module: str) -> None:
    tree = ast.parse((ROOT / module).read_text(encoding="utf-8"))
    written = [
        f"line {call.lineno}: {ast.unparse(node)}"
        for call in calls(tree)
        if named(call) in ERRORS
        for argument in call.args
        for node in ast.walk(argument)
        if is_plain(node) and isinstance(argument, ast.Constant | ast.JoinedStr | ast.IfExp | ast.BinOp)
    ]
    assert written == []


def test_every_message_has_words_in_every_language() -> None:
    used = {call.args[0].value for call in said() if isinstance(call.args[0], ast.Constant)}
    assert len(used) > 80
    for code, messages in MESSAGES.items():
        assert used | {"or"} == set(messages), code
    assert set(ON_PAGE) <= used


def test_every_message_gets_the_values_that_its_words_want() -> None:
    for call in said():
        id = ast.literal_eval(call.args[0])
        given = {keyword.arg for keyword in call.keywords}
        assert fields(MESSAGES["en"][id]) == given, id
        for words in (MESSAGES["ar"][id], ON_PAGE.get(id, "")):
            assert fields(words) <= given, id


def test_what_the_page_says_names_no_command_and_the_words_differ_by_language() -> None:
    for id, english in MESSAGES["en"].items():
        shown = ON_PAGE.get(id, english)
        assert "--" not in shown, id
        arabic = MESSAGES["ar"][id]
        assert not LATIN_WORDS.search(NO_WORDS.sub("", arabic)), id
        assert bool(arabic) == bool(shown), id


def test_the_command_line_keeps_its_words_and_the_page_has_its_own() -> None:
    why = say("want_stance", stances=(term("stance", "context"), term("stance", "refutes")))
    message = say("mark_barred", claim=7, status=term("status", "in_review"), why=why)
    assert message == "Claim 7 cannot be marked in_review: no evidence that context or refutes it."
    assert "“in review”" not in message
    assert "in review" in told(message, "en")
    arabic = told(message, "ar")
    assert "7" in arabic
    assert not LATIN_WORDS.search(arabic)
    assert told("a name", "ar") == "a name"


def notice(answer: Any) -> str:
    """What a page says in its notices, without tags."""
    found = re.findall(r'<div class="notice[^>]*>(.*?)</div>|<p class="notice[^>]*>(.*?)</p>', answer.text, re.DOTALL)
    return unescape(re.sub("<[^>]+>", "", " ".join("".join(each) for each in found))).strip()


@pytest.fixture
def arabic(make: Make) -> Page:
    return make(language="ar")


REFUSED: dict[str, dict[str, str]] = {
    "verified": {"status": "verified"},
    "unproven": {"status": "unproven"},
    "misleading": {"status": "misleading"},
    "partly_true": {"status": "partly_true"},
    "not_checkable": {"status": "not_checkable"},
    "no status": {"status": ""},
}


@pytest.mark.parametrize("name", REFUSED)
def test_refusals_of_a_status_are_arabic_on_the_arabic_page(arabic: Page, name: str) -> None:
    answer = arabic.deed(3, "mark", **REFUSED[name])
    assert answer.status_code == 422
    said = notice(answer)
    assert len(said) > 12
    assert not LATIN_WORDS.search(said)


TRIED: list[tuple[str, dict[str, str], int]] = [
    ("tag", {"tags": ";"}, 303),
    ("note", {"text": " "}, 422),
    ("attach", {"url": "ftp://x"}, 422),
    ("attach", {"source": "99"}, 404),
    ("attach", {}, 422),
    ("edit", {"kind": "nonsense"}, 422),
    ("merge", {"into": "3"}, 422),
    ("merge", {"into": "seven"}, 422),
    ("merge", {"into": "4444"}, 404),
]


@pytest.mark.parametrize(("deed", "typed", "status"), TRIED)
def test_what_goes_wrong_is_said_in_arabic(arabic: Page, deed: str, typed: dict[str, str], status: int) -> None:
    answer = arabic.deed(3, deed, **typed)
    assert answer.status_code == status
    said = notice(answer if status != 303 else arabic.get("/documents/1?claim=3"))
    assert said
    for own in ("ftp://x", "seven", "https://", "http://"):
        said = said.replace(own, "")
    assert not LATIN_WORDS.search(said)


def test_conflicts_and_the_way_back_are_arabic(arabic: Page) -> None:
    stale = arabic.hidden("/documents/1?claim=1", "/claims/1/edit")
    with Tracker(arabic.path, actor="Omar") as tracker:
        first = tracker.edit(1, gloss="one").operation
        tracker.edit(1, gloss="two")
    answer = arabic.client.post("/claims/1/edit", data=stale | {"gloss": "three"})
    assert answer.status_code == 409
    assert not LATIN_WORDS.search(notice(answer))
    arabic.send("/undo", "/documents/1?claim=1", operation=str(first))
    said = notice(arabic.get("/documents/1?claim=1"))
    assert str(first) in said
    assert not LATIN_WORDS.search(said)


def test_warnings_are_arabic_too(arabic: Page) -> None:
    arabic.deed(1, "attach", url="https://example.org/a", stance="supports")
    arabic.deed(1, "mark", status="verified")
    said = notice(arabic.get("/documents/1?claim=1")).replace("https://example.org/a", "")
    assert MESSAGES["ar"]["no_copy"].partition("{")[0] in said
    assert not LATIN_WORDS.search(said)


GONE = ("/documents/999", "/claims/999", "/documents/1?claim=6", "/documents/1?status=x", "/nowhere")


def test_history_and_standing_are_in_the_language_of_the_page(arabic: Page) -> None:
    arabic.deed(1, "mark", status="false", without_evidence="معروف")
    assert "بلا دليل: معروف" in arabic.get("/documents/1?claim=1").text
    arabic.deed(1, "mark", status="verified", without_evidence="معروف", correction="خطأ")
    shown = unescape(arabic.get("/documents/1?claim=1").text)
    for english in (">page: mark", "without evidence:", "was false:"):
        assert english not in shown
    assert "تحديد الحالة" in shown
    assert "كان «غير صحيح»: خطأ" in shown


def test_a_notice_says_what_was_done_and_takes_it_back(arabic: Page) -> None:
    arabic.deed(1, "assign", to="Omar")
    shown = arabic.get("/documents/1").text
    said = re.search(r'<div class="notice">.*?name="operation" value="(\d+)"', shown, re.DOTALL)
    assert said
    arabic.send("/undo", "/documents/1", operation=said[1])
    with arabic.tracker() as tracker:
        assert tracker.claim(1).assignee is None


@pytest.mark.parametrize("address", GONE)
def test_pages_that_are_not_there(arabic: Page, address: str) -> None:
    said = notice(arabic.get(address)).replace("status=x", "")
    assert said
    assert not LATIN_WORDS.search(said)


@pytest.mark.parametrize("code", languages.codes())
def test_every_deed_of_the_page_has_a_name_for_the_history_and_a_sentence_when_it_is_done(code: str) -> None:
    labels = languages.load(code).data("labels")
    for table in ("deed", "did"):
        assert {*DEEDS, "add", "undo", "redo"} <= set(labels[table]), table


def test_both_languages_have_the_same_labels() -> None:
    first, *others = (languages.load(code).data("labels") for code in languages.codes())
    for other in others:
        for table in (set(first) | set(other)) - {"on_page"}:
            assert set(first[table]) == set(other[table]), table
