"""Sentences of our own that bear tags without trees: how their file is read, and what the shipped one holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimtrack import languages
from claimtrack.tagging.treebank import read_tagged

ANNOTATIONS = Path(__file__).parents[2] / "benchmarks" / "annotations"


def written(folder: Path, tags: str) -> Path:
    text = "وقال الوزير. سافر كريم."
    (folder / "ar.documents.jsonl").write_text(json.dumps({"document": "d", "text": text}) + "\n", encoding="utf-8")
    row = {"document": "d", "start": 13, "end": 23, "tags": tags}
    (folder / "ar.tags.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    return folder


def test_tags_stand_beside_the_words_of_their_document(tmp_path: Path) -> None:
    (found,) = read_tagged(written(tmp_path, "VERB:p PROPN PUNCT"), "ar", lambda norm: None)
    assert [(token.text, tag) for token, tag in zip(found.tokens, found.tags, strict=True)] == [
        ("سافر", "VERB:p"),
        ("كريم", "PROPN"),
        (".", "PUNCT"),
    ]


def test_a_word_without_a_tag_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="shorter"):
        list(read_tagged(written(tmp_path, "VERB:p PROPN"), "ar", lambda norm: None))


def test_a_language_without_a_file_has_none(tmp_path: Path) -> None:
    assert list(read_tagged(tmp_path, "en", lambda norm: None)) == []


def test_the_shipped_sentences_have_a_tag_for_every_word() -> None:
    found = list(read_tagged(ANNOTATIONS, "ar", languages.load("ar").hooks.certain_tag))
    assert len(found) == 3000
    assert {tag.removeprefix("c|") for each in found for tag in each.tags} >= {"VERB:p", "VERB:i", "NOUN", "PROPN"}
