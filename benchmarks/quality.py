"""How right the extraction is: `python benchmarks/quality.py SCORER GOLD…`. Prints what the scorer says.

SCORER is a program that takes a gold file and a file of claims (JSON lines) and prints figures. A GOLD file
is called NAME.claims.jsonl; the texts are those of NAME.documents.jsonl beside it (JSON lines with
`document`, `text` and `language`), else the seed called NAME. Nothing of them is kept.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claimtrack import extract

SEEDS = Path(__file__).parents[1] / "seeds"


def rows(file: Path) -> list[dict[str, Any]]:
    """The JSON lines of a file."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def claims(gold: Path) -> Iterator[dict[str, Any]]:
    """The claims that the program finds in what the gold file annotates."""
    name = gold.name.removesuffix(".claims.jsonl")
    texts = gold.with_name(f"{name}.documents.jsonl")
    documents = rows(texts) if texts.is_file() else [{"text": (SEEDS / f"{name}.txt").read_bytes().decode("utf-8")}]
    for each in documents:
        about = {"document": each["document"]} if "document" in each else {}
        for claim in extract(each["text"], language=each.get("language")).claims:
            yield {**claim.model_dump(mode="json"), **about}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    options = parser.parse_args()
    for gold in options.gold:
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as found:
            found.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in claims(gold))
            found.flush()
            print(f"== {gold.name}", flush=True)
            subprocess.run([sys.executable, str(options.scorer), str(gold), found.name], check=False)


if __name__ == "__main__":
    main()
