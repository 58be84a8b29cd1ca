"""The formats that claims and other records leave in: one file and one line each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimtrack.views.exports import csv, ids, json, jsonl, markdown, tsv
from claimtrack.views.exports.sheet import Sheet

Writer = Callable[[Sheet], Iterator[str]]

FORMATS: dict[str, Writer] = {
    "json": json.write,
    "jsonl": jsonl.write,
    "csv": csv.write,
    "tsv": tsv.write,
    "markdown": markdown.write,
    "ids": ids.write,
}
"""Every text format by name."""

__all__ = ["FORMATS", "Sheet", "Writer"]
