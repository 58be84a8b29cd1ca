"""The cases of the corpora: reading a language's folder, and what a case may say. What cannot be placed is an error.

A case of claims has `proves`, `text`, perhaps `published` and `speaker`, and at least one expectation: `claims`
(each found by the overlap of its `quote` with a claim, then checked in the fields that it names), `absent` (stretches
that are no claim), `set_aside` (one reason a sentence, "" where the sentence yields claims, "*" for any reason).
`only` says that the listed claims are all checkable ones, `ranked` that they stand in order of falling score.
`expected_failure` says why the engine does not do it yet.
"""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from claimtrack.languages import codes, folder

OF_MENTIONS = ("names", "numbers", "numerals", "places", "quantities", "times")
"""Run by tests/mentions/test_<name>.py."""
OF_CLAIMS = (
    "attribution",
    "gloss",
    "kinds",
    "modality",
    "polarity",
    "reference",
    "repeats",
    "setting_aside",
    "splitting",
)
OF_PAIRS = ("parallel",)

CASE_KEYS = frozenset(
    {"proves", "text", "published", "speaker", "claims", "absent", "set_aside", "only", "ranked", "expected_failure"}
)
CLAIM_KEYS = frozenset(
    {
        "quote",
        "kind",
        "checkable",
        "speaker",
        "attribution",
        "subject",
        "polarity",
        "modality",
        "stance",
        "quantities",
        "times",
        "places",
        "text_has",
        "text_lacks",
        "gloss_has",
        "gloss_lacks",
        "ambiguous",
        "links",
        "appearances",
        "voices",
    }
)
PAIR_KEYS = frozenset({"proves", "texts", "published", "quantities", "times", "places", "expected_failure"})
EXPECTATIONS = ("claims", "absent", "set_aside")


@dataclass(frozen=True, slots=True)
class Case:
    """One case with the file that it stands in."""

    code: str
    file: str
    number: int
    data: dict[str, Any]

    @property
    def id(self) -> str:
        return f"{self.code}-{self.file}-{self.number}-{self.data['proves']}"

    @property
    def published(self) -> datetime.date | None:
        found = self.data.get("published")
        return datetime.date.fromisoformat(found) if found else None


def files() -> Iterator[tuple[str, Path]]:
    """(language code, file) of everything that lies in the corpus folders."""
    for code in codes():
        for file in sorted((folder(code) / "corpus").iterdir()):
            yield code, file


def read(code: str, file: Path) -> list[Case]:
    """The cases of one file, in its order."""
    data = tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    return [Case(code, file.stem, number, each) for number, each in enumerate(data["case"], start=1)]


def cases(names: tuple[str, ...]) -> list[Case]:
    """The cases of all languages' files that bear one of the names."""
    return [case for code, file in files() if file.stem in names for case in read(code, file)]


def misplaced(case: Case) -> list[str]:
    """What the runner would not know what to do with, in words."""
    data, wrong = case.data, []
    known = PAIR_KEYS if case.file in OF_PAIRS else CASE_KEYS
    wrong += [f"unknown key: {key}" for key in sorted(set(data) - known)]
    if not str(data.get("proves", "")).strip():
        wrong.append("does not name what it proves")
    if case.file in OF_PAIRS:
        if set(data["texts"]) != set(codes()):
            wrong.append("a pair needs a text in every language")
        return wrong
    if not any(data.get(name) for name in EXPECTATIONS):
        wrong.append("expects nothing")
    for claim in data.get("claims", ()):
        wrong += [f"unknown key of a claim: {key}" for key in sorted(set(claim) - CLAIM_KEYS)]
    quotes = [claim["quote"] for claim in data.get("claims", ())] + list(data.get("absent", ()))
    wrong += [f"not once in the text: {quote}" for quote in quotes if data["text"].count(quote) != 1]
    return wrong
