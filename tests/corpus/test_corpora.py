"""Every case of every language's corpora, run; and nothing in the corpora that is not run."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases import OF_CLAIMS, OF_MENTIONS, OF_PAIRS, Case, cases, files, misplaced, read
from checking import differences, pair_differences

from claimtrack.languages import codes

LEAST = 400
"""Cases a language must have over all its files."""


def _params(names: tuple[str, ...]) -> list[object]:
    out = []
    for case in cases(names):
        reason = case.data.get("expected_failure")
        marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
        out.append(pytest.param(case, id=case.id, marks=marks))
    return out


@pytest.mark.parametrize("case", _params(OF_CLAIMS))
def test_claims(case: Case) -> None:
    found = differences(case)
    assert not found, "\n".join([case.data["text"], *found])


@pytest.mark.parametrize("case", _params(OF_PAIRS))
def test_pairs_say_the_same(case: Case) -> None:
    found = pair_differences(case)
    assert not found, "\n".join([*case.data["texts"].values(), *found])


def test_every_file_has_a_runner() -> None:
    known = (*OF_MENTIONS, *OF_CLAIMS, *OF_PAIRS)
    assert [str(file) for _, file in files() if file.suffix != ".toml" or file.stem not in known] == []
    tests = Path(__file__).parents[1] / "mentions"
    assert [name for name in OF_MENTIONS if not (tests / f"test_{name}.py").is_file()] == []


def test_every_language_has_every_file() -> None:
    have = {code: {file.stem for each, file in files() if each == code} for code in codes()}
    for code in codes():
        assert {*OF_MENTIONS, *OF_CLAIMS} <= have[code], code
    assert set(OF_PAIRS) <= set().union(*have.values())


@pytest.mark.parametrize("name", [*OF_CLAIMS, *OF_PAIRS])
def test_every_case_can_be_placed(name: str) -> None:
    wrong = {case.id: lines for case in cases((name,)) if (lines := misplaced(case))}
    assert wrong == {}


@pytest.mark.parametrize("name", OF_CLAIMS)
def test_no_text_stands_twice_in_a_file(name: str) -> None:
    for code in codes():
        texts = [case.data["text"] for case in cases((name,)) if case.code == code]
        assert len(texts) == len(set(texts)), code


@pytest.mark.parametrize("code", codes())
def test_there_are_enough_cases(code: str) -> None:
    assert sum(len(read(each, file)) for each, file in files() if each == code) >= LEAST


def test_a_case_that_expects_nothing_is_reported() -> None:
    case = Case("en", "kinds", 1, {"proves": "nothing", "text": "It rained.", "claim": []})
    assert misplaced(case) == ["unknown key: claim", "expects nothing"]


def test_a_wrong_expectation_is_reported() -> None:
    data = {
        "text": "The factory employs 300 people.",
        "claims": [
            {"quote": "The factory employs 300 people", "quantities": [{"value": 301, "unit": "person"}]},
            {"quote": "people"},
        ],
    }
    found = differences(Case("en", "kinds", 1, {"proves": "", **data}))
    assert len(found) == 2
    assert any("301" in line for line in found)
