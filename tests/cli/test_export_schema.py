"""The published schema describes what the exports hold."""

from __future__ import annotations

import json

import pytest
from cli_statement import Run, read_json


def test_every_exported_claim_fits_the_published_schema(desk: Run) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="the independent validator jsonschema is not installed")
    desk("tag", "1", "--add", "russia")
    desk("note", "1", "asked")
    desk("attach", "1", "https://example.org/a", "--stance", "supports")
    schema = json.loads(desk("export", "--schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    claims = read_json(desk("export", "--json", "--all"))
    assert len(claims) == 4
    validator = jsonschema.Draft202012Validator(schema)
    for claim in claims:
        assert list(validator.iter_errors(claim)) == []
    assert list(validator.iter_errors(claims[0] | {"status": "nonsense"})), "and it can tell a wrong one"


def test_lines_and_list_say_the_same(desk: Run) -> None:
    lines = desk("export", "--format", "jsonl", "--all").stdout.splitlines()
    assert [json.loads(line) for line in lines] == read_json(desk("export", "--json", "--all"))
