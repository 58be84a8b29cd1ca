"""Names: the corpus of each language, and what tags change."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from claimtrack.languages import codes, folder, load
from claimtrack.mentions.names import find_names
from claimtrack.text.tokens import tokenize


def cases(code: str) -> list[dict[str, Any]]:
    text = (folder(code) / "corpus" / "names.toml").read_text(encoding="utf-8")
    return list(tomllib.loads(text)["case"])


ALL = [pytest.param(code, case, id=f"{code}-{i}") for code in codes() for i, case in enumerate(cases(code))]


@pytest.mark.parametrize(("code", "case"), ALL)
def test_corpus(code: str, case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    assert set(case) <= {"proves", "text", "names", "expected_failure"}
    if reason := case.get("expected_failure"):
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))
    hits = find_names(tokenize(case["text"]), (), load(code))
    assert [(hit.value.name, hit.value.what) for hit in hits] == [
        (each["name"], each["what"]) for each in case["names"]
    ]
    for hit in hits:
        assert case["text"][hit.start : hit.end] == hit.value.name


def test_tags_decide_the_first_word_of_a_sentence() -> None:
    tokens = tokenize("Obama mocked")
    assert [hit.value.name for hit in find_names(tokens, ["PROPN", "VERB"], load("en"))] == ["Obama"]
    assert find_names(tokenize("Critics mocked"), ["NOUN:S", "VERB"], load("en")) == []


def test_no_tokens_no_names() -> None:
    for code in codes():
        assert find_names([], [], load(code)) == []
