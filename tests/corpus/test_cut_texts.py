"""Texts that break off: sentences of the corpora, cut behind or before each of their marks, go through all steps."""

from __future__ import annotations

import pytest
from cases import OF_CLAIMS, cases

from claimtrack import extract
from claimtrack.languages import codes


def _cuts(code: str) -> list[str]:
    """The beginnings of the corpus texts of a language that end with a mark."""
    texts = [case.data["text"] for case in cases(OF_CLAIMS) if case.id.startswith(code + "-")]
    return [text[: i + 1] for text in texts for i, char in enumerate(text[:-1]) if not char.isalnum() and char != " "]


@pytest.mark.parametrize("code", codes())
def test_a_text_that_breaks_off_behind_a_mark_goes_through(code: str) -> None:
    cuts = _cuts(code)
    assert cuts
    for cut in cuts:
        found = extract(cut, language=code)
        assert [c.quote for c in found.claims] == [cut[c.start : c.end] for c in found.claims]


@pytest.mark.parametrize("code", codes())
def test_a_text_that_breaks_off_within_a_clause_goes_through(code: str) -> None:
    texts = [case.data["text"].split() for case in cases(OF_CLAIMS) if case.id.startswith(code + "-")]
    for words in texts[::4]:
        cut = " ".join(words[: 1 + sum(map(len, words)) % len(words)])
        found = extract(cut, language=code)
        assert [c.quote for c in found.claims] == [cut[c.start : c.end] for c in found.claims]


@pytest.mark.parametrize("code", codes())
def test_a_text_that_begins_with_a_mark_goes_through(code: str) -> None:
    texts = [case.data["text"] for case in cases(OF_CLAIMS) if case.id.startswith(code + "-")]
    rests = [text[i:] for text in texts for i, char in enumerate(text[:-1]) if not char.isalnum() and char != " "]
    assert rests
    for rest in rests[::4]:
        found = extract(rest, language=code)
        assert [c.quote for c in found.claims] == [rest[c.start : c.end] for c in found.claims]
